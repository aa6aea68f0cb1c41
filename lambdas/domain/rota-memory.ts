/** Somebody who has been told that they are on call, and not yet that they no longer are. */
export interface OnCallTold {
  rotation: string;
  responderId: string;
}

/** A hole that was told: whom a step pages for which service, as a tag; epoch ms, `to` not included. */
export interface HoleTold {
  place: string;
  from: number;
  to: number;
}

/** What people and machines have been told of a tier's rota, so that nothing is told again. */
export interface RotaMemory {
  onCall: OnCallTold[];
  /** Notices that may not have gone out, and how often they were tried. */
  tries: { notice: string; count: number }[];
  /** The last day (YYYY-MM-DD and the team's zone) whose warnings have all been told. */
  warnedOn?: string;
  /** By the tag of a certificate, the latest warning that was told: so many days before it ends. */
  certificates: { tag: string; within: number }[];
  holes: HoleTold[];
  /** A run that is telling: until then (epoch ms) no other one tells. */
  claimedUntil?: number;
}

export const emptyMemory: RotaMemory = { onCall: [], tries: [], certificates: [], holes: [] };
