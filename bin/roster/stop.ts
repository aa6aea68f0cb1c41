/** What the command tells a script; docs/roster.md says the same. */
export const exitCodes = {
  done: 0,
  /** Somebody was asked and said no. */
  declined: 1,
  /** An option, an address or the token is wrong, or there is nobody to ask and no `--yes`. */
  usage: 2,
  invalidFile: 3,
  /** The server refused, or did not answer. */
  server: 4,
  /** Somebody else changed it meanwhile, and nobody is there to look at that. */
  lostRace: 5,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends the command with a message for the person at the desk. */
export class Stop extends Error {
  override name = 'Stop';
  readonly code: ExitCode;

  constructor(why: keyof typeof exitCodes, message: string) {
    super(message);
    this.code = exitCodes[why];
  }
}
