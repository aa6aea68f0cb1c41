/** The desk that the command runs at, handed in so that tests can sit at one too. */
export interface Terminal {
  env: Readonly<Record<string, string | undefined>>;
  /** Where file names count from. */
  cwd: string;
  /** Epoch ms */
  now(): number;
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Prints a line for people, or text for a file. */
  out(text: string): void;
  /** Prints what went wrong. */
  err(text: string): void;
  /** A yes-or-no question; absent where nobody sits there to answer. */
  ask?: (question: string) => Promise<boolean>;
  paint(style: Style, text: string): string;
}

export type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow';
