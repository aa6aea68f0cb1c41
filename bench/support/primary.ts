import { demoTeam } from '../../local/seed.ts';

/** The phone of tier 1's primary in the demo team, who is the first to be paged. */
export const primaryPhone = demoTeam(1).members[0]!.phone;
