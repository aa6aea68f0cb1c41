import { coverage, type Hole, servicesOf } from './coverage.ts';
import { toldTag } from './ids.ts';
import { type EscalationPolicy, requiredCourses, type Tier } from './policy.ts';
import type { RotaMemory } from './rota-memory.ts';
import { difference, union } from './schedule-intervals.ts';
import { type Certificate, dayIn, isCertified, type Member, type Team } from './team.ts';

const day = 86_400_000;
/** How many days before its end a certificate is told of, each time once. */
const certificateWarnings = [3, 14, 30] as const;
/** How far ahead holes are told of, and how far they are followed to know where they end. */
const holeWarning = 14 * day;
const holeHorizon = 90 * day;
/** Of a rota with more holes than this nobody reads them one by one; the next come the next day. */
const mostHoles = 100;
/** Some 100 kB, where an item has room for 400; what is forgotten is told again, but not that day. */
const mostRemembered = 2_000;

/** Certificates of one course that end on one day and are not followed by another one. */
export interface CertificatesNews {
  course: string;
  services: Certificate['services'];
  expiresOn: string;
  /** 0 on their last day. */
  daysLeft: number;
  /** Which warning this is: so many days before the end. */
  within: number;
  /** Whether the tier pages nobody without one. */
  required: boolean;
  responderIds: string[];
}

export interface HoleNews extends Omit<Hole, 'service'> {
  services: string[];
}

export interface RotaNews {
  certificates: CertificatesNews[];
  holes: HoleNews[];
}

export const noNews: RotaNews = { certificates: [], holes: [] };

export interface RotaQuestion {
  tier: Tier;
  /** Epoch ms */
  now: number;
  told: Pick<RotaMemory, 'certificates' | 'holes'>;
}

/** What a tier has to be told of its rota and has not been told before. */
export function rotaNews(team: Team, policy: EscalationPolicy, asked: RotaQuestion): RotaNews {
  return {
    certificates: certificatesNews(team, policy, asked),
    holes: holesNews(team, policy, asked),
  };
}

function certificatesNews(
  team: Team,
  policy: EscalationPolicy,
  { tier, now, told }: RotaQuestion,
): CertificatesNews[] {
  const today = Date.parse(dayIn(team.timeZone, now));
  const known = new Map(told.certificates.map(({ tag, within }) => [tag, within]));
  const required = requiredCourses(tier, policy);
  const services = servicesOf(team);
  const news = new Map<string, CertificatesNews>();
  for (const member of team.members) {
    for (const held of member.certificates) {
      const daysLeft = Math.round((Date.parse(held.expiresOn) - today) / day);
      const within = certificateWarnings.find((days) => daysLeft >= 0 && daysLeft <= days);
      if (within === undefined || isFollowed(member, held, services)) continue;
      if ((known.get(tagOf(member, held)) ?? Infinity) <= within) continue;
      const { course, expiresOn } = held;
      const key = JSON.stringify([course, held.services, expiresOn]);
      const same = news.get(key);
      if (same === undefined) {
        const needed = required.includes(course);
        const facts = { course, services: held.services, expiresOn, daysLeft, within };
        news.set(key, { ...facts, required: needed, responderIds: [member.responderId] });
      } else if (!same.responderIds.includes(member.responderId)) {
        same.responderIds.push(member.responderId);
      }
    }
  }
  return [...news.values()].toSorted((a, b) => a.daysLeft - b.daysLeft);
}

/** Whether the member has certificates for the same from the day after its last one on. */
function isFollowed(member: Member, held: Certificate, services: readonly string[]): boolean {
  const next = new Date(Date.parse(held.expiresOn) + day).toISOString().slice(0, 10);
  return (held.services === 'all' ? services : held.services).every((service) =>
    isCertified(member, { course: held.course, service, day: next }),
  );
}

function tagOf({ responderId }: Member, { course, services, expiresOn }: Certificate): string {
  return toldTag(responderId, course, JSON.stringify(services), expiresOn);
}

/**
 * A hole is news where some of what lies within the warning's reach has not been told: so one that is
 * there for ever is not told every morning, and one that grows is told again.
 */
function holesNews(
  team: Team,
  policy: EscalationPolicy,
  { tier, now, told }: RotaQuestion,
): HoleNews[] {
  const reach = now + holeWarning;
  const services = servicesOf(team);
  const holes = coverage(team, policy, { tier, services, from: now, to: now + holeHorizon });
  const toldOf = Map.groupBy(told.holes, (one) => one.place);
  const news = new Map<string, HoleNews>();
  for (const { service, ...hole } of holes) {
    if (hole.from >= reach) continue;
    const near = [{ start: hole.from, end: Math.min(hole.to, reach) }];
    const known = toldOf.get(placeOf(hole.page, service)) ?? [];
    const spans = union(known.map(({ from, to }) => ({ start: from, end: to })));
    if (difference(near, spans).length === 0) continue;
    const key = JSON.stringify([hole.page, hole.reason, hole.from, hole.to]);
    const same = news.get(key);
    // Two steps may page the same people; the first of them says it for both.
    if (same === undefined) news.set(key, { ...hole, services: [service] });
    else if (!same.services.includes(service)) same.services.push(service);
  }
  return [...news.values()]
    .toSorted((a, b) => a.from - b.from || a.step - b.step)
    .slice(0, mostHoles);
}

function placeOf(page: string, service: string): string {
  return toldTag(page, service);
}

/** What is remembered once news were told; what can come up no more is forgotten. */
export function rememberNews<Memory extends RotaQuestion['told']>(
  memory: Memory,
  { certificates, holes }: RotaNews,
  { team, now }: { team: Team; now: number },
): Memory {
  const found = new Map(memory.certificates.map(({ tag, within }) => [tag, within]));
  const kept: RotaMemory['certificates'] = [];
  for (const member of team.members) {
    for (const held of member.certificates) {
      const told = certificates.find(
        (one) =>
          one.course === held.course &&
          one.expiresOn === held.expiresOn &&
          JSON.stringify(one.services) === JSON.stringify(held.services) &&
          one.responderIds.includes(member.responderId),
      );
      const tag = tagOf(member, held);
      const within = told?.within ?? found.get(tag);
      if (within !== undefined) kept.push({ tag, within });
    }
  }
  const told = holes.flatMap(({ services, page, from, to }) =>
    services.map((service) => ({ place: placeOf(page, service), from, to })),
  );
  const holesToCome = [...told, ...memory.holes].filter((one) => one.to > now);
  return { ...memory, certificates: kept, holes: holesToCome.slice(0, mostRemembered) };
}
