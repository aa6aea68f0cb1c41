import type { EscalationPolicy, Tier } from '../../lambdas/domain/policy.ts';
import { canPageSomebody, unheardCourses } from '../../lambdas/domain/rota-check.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import { handovers, teamChanges } from './changes.ts';
import type { Change } from './compare.ts';
import { doubts } from './doubts.ts';
import { policyChanges } from './policy-changes.ts';
import type { TierRoster } from './schema.ts';
import type { Snapshot } from './server.ts';

/** What is to become of one tier. */
export interface Plan {
  tier: Tier;
  snapshot: Snapshot;
  wanted: TierRoster;
  changes: Change[];
  /** Whose phone rings at once instead of whose. */
  handovers: string[];
  /** In sentences; those from before the change are told apart. */
  doubts: { before: string[]; after: string[] };
  /** What is to be put; undefined where it is so already. */
  team: Team | undefined;
  policy: EscalationPolicy | undefined;
}

/** `now` in epoch ms. */
export function planOf(snapshot: Snapshot, wanted: TierRoster, now: number): Plan {
  const { tier } = snapshot;
  const { team, policy = snapshot.policy } = wanted;
  const ofTeam = teamChanges(snapshot.team, team);
  const ofPolicy = policyChanges(snapshot.policy, policy);
  return {
    tier,
    snapshot,
    wanted,
    changes: [...ofTeam, ...ofPolicy],
    handovers: handovers(snapshot.team, team, now),
    doubts: {
      before: doubts({ tier, team: snapshot.team, policy: snapshot.policy, now }),
      after: doubts({ tier, team, policy, now }),
    },
    team: ofTeam.length > 0 ? team : undefined,
    policy: ofPolicy.length > 0 ? policy : undefined,
  };
}

/** Fields of the policy that the server refuses for more than their shape. */
export function refusedFields({ tier, wanted, policy }: Plan): { field: string; says: string }[] {
  if (policy === undefined) return [];
  const { team } = wanted;
  const found: { field: string; says: string }[] = [];
  if (!canPageSomebody(team, policy)) {
    const known = ['everyone', 'lead', ...team.rotations.map((rotation) => rotation.name)];
    const says = `no step pages anybody of the team: there are ${known.join(', ')}`;
    found.push({ field: 'steps', says });
  }
  const unheard = unheardCourses(team, policy);
  if (unheard.length > 0) {
    const says = `nobody of the team has passed ${unheard.join(', ')}`;
    found.push({ field: 'requiredCourses', says });
  }
  if (tier === 1 && policy.requiredCourses?.length === 0) {
    const says = 'name a course: nobody untrained serves tier 1';
    found.push({ field: 'requiredCourses', says });
  }
  return found;
}
