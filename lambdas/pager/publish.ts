import type { Alert } from '../domain/alert.ts';
import type { PageResult, StepPlan } from '../domain/escalation.ts';
import { alertCode } from '../domain/ids.ts';
import { linkToken } from '../domain/link.ts';
import { pageText } from '../domain/sms.ts';
import type { Member, Team } from '../domain/team.ts';
import type { Clock, Sms, SmsResult, Telemetry, Topic } from '../ports.ts';

export interface PublishPorts {
  sms: Sms;
  topic: Topic;
  clock: Clock;
  telemetry: Telemetry;
  /** Where the links in an SMS lead, without a slash at its end. */
  linkBase: string;
}

/** SNS takes about 20 SMS a second from an account, so more at once would only be throttled. */
const publishAtOnce = 20;

/** One SMS to each. */
export function publish(
  ports: PublishPorts,
  alert: Alert,
  team: Team,
  recipients: Member[],
): Promise<PageResult[]> {
  return inWaves(recipients, async (member) => {
    const { responderId, name } = member;
    return { responderId, name, result: await pageMember(ports, alert, team, member) };
  });
}

/** Does something for each, for no more of them at a time than SNS takes. */
export async function inWaves<Outcome>(
  members: Member[],
  one: (member: Member) => Promise<Outcome>,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let first = 0; first < members.length; first += publishAtOnce) {
    const wave = members.slice(first, first + publishAtOnce).map(one);
    outcomes.push(...(await Promise.all(wave)));
  }
  return outcomes;
}

/** The SMS of an alert to one responder. */
export function pageMember(
  ports: PublishPorts,
  alert: Alert,
  team: Team,
  member: Member,
): Promise<SmsResult> {
  const text = pageText({
    ...alert,
    timeZone: team.timeZone,
    code: alertCode(alert.alertId),
    link: `${ports.linkBase}/p/${linkToken(alert, member.responderId)}`,
  });
  return ports.sms.publish(member.phone, text);
}

/** Tells the metrics and the log of a step. */
export function tell(
  ports: PublishPorts,
  alert: Alert,
  plan: StepPlan,
  results: PageResult[],
): void {
  const { telemetry } = ports;
  const sent = countOf(results, 'sent');
  const waiting = results.filter((one) => one.waits !== undefined).length;
  const failed = results.length - sent - waiting;
  if (sent > 0) telemetry.count('PagesSent', alert.tier, sent);
  if (failed > 0) telemetry.count('PagesFailed', alert.tier, failed);
  const passedOver = plan.passed.filter((one) => one.what === 'passed_over').length;
  if (passedOver > 0) telemetry.count('RespondersPassedOver', alert.tier, passedOver);
  if (plan.nobodyOnCall) telemetry.count('NobodyOnCall', alert.tier);
  if (plan.unanswered) telemetry.count('AlertUnanswered', alert.tier);
  const { alertId, tier } = alert;
  telemetry.note('step taken', { alertId, tier, step: plan.hop, sent, failed, waiting });
}

/** One event a step. The topic is for machines beside the path: an alert never waits for it. */
export async function announce(
  ports: PublishPorts,
  alert: Alert,
  plan: StepPlan,
  results: PageResult[],
): Promise<void> {
  const { alertId, tier } = alert;
  const type = plan.nobodyOnCall ? 'nobody_on_call' : plan.unanswered ? 'unanswered' : 'paged';
  const pages = countOf(results, 'sent');
  const failed = countOf(results, 'failed');
  const at = new Date(ports.clock.now()).toISOString();
  try {
    await ports.topic.publish({ type, alertId, tier, step: plan.hop, pages, failed, at });
  } catch (error) {
    ports.telemetry.fail('event not published', error, { alertId, tier });
  }
}

function countOf(results: PageResult[], result: PageResult['result']): number {
  return results.filter((one) => one.result === result).length;
}
