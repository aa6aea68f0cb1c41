import type { Invariant } from '../watch.ts';
import { leads, personAt, policies, qualified, restOfRound } from '../world/cast.ts';
import { defaultPolicies } from '../../../lambdas/domain/policy.ts';

/** An alert of tier 1 reaches nobody without a certificate, except the lead as the last resort. */
export const certified: Invariant = (world, broken) => {
  const { cast } = world.life;
  const policy = policies[cast.policy] ?? defaultPolicies[1];

  /** Nobody who is left to be asked in the round may serve. */
  function isLastResort(hop: number): boolean {
    return restOfRound(policy, hop).every((page) => qualified(cast, page, 1).length === 0);
  }

  return {
    asked({ task, responderId, text }) {
      if (!text.startsWith('SIAGA T1 ')) return;
      if (personAt(cast, responderId)?.certificate === 'current') return;
      const { read } = task;
      if (read?.owner?.responderId === responderId && read.status === 'acknowledged') return;
      const allowed = leads(cast).includes(responderId) && isLastResort(read?.hop ?? 0);
      if (!allowed) broken(`${responderId} has no certificate and was paged for tier 1`);
    },
  };
};
