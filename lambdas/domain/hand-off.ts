import type { OnCallTold, RotaMemory } from './rota-memory.ts';
import { onCall, onCallIn, shiftAt, spansBetween } from './schedule.ts';
import type { Team } from './team.ts';

const minute = 60_000;
const day = 86_400_000;

/** A turn that begins or ends for somebody who does not know yet. Instants are epoch ms. */
export interface HandOff extends OnCallTold {
  what: 'begins' | 'ends';
  /** When; undefined where that was a while ago, as after a change of the rota. */
  at?: number;
  /** Of a turn that begins: when it ends, unless nobody else follows for weeks. */
  until?: number;
}

/** Who is on call at an instant, as if they had all been told. */
export function toldOf(team: Team, at: number): OnCallTold[] {
  return [...onCall(team, at)].map(([rotation, responderId]) => ({ rotation, responderId }));
}

/**
 * Who has to be told what, for all to know who is on call at an instant. It goes by what each has been
 * told and not by the hand-offs of the rota: so an override, a gap and a change of the rota in the
 * middle of a turn count as much as a hand-off, and one from somebody to the same person is none.
 */
export function handOffs(team: Team, told: readonly OnCallTold[], at: number): HandOff[] {
  const now = toldOf(team, at);
  const ends = told
    .filter((one) => !now.some((other) => isSame(one, other)))
    .map((one): HandOff => ({ ...one, what: 'ends', at: endOf(team, one, at) }));
  const begins = now
    .filter((one) => !told.some((other) => isSame(one, other)))
    .map((one): HandOff => ({ ...one, what: 'begins', ...turnOf(team, one, at) }));
  return [...ends, ...begins];
}

/** Times that lie further back than this are no news to anybody (ms). */
const recent = 30 * minute;

function endOf(team: Team, { rotation, responderId }: OnCallTold, at: number): number | undefined {
  const spans = spansBetween(team, rotation, { from: at - recent, to: at });
  return spans.findLast((span) => span.responderId === responderId)?.end;
}

/** From when to when somebody is on call without a break, over as many shifts as that takes. */
function turnOf(team: Team, { rotation, responderId }: OnCallTold, at: number) {
  const shift = shiftAt(team, rotation, at)!;
  const farthest = at + 35 * day;
  let until = shift.end;
  while (until < farthest && onCallIn(team, rotation, until) === responderId) {
    until = shiftAt(team, rotation, until)!.end;
  }
  return {
    at: shift.start > at - recent ? shift.start : undefined,
    until: until < farthest ? until : undefined,
  };
}

/** Nobody is told the same more often than this: the carrier may have it and not have said so. */
const mostTries = 3;

/**
 * What is remembered once hand-offs were told. `pending` says of which it is not known whether they
 * went out: those are told again, a few times.
 */
export function rememberHandOffs(
  memory: RotaMemory,
  found: readonly HandOff[],
  pending: (handOff: HandOff) => boolean,
): RotaMemory {
  let { onCall: told } = memory;
  const tries: RotaMemory['tries'] = [];
  for (const handOff of found) {
    const { rotation, responderId, what } = handOff;
    const notice = JSON.stringify([what, rotation, responderId]);
    const count = 1 + (memory.tries.find((one) => one.notice === notice)?.count ?? 0);
    if (pending(handOff) && count < mostTries) {
      tries.push({ notice, count });
      continue;
    }
    told = told.filter((one) => !isSame(one, handOff));
    if (what === 'begins') told = [...told, { rotation, responderId }];
  }
  return { ...memory, onCall: told, tries };
}

function isSame(one: OnCallTold, other: OnCallTold): boolean {
  return one.rotation === other.rotation && one.responderId === other.responderId;
}
