import { change } from '../change.ts';
import type { Alert, Page } from '../domain/alert.ts';
import {
  decide,
  type Hint,
  planStep,
  recordNews,
  recordStep,
  type StepPlan,
  timeOut,
} from '../domain/escalation.ts';
import { alertCode } from '../domain/ids.ts';
import { linkToken } from '../domain/link.ts';
import type { Tier } from '../domain/policy.ts';
import { pageText } from '../domain/sms.ts';
import { emptyTeam, type Member, type Team } from '../domain/team.ts';
import { hint as sendHint } from '../hint.ts';
import type { AlertStore, Clock, PagingStore, Queue, Sms, Telemetry, Topic } from '../ports.ts';

export interface PagerPorts {
  store: AlertStore & PagingStore;
  queue: Queue;
  sms: Sms;
  topic: Topic;
  clock: Clock;
  telemetry: Telemetry;
  /** Where the links in an SMS lead, without a slash at its end. */
  linkBase: string;
}

/** SNS takes about 20 SMS a second from an account, so more at once would only be throttled. */
const publishAtOnce = 20;

/**
 * Looks at an alert because a message said so. The table is the truth: what the message means is
 * decided from the alert alone. Publish, then record, then enqueue: a page may go out twice after a
 * crash, never not at all.
 */
export async function page(ports: PagerPorts, tier: Tier, hint: Hint): Promise<void> {
  const { alert, ...known } = await ports.store.loadForPaging(
    hint.alertId,
    tier,
    ports.clock.now(),
  );
  // A raised alert is its new tier's, whose own message is under way.
  if (alert === undefined || alert.tier !== tier) return;

  const now = ports.clock.now();
  const decision = decide(alert, hint, now);
  switch (decision.do) {
    case 'nothing':
      return;
    case 'put_back':
      return sendHint(ports, alert);
    case 'time_out':
      return save(ports, alert, (current) =>
        decide(current, hint, now).do === 'time_out' ? timeOut(current, now) : current,
      );
    case 'tell_owner': {
      const result = await tellOwner(ports, alert, known.team ?? emptyTeam);
      return save(ports, alert, (current) =>
        recordNews(current, alert.turn, result, ports.clock.now()),
      );
    }
    case 'page': {
      const team = known.team ?? emptyTeam;
      const plan = planStep(alert, { ...known, team }, now);
      const results = await publish(ports, alert, team, plan.recipients);
      tell(ports, alert, plan, results);
      await Promise.all([
        announce(ports, alert, plan, results),
        save(ports, alert, (current) => recordStep(current, plan, results, ports.clock.now())),
      ]);
    }
  }
}

/** Saves what `transition` makes of the alert, and sends the message of the turn that this began. */
async function save(
  ports: PagerPorts,
  alert: Alert,
  transition: (alert: Alert) => Alert,
): Promise<void> {
  const changed = await change(ports.store, alert.alertId, transition, alert);
  if (changed && changed.after.turn !== changed.before.turn) await sendHint(ports, changed.after);
}

/** Undefined where the owner is nobody of this team, and so has no phone here. */
async function tellOwner(
  ports: PagerPorts,
  alert: Alert,
  team: Team,
): Promise<Page['result'] | undefined> {
  const owner = team.members.find((member) => member.responderId === alert.owner?.responderId);
  const [told] = owner === undefined ? [] : await publish(ports, alert, team, [owner]);
  return told?.result;
}

type Result = Pick<Page, 'responderId' | 'name' | 'result'>;

async function publish(
  ports: PagerPorts,
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

function tell(ports: PagerPorts, alert: Alert, plan: StepPlan, results: Result[]): void {
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
async function announce(
  ports: PagerPorts,
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
