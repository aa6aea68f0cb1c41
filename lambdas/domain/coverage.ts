import { type EscalationPolicy, requiredCourses, type Tier } from './policy.ts';
import { difference, intersection, type Intervals, union } from './schedule-intervals.ts';
import { clockOf, day, type ZoneClock } from './schedule-zone.ts';
import { type Interval, spansBetween } from './schedule.ts';
import { type Certificate, coversService, type Member, type Team } from './team.ts';

/** A stretch of time (epoch ms, `to` not included) in which a step would page nobody. */
export interface Hole {
  service: string;
  /** Index into the policy's steps, and whom that step pages. */
  step: number;
  page: string;
  from: number;
  to: number;
  reason: 'nobody_on_call' | 'no_certificate';
}

export interface CoverageQuestion extends Interval {
  tier: Tier;
  services: readonly string[];
}

/**
 * The holes of an interval, by service, step and time: where a step of the policy has nobody on call,
 * or nobody who holds the certificates that the tier asks on that day in the team's zone. Holes of one
 * kind that touch are one.
 */
export function coverage(team: Team, policy: EscalationPolicy, asked: CoverageQuestion): Hole[] {
  const { tier, services, from, to } = asked;
  if (!(from < to)) return [];
  const pages = [...new Set(policy.steps.map((step) => step.page))];
  const onCall = new Map(pages.map((page) => [page, timesOnCall(team, page, asked)]));
  const courses = requiredCourses(tier, policy);
  const certificates = courses.map((course) => validCertificates(team, course));

  return services.flatMap((service) => {
    const certified = certifiedTimes(certificates, service);
    const holes = new Map(
      pages.map((page) => [page, holesIn(asked, onCall.get(page)!, certified)]),
    );
    return policy.steps.flatMap(({ page }, step) =>
      holes.get(page)!.map(({ start, end, reason }) => {
        return { service, step, page, from: start, to: end, reason };
      }),
    );
  });
}

/** The services that every platform of this kind has, whether a certificate names them or not. */
const knownServices = ['GoRide', 'GoCar'];

/** The services to ask coverage for: the known ones and those that certificates name, once each. */
export function servicesOf(team: Team): string[] {
  const certificates = team.members.flatMap((member) => member.certificates);
  const named = certificates.flatMap(({ services }) => (services === 'all' ? [] : services));
  const spellings = [...named, ...knownServices].map((name) => [name.toLowerCase(), name] as const);
  return [...new Map(spellings).values()].toSorted();
}

/** When each responder is among those whom a step asks; the ones without any time are left out. */
type Times = Map<string, Intervals>;

function timesOnCall(team: Team, page: string, { from, to }: Interval): Times {
  const always = [{ start: from, end: to }];
  const timesOf = (members: Member[]) =>
    new Map(members.map((member) => [member.responderId, always]));
  if (page === 'everyone') return timesOf(team.members);
  if (page === 'lead') return timesOf(team.members.filter((one) => one.roles.includes('lead')));

  const spans = spansBetween(team, page, { from, to });
  const byResponder = Map.groupBy(spans, (span) => span.responderId);
  const times: Times = new Map();
  for (const [responderId, theirs] of byResponder) {
    if (responderId !== undefined) times.set(responderId, union(theirs));
  }
  return times;
}

interface Validity {
  responderId: string;
  services: Certificate['services'];
  start: number;
  end: number;
}

function validCertificates(team: Team, course: string): Validity[] {
  const clock = clockOf(team.timeZone);
  return team.members.flatMap(({ responderId, certificates }) =>
    certificates
      .filter((held) => held.course === course)
      .map(({ services, issuedOn, expiresOn }) => ({
        responderId,
        services,
        start: midnight(issuedOn, clock),
        end: midnight(expiresOn, clock, 1),
      })),
  );
}

/** The first instant (epoch ms) of a calendar day, or of one some days later. */
function midnight(date: string, clock: ZoneClock, daysLater = 0): number {
  return clock.instantOf(Date.parse(date) + daysLater * day);
}

/** When each responder holds a certificate of every course; undefined where none is asked for. */
function certifiedTimes(courses: Validity[][], service: string): Times | undefined {
  const byCourse = courses.map((certificates) => {
    const covering = certificates.filter((held) => coversService(held.services, service));
    const byResponder = Map.groupBy(covering, (held) => held.responderId);
    return new Map([...byResponder].map(([responderId, held]) => [responderId, union(held)]));
  });
  const [first, ...rest] = byCourse;
  if (first === undefined) return undefined;
  const inAll = (responderId: string, times: Intervals) =>
    rest.reduce((common, other) => intersection(common, other.get(responderId) ?? []), times);
  return new Map(
    [...first].map(([responderId, times]) => [responderId, inAll(responderId, times)]),
  );
}

function holesIn({ from, to }: Interval, onCall: Times, certified: Times | undefined) {
  const somebody = union([...onCall.values()].flat());
  const nobody = difference([{ start: from, end: to }], somebody);
  const holes = nobody.map((one) => ({ ...one, reason: 'nobody_on_call' as const }));
  if (certified === undefined) return holes;

  const qualified = [...onCall].flatMap(([responderId, times]) =>
    intersection(times, certified.get(responderId) ?? []),
  );
  const uncertified = difference(somebody, union(qualified)).map((one) => {
    return { ...one, reason: 'no_certificate' as const };
  });
  return [...holes, ...uncertified].toSorted((a, b) => a.start - b.start);
}
