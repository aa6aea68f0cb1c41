import type { Alert, Page } from './alert.ts';
import { type EscalationPolicy, requiredCourses, type Tier } from './policy.ts';
import { type Action, respond, type Responder, type Response } from './response.ts';
import { dayIn, emptyTeam, isCertified, type Member, type Team } from './team.ts';

/** A tier's team and policy as they are now. */
export interface Staffing {
  tier: Tier;
  team?: Team;
  policy?: EscalationPolicy;
}

/**
 * As `respond`, but nobody takes an alert who lacks what its tier asks of a responder: a link that
 * was sent before a raise still opens. Whom this escalation has paged may take it, as may the lead;
 * of all others `staffing` tells, and as long as it is of another tier than the alert they may not.
 * Supervisors are in no team, and act at their own desk.
 */
export function respondQualified(
  alert: Alert,
  action: Action,
  by: Responder,
  at: { now: number; staffing?: Staffing; supervises?: boolean },
): Response {
  const response = respond(alert, action, by, at.now);
  const { owner } = response.alert;
  const had = alert.owner?.responderId === by.responderId;
  const takes = response.alert !== alert && owner?.responderId === by.responderId && !had;
  if (at.supervises) return response;
  return takes && !mayTake(alert, by.responderId, at) ? { refused: 'untrained', alert } : response;
}

function mayTake(
  alert: Alert,
  responderId: string,
  { now, staffing }: { now: number; staffing?: Staffing },
): boolean {
  if (isPaged(alert, responderId)) return true;
  const known = staffing?.tier === alert.tier ? staffing : undefined;
  const frozen = frozenPolicy(alert);
  if ((frozen ?? known) && requiredCourses(alert.tier, frozen ?? known?.policy).length === 0) {
    return true;
  }
  if (known === undefined) return false;
  const { team = emptyTeam, policy } = known;
  const may = (member: Member) =>
    !alert.keptOut?.includes(member.responderId) &&
    (member.roles.includes('lead') || isQualified(alert, member, { team, policy, at: now }));
  const able = team.members.filter(may);
  // Where nobody could, somebody is better than nobody.
  return able.length === 0 || able.some((member) => member.responderId === responderId);
}

/** Whether a member holds every course that the alert's tier asks, for its service. */
function isQualified(
  alert: Alert,
  member: Member,
  of: { team: Team; policy?: EscalationPolicy; at: number },
): boolean {
  const { service, tier } = alert;
  const day = dayIn(of.team.timeZone, of.at);
  const courses = requiredCourses(tier, frozenPolicy(alert) ?? of.policy);
  return courses.every((course) => isCertified(member, { course, service, day }));
}

function frozenPolicy({ policy, tier }: Alert): Alert['policy'] {
  return policy?.tier === tier ? policy : undefined;
}

/** Whether this escalation has paged somebody, at the alert's tier or one that asks for more. */
function isPaged(alert: Alert, responderId: string): boolean {
  const isOf = (page: Page) =>
    page.responderId === responderId &&
    page.at >= alert.escalatedAt &&
    (page.tier ?? alert.tier) <= alert.tier;
  return alert.pages.some(isOf);
}
