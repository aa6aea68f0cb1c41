import type { EscalationPolicy } from '../../lambdas/domain/policy.ts';
import { onCall } from '../../lambdas/domain/schedule.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import { type Change, fieldChanges } from './compare.ts';
import { memberChanges } from './member-changes.ts';
import { policyChanges } from './policy-changes.ts';
import { overrideChanges, rotationChanges } from './rota-changes.ts';
import type { TierRoster } from './schema.ts';
import { namingOf } from './words.ts';

/** A tier as it is stored, or as it would be. */
export interface Stored {
  team: Team;
  policy: EscalationPolicy;
}

/** All that becomes different, for people to read; nothing where the two are the same. */
export function changes(before: Stored, after: TierRoster): Change[] {
  return [
    ...teamChanges(before.team, after.team),
    ...(after.policy === undefined ? [] : policyChanges(before.policy, after.policy)),
  ];
}

export function teamChanges(before: Team, after: Team): Change[] {
  const told = { members: [], rotations: [], overrides: [] };
  const rest = fieldChanges(
    { ...before, ...told },
    { ...after, ...told },
    {
      timeZone: (was, is) => [`time zone ${was} → ${is}`],
    },
  );
  return [
    ...rest.map((says): Change => ({ sign: '~', says })),
    ...memberChanges(before.members, after.members),
    ...rotationChanges(before, after),
    ...overrideChanges(before, after),
  ];
}

/** Whose phone rings from this moment on (epoch ms) instead of whose, by rotation. */
export function handovers(before: Team, after: Team, at: number): string[] {
  const naming = namingOf(before, after);
  const [old, now] = [onCall(before, at), onCall(after, at)];
  const rotations = new Set([...old.keys(), ...now.keys()]);
  return [...rotations].flatMap((rotation) => {
    const [was, is] = [old.get(rotation) ?? '', now.get(rotation) ?? ''];
    return was === is ? [] : [`${rotation} ${naming(was)} → ${naming(is)}`];
  });
}
