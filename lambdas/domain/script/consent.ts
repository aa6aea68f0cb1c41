import type { ConsentKind } from './schema.ts';

/** One decision of the person's. The ledger only grows; the newest entry of a kind is what holds. */
export interface ConsentEntry {
  kind: ConsentKind;
  given: boolean;
  /** Epoch ms */
  at: number;
  /** Who wrote it down: `reporter`, or the responder whom the person told. */
  by: string;
}

export type Recorded = Pick<ConsentEntry, 'at' | 'by'>;

/** The entry on which a step rests, or undefined where the person has not agreed to it. */
export function consentFor(
  ledger: readonly ConsentEntry[],
  kind: ConsentKind,
): ConsentEntry | undefined {
  const newest = ledger.findLast((entry) => entry.kind === kind);
  return newest?.given ? newest : undefined;
}

/** No unless the person said yes and has not taken it back. */
export function may(ledger: readonly ConsentEntry[], kind: ConsentKind): boolean {
  return consentFor(ledger, kind) !== undefined;
}

export function grant(
  ledger: readonly ConsentEntry[],
  kind: ConsentKind,
  recorded: Recorded,
): ConsentEntry[] {
  return decide(ledger, { kind, given: true, ...recorded });
}

/** Also a no to what was never granted: that it was offered and declined is worth keeping. */
export function withdraw(
  ledger: readonly ConsentEntry[],
  kind: ConsentKind,
  recorded: Recorded,
): ConsentEntry[] {
  return decide(ledger, { kind, given: false, ...recorded });
}

export function withdrawAll(ledger: readonly ConsentEntry[], recorded: Recorded): ConsentEntry[] {
  const kinds = [...new Set(ledger.map((entry) => entry.kind))].filter((kind) => may(ledger, kind));
  return kinds.reduce((so, kind) => withdraw(so, kind, recorded), [...ledger]);
}

/** A ledger this long keeps of the same decision, said over and over, the newest time alone. */
const longLedger = 200;

/**
 * What the person themselves decides is kept each time: since they said so last, a channel that they
 * named may have told otherwise.
 */
export function sayAnew(
  ledger: readonly ConsentEntry[],
  { kind, given }: Pick<ConsentEntry, 'kind' | 'given'>,
  recorded: Recorded,
): ConsentEntry[] {
  const last = ledger.findLastIndex((one) => one.kind === kind);
  const again = ledger[last]?.given === given && ledger[last].by === recorded.by;
  const kept = again && ledger.length >= longLedger ? ledger.toSpliced(last, 1) : ledger;
  return [...kept, { kind, given, ...recorded }];
}

/** Of what is planned, what may still go ahead: a withdrawal stops what its consent covered. */
export function stillAllowed<Step extends { consent: ConsentKind }>(
  ledger: readonly ConsentEntry[],
  planned: readonly Step[],
): Step[] {
  return planned.filter((step) => may(ledger, step.consent));
}

function decide(ledger: readonly ConsentEntry[], entry: ConsentEntry): ConsentEntry[] {
  const newest = ledger.findLast((one) => one.kind === entry.kind);
  return newest?.given === entry.given ? [...ledger] : [...ledger, entry];
}
