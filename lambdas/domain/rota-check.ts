import { coverage, type Hole, servicesOf } from './coverage.ts';
import type { EscalationPolicy, Tier } from './policy.ts';
import type { Interval } from './schedule.ts';
import type { Team } from './team.ts';

/** What is doubtful about a rota. It never stands in its way: a hole now is better than an old rota. */
export type RotaWarning =
  | ({ kind: 'hole' } & Hole)
  /** The last resort of this tier would page nobody. */
  | { kind: 'no_lead' }
  /** A step pages what the team does not have. */
  | { kind: 'no_rotation'; step: number; page: string }
  /** No step of the policy pages this rotation. */
  | { kind: 'unused_rotation'; rotation: string }
  /** Passed over, for whoever stands in is no member. */
  | { kind: 'unknown_responder'; override: number; responderId: string }
  | { kind: 'unknown_rotation'; override: number; rotation: string };

export function rotaWarnings(
  team: Team,
  policy: EscalationPolicy,
  asked: { tier: Tier } & Interval,
): RotaWarning[] {
  const warnings: RotaWarning[] = [];
  if (!team.members.some((member) => member.roles.includes('lead'))) {
    warnings.push({ kind: 'no_lead' });
  }
  for (const [step, { page }] of policy.steps.entries()) {
    if (!isKnown(team, page)) warnings.push({ kind: 'no_rotation', step, page });
  }
  for (const { name } of team.rotations) {
    const used = policy.steps.some(({ page }) => page === name);
    if (!used) warnings.push({ kind: 'unused_rotation', rotation: name });
  }
  const members = new Set(team.members.map((member) => member.responderId));
  for (const [override, { responderId, rotation }] of team.overrides.entries()) {
    if (responderId !== '' && !members.has(responderId)) {
      warnings.push({ kind: 'unknown_responder', override, responderId });
    }
    if (!team.rotations.some((one) => one.name === rotation)) {
      warnings.push({ kind: 'unknown_rotation', override, rotation });
    }
  }
  const holes = coverage(team, policy, { ...asked, services: servicesOf(team) });
  return [...warnings, ...holes.map((hole) => ({ kind: 'hole' as const, ...hole }))];
}

/** Whether a step could ever page anybody of this team. */
export function canPageSomebody(team: Team, policy: EscalationPolicy): boolean {
  return policy.steps.some(({ page }) => isKnown(team, page) && takesTurns(team, page));
}

/**
 * Courses that a policy asks for and nobody of the team has ever passed: a slip of the pen, most likely,
 * after which the last resort alone would be paged.
 */
export function unheardCourses(team: Team, policy: EscalationPolicy): string[] {
  const held = new Set(team.members.flatMap((one) => one.certificates.map(({ course }) => course)));
  const asked = team.members.length === 0 ? [] : (policy.requiredCourses ?? []);
  return asked.filter((course) => !held.has(course));
}

/** A rotation of nobody but gaps pages nobody, unless somebody stands in. */
function takesTurns(team: Team, page: string): boolean {
  if (page === 'everyone' || page === 'lead') return true;
  const turns = team.rotations.filter(({ name }) => name === page);
  const standIns = team.overrides.filter(({ rotation }) => rotation === page);
  const asked = [
    ...turns.flatMap((one) => one.participants),
    ...standIns.map((one) => one.responderId),
  ];
  return team.members.some(({ responderId }) => asked.includes(responderId));
}

function isKnown(team: Team, page: string): boolean {
  if (page === 'everyone') return true;
  if (page === 'lead') return team.members.some((member) => member.roles.includes('lead'));
  return team.rotations.some((rotation) => rotation.name === page);
}
