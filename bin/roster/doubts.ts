import type { EscalationPolicy, Tier } from '../../lambdas/domain/policy.ts';
import { type RotaWarning, rotaWarnings } from '../../lambdas/domain/rota-check.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import { holesSaid } from './holes.ts';
import { namingOf } from './words.ts';

/** How far ahead the staff API looks when a team is stored, and so does the command. */
export const lookAhead = 90 * 86_400_000;

export interface Outlook {
  tier: Tier;
  team: Team;
  policy: EscalationPolicy;
  /** Epoch ms */
  now: number;
}

/** What is doubtful about a team under a policy, in sentences: the rules are the server's own. */
export function doubts({ tier, team, policy, now }: Outlook): string[] {
  return sentences(rotaWarnings(team, policy, { tier, from: now, to: now + lookAhead }), team, now);
}

/** The warnings in the answer to a PUT, the same way; a server that answers with none is fine. */
export function doubtsOf(answer: unknown, team: Team, now: number): string[] {
  const { warnings, moreWarnings = 0 } = (answer ?? {}) as {
    warnings?: unknown;
    moreWarnings?: number;
  };
  if (!Array.isArray(warnings)) return [];
  const read = warnings.map((one: RotaWarning) =>
    one.kind === 'hole' ? { ...one, from: instant(one.from), to: instant(one.to) } : one,
  );
  const more = moreWarnings > 0 ? [`and ${moreWarnings} more that the server counted`] : [];
  return [...sentences(read, team, now), ...more];
}

/** The server's instants are ISO 8601. */
function instant(at: number | string): number {
  return new Date(at).getTime();
}

function sentences(warnings: RotaWarning[], team: Team, now: number): string[] {
  const naming = namingOf(team);
  const said = warnings.flatMap((warning): string[] => {
    switch (warning.kind) {
      case 'hole':
        return [];
      case 'no_lead':
        return ['nobody has the role lead: the last resort would page nobody'];
      case 'no_rotation':
        return [`step ${warning.step + 1} pages ${warning.page}, which the team does not have`];
      case 'unused_rotation':
        return [`no step of the policy pages the rotation ${warning.rotation}`];
      case 'unknown_responder':
        return [
          `override ${warning.override + 1} counts for nothing: ${naming(warning.responderId)} is no member`,
        ];
      case 'unknown_rotation':
        return [
          `override ${warning.override + 1} counts for nothing: there is no rotation ${warning.rotation}`,
        ];
      default:
        // A server newer than this command may know of more.
        return [JSON.stringify(warning)];
    }
  });
  // That what is missing has nobody on call goes without saying.
  const missing = warnings.flatMap((one) => (one.kind === 'no_rotation' ? [one.page] : []));
  const holes = warnings
    .filter((one) => one.kind === 'hole')
    .filter((hole) => !missing.includes(hole.page));
  const { timeZone } = team;
  return [...said, ...holesSaid(holes, { timeZone, from: now, to: now + lookAhead })];
}
