import type { Alert } from '../domain/alert.ts';
import {
  isStepDue,
  type PageResult,
  planStep,
  type Settled,
  type StepPlan,
} from '../domain/escalation.ts';
import { alertCode } from '../domain/ids.ts';
import { queueToken } from '../domain/link.ts';
import { claimHolds, digestEvery, type Held, type Pace, type Verdict } from '../domain/pacing.ts';
import { pageText } from '../domain/sms.ts';
import type { Member, Team } from '../domain/team.ts';
import type { SmsResult } from '../ports.ts';
import { Pacer, type PacerPorts } from './pacer.ts';
import { inWaves, pageMember, type PublishPorts, tell } from './publish.ts';

export type LookPorts = PublishPorts & PacerPorts;

export interface Looked {
  /** What became of pages that waited for a digest. */
  settled: Settled[];
  /** Absent where it is not yet time for the next step. */
  step?: { plan: StepPlan; results: PageResult[] };
}

interface Known {
  team: Team;
  policy?: Parameters<typeof planStep>[1]['policy'];
  taken?: ReadonlyMap<string, number>;
  pace?: Pace;
}

/** SQS delays whole seconds, so what had to wait may come so much later (ms). */
const roundedUp = 1_000;
/** Whose page waits and who need not come back for the digest may be told of it so much later (ms). */
const noHurry = 2 * digestEvery;

/** Sends whatever SMS of an open alert is due, or lets it wait in a flood; nothing is recorded yet. */
export async function lookAt(ports: LookPorts, alert: Alert, known: Known): Promise<Looked> {
  const { clock, pressure } = ports;
  const now = clock.now();
  const waited = alert.hop > 0 || alert.attempts > 0;
  pressure.noteLag(now - alert.dueAt! - (waited ? roundedUp : 0), now);
  const pacer = new Pacer(ports, alert.tier, known.pace);
  await pacer.begin();
  const one: One = { ports, alert, team: known.team, pacer };
  const settled = await Promise.all((alert.held ?? []).map((held) => settle(one, held)));
  if (!isStepDue(alert, now)) return { settled };

  const plan = { ...planStep(alert, known, now), settled };
  const results = await inWaves(plan.recipients, (member) => pageOrWait(one, member));
  tell(ports, alert, plan, results);
  await pacer.tellOthers();
  return { settled, step: { plan, results } };
}

interface One {
  ports: LookPorts;
  alert: Alert;
  team: Team;
  pacer: Pacer;
}

async function pageOrWait(one: One, member: Member): Promise<PageResult> {
  const { ports, alert, team, pacer } = one;
  const { responderId, name } = member;
  const now = () => ports.clock.now();
  const verdict = await pacer.judge(responderId);
  switch (verdict.do) {
    case 'covered':
      return { responderId, name, result: verdict.result };
    case 'send': {
      const result = await pageMember(ports, alert, team, member);
      ports.pressure.notePage(responderId, result, now());
      return { responderId, name, result };
    }
    case 'wait': {
      const comesBack = ports.pressure.noteWaiting(responderId, verdict.digests, now());
      const dueAt = comesBack ? verdict.until : now() + noHurry;
      const { digests } = verdict;
      return { responderId, name, result: 'pending', waits: { digests, dueAt } };
    }
    case 'claim': {
      const { digests } = verdict;
      const result = await sendClaimed(one, member, verdict);
      if (result !== 'pending') return { responderId, name, result };
      ports.pressure.noteWaiting(responderId, digests, now());
      return { responderId, name, result, waits: { digests, dueAt: now() + claimHolds } };
    }
  }
}

/** What becomes of a page that waits. */
async function settle(one: One, held: Held): Promise<Settled> {
  const { ports, alert, team, pacer } = one;
  const member = team.members.find(({ responderId }) => responderId === held.responderId);
  // They have left the team, or have a conflict of interest, since.
  const isOut = member === undefined || alert.keptOut?.includes(held.responderId);
  if (isOut) return { ...held, result: 'failed' };
  const now = ports.clock.now();
  const verdict = await pacer.judge(held.responderId, held);
  switch (verdict.do) {
    case 'covered':
      return { ...held, result: verdict.result };
    case 'claim': {
      const result = await sendClaimed(one, member, verdict);
      return { ...held, result, dueAt: now + claimHolds };
    }
    default: {
      const inVain = now >= held.dueAt ? 1 : 0;
      const until = verdict.do === 'wait' ? verdict.until : now;
      return { ...held, result: 'pending', looks: held.looks + inVain, dueAt: until };
    }
  }
}

type Claimed = Extract<Verdict, { do: 'claim' }>;

/** The SMS that this pager alone sends now; published, then recorded. */
async function sendClaimed(one: One, member: Member, claimed: Claimed): Promise<SmsResult> {
  const { ports, alert, team, pacer } = one;
  const { responderId } = member;
  const result =
    claimed.as === 'page'
      ? await pageMember(ports, alert, team, member)
      : await sendDigest(one, member, claimed.digests);
  await pacer.record(responderId, claimed.as, result);
  return result;
}

/** One SMS for all that waits; it looks like the page of the alert that came for it. */
async function sendDigest(
  { ports, alert, team, pacer }: One,
  member: Member,
  digests: number,
): Promise<SmsResult> {
  const { responderId, phone } = member;
  const text = pageText({
    ...alert,
    timeZone: team.timeZone,
    code: alertCode(alert.alertId),
    waiting: Math.max(1, ports.pressure.waitingFor(responderId, digests)),
    link: `${ports.linkBase}/q/${queueToken(alert.tier, pacer.key, responderId)}`,
  });
  const result = await ports.sms.publish(phone, text);
  if (result === 'sent') ports.telemetry.count('DigestsSent', alert.tier);
  return result;
}
