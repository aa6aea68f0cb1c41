import * as z from 'zod';
import type { EscalationPolicy } from '../../lambdas/domain/policy.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import { policySchema, teamSchema } from '../../lambdas/staff/schemas.ts';

/**
 * A roster file: the teams of one or more tiers, each as the staff API takes it, and beside a team
 * its escalation policy where the file is to decide that too.
 */
const tierSchema = teamSchema.safeExtend({ policy: policySchema.optional() }).meta({ id: 'tier' });

export const rosterSchema = z.strictObject({
  tiers: z
    .strictObject({
      1: tierSchema.optional(),
      2: tierSchema.optional(),
      3: tierSchema.optional(),
    })
    .refine((of) => Object.keys(of).length > 0, 'at least one of 1, 2 and 3'),
});

/** What one tier is, or is to be; a file that says nothing of the policy leaves it as it is. */
export interface TierRoster {
  team: Team;
  policy?: EscalationPolicy;
}
