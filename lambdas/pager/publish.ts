import type { Alert, Page } from '../domain/alert.ts';
import { planStep, type StepPlan } from '../domain/escalation.ts';
import { alertCode } from '../domain/ids.ts';
import { linkToken } from '../domain/link.ts';
import { pageText } from '../domain/sms.ts';
import type { Member, Team } from '../domain/team.ts';
import type { Clock, Sms, Telemetry, Topic } from '../ports.ts';

export interface PublishPorts {
  sms: Sms;
  topic: Topic;
  clock: Clock;
  telemetry: Telemetry;
  /** Where the links in an SMS lead, without a slash at its end. */
  linkBase: string;
}

export type Result = Pick<Page, 'responderId' | 'name' | 'result'>;

/** SNS takes about 20 SMS a second from an account, so more at once would only be throttled. */
const publishAtOnce = 20;

/** Plans the step that is due and sends its SMS; nothing of it is recorded yet. */
export async function publishStep(
  ports: PublishPorts,
  alert: Alert,
  known: Parameters<typeof planStep>[1],
): Promise<{ plan: StepPlan; results: Result[] }> {
  const plan = planStep(alert, known, ports.clock.now());
  const results = await publish(ports, alert, known.team, plan.recipients);
  tell(ports, alert, plan, results);
  return { plan, results };
}

/** One SMS to each. */
export async function publish(
  ports: PublishPorts,
  alert: Alert,
  team: Team,
  recipients: Member[],
): Promise<Result[]> {
  const results: Result[] = [];
  for (let first = 0; first < recipients.length; first += publishAtOnce) {
    const wave = recipients.slice(first, first + publishAtOnce).map(async (member) => {
      const { responderId, name } = member;
      const text = pageText({
        ...alert,
        timeZone: team.timeZone,
        code: alertCode(alert.alertId),
        link: `${ports.linkBase}/p/${linkToken(alert, responderId)}`,
      });
      return { responderId, name, result: await ports.sms.publish(member.phone, text) };
    });
    results.push(...(await Promise.all(wave)));
  }
  return results;
}

function tell(ports: PublishPorts, alert: Alert, plan: StepPlan, results: Result[]): void {
  const { telemetry } = ports;
  const sent = countOf(results, 'sent');
  const failed = results.length - sent;
  if (sent > 0) telemetry.count('PagesSent', alert.tier, sent);
  if (failed > 0) telemetry.count('PagesFailed', alert.tier, failed);
  const passedOver = plan.passed.filter((one) => one.what === 'passed_over').length;
  if (passedOver > 0) telemetry.count('RespondersPassedOver', alert.tier, passedOver);
  if (plan.nobodyOnCall) telemetry.count('NobodyOnCall', alert.tier);
  if (plan.unanswered) telemetry.count('AlertUnanswered', alert.tier);
  const { alertId, tier } = alert;
  telemetry.note('step taken', { alertId, tier, step: plan.hop, sent, failed });
}

/** One event a step. The topic is for machines beside the path: an alert never waits for it. */
export async function announce(
  ports: PublishPorts,
  alert: Alert,
  plan: StepPlan,
  results: Result[],
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

function countOf(results: Result[], result: Result['result']): number {
  return results.filter((one) => one.result === result).length;
}
