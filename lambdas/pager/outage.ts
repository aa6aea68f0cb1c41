import { change } from '../change.ts';
import type { Alert } from '../domain/alert.ts';
import { decide, type Hint, planStep, recordStep } from '../domain/escalation.ts';
import type { Tier } from '../domain/policy.ts';
import { rescue } from '../domain/rescue.ts';
import { hint as sendHint } from '../hint.ts';
import type { PagerPorts } from './page.ts';
import { announce, publish, tell } from './publish.ts';

/** How soon a message that only the table can explain is looked at again (s). */
const tableRetrySeconds = 5;
/** An alert that was opened longer ago may have been paged by another message, and so be taken (ms). */
const newFor = 5_000;

/**
 * While the table is out, the alert that a message carries is paged with the team that was seen
 * last. Every other message goes back: nobody can know whether its alert has been taken.
 */
export async function pageWithoutTable(
  ports: PagerPorts,
  tier: Tier,
  message: Hint,
): Promise<void> {
  const now = ports.clock.now();
  const { opened, ...told } = message;
  const isNew = opened !== undefined && Math.abs(now - opened.openedAt) < newFor;
  const hint: Hint = isNew ? { ...told, alert: opened, isStored: true } : told;
  // What is new goes back soon, and as it came, so that it is new no longer than it is.
  const goBack = () =>
    isNew ? ports.queue.send(tier, message, 1) : ports.queue.send(tier, told, tableRetrySeconds);
  const { team, policy } = ports.lastSeen.get(tier) ?? {};
  const { alert } = hint;
  if (alert === undefined || team === undefined) return goBack();
  const telling = ports.repeats.meet(alert, now);
  if (telling === 'again') return;
  if (telling === 'another') return goBack();
  const kept: Kept = { alert, isStored: hint.isStored };
  if (mayBeTaken(kept) || decide(alert, hint, now).do !== 'page') return keepInQueue(ports, kept);
  const plan = planStep(alert, { team, policy }, now);
  const responderIds = plan.recipients.map(({ responderId }) => responderId);
  const step = { openedAt: alert.openedAt, isFirst: alert.pages.length === 0, responderIds };
  // Whom it is for knows of the flood, and can take nothing before the table is back.
  if (responderIds.length > 0 && !ports.pressure.mayPage(step, now)) {
    return goBack();
  }
  const results = await publish(ports, alert, team, plan.recipients);
  for (const { responderId, result } of results) {
    ports.pressure.notePage(responderId, result, ports.clock.now());
  }
  tell(ports, alert, plan, results);
  await announce(ports, alert, plan, results);
  const recorded = recordStep(alert, plan, results, ports.clock.now());
  await keepInQueue(ports, { ...kept, alert: recorded });
  ports.repeats.tookStep(recorded);
}

/** An alert that a message carries. */
type Kept = Required<Pick<Hint, 'alert'>> & Pick<Hint, 'isStored'>;

/** The table may be out for this pager alone, and somebody has the link. */
function mayBeTaken({ alert, isStored = false }: Kept): boolean {
  return isStored && alert.pages.some(({ result }) => result === 'sent');
}

/** The table may be back long before the next step is due, and only then can anybody take it. */
async function keepInQueue(ports: PagerPorts, kept: Kept): Promise<void> {
  const { dueAt = 0 } = kept.alert;
  const untilDue = mayBeTaken(kept) ? Infinity : Math.ceil((dueAt - ports.clock.now()) / 1000);
  await sendOn(ports, kept, Math.max(0, Math.min(tableRetrySeconds, untilDue)));
}

async function sendOn(
  { queue }: PagerPorts,
  { alert, isStored }: Kept,
  delaySeconds: number,
): Promise<void> {
  const { alertId, turn, tier } = alert;
  await queue.send(tier, { alertId, turn, alert, ...(isStored && { isStored }) }, delaySeconds);
}

/**
 * What could not be written is written when the table is back; undefined where it still cannot be. A
 * failed message would come back after minutes, so it goes back by itself.
 */
export async function putBack(
  ports: PagerPorts,
  hint: Kept,
  stored: Alert | undefined,
): Promise<Alert | undefined> {
  const { alert: kept } = hint;
  try {
    return await write(ports, kept, stored);
  } catch (error) {
    // What cannot be understood is no outage: it belongs in the dead-letter queue.
    if (error instanceof TypeError || error instanceof SyntaxError) throw error;
    const { alertId, tier } = kept;
    ports.telemetry.fail('alert still not stored', error, { alertId, tier });
    await sendOn(ports, hint, tableRetrySeconds);
    return undefined;
  }
}

async function write(ports: PagerPorts, kept: Alert, stored: Alert | undefined): Promise<Alert> {
  if (stored === undefined && (await ports.store.create(kept))) return kept;
  const now = ports.clock.now();
  const merge = (alert: Alert) => rescue(alert, kept, now);
  const changed = await change(ports.store, kept.alertId, merge, stored);
  if (changed === undefined) return kept;
  const { before, after } = changed;
  const isOwn = after.turn === kept.turn && after.tier === kept.tier;
  if (after.turn !== before.turn && !isOwn) await sendHint(ports, after);
  return after;
}
