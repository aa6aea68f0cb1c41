import { change } from '../change.ts';
import type { Alert, Page } from '../domain/alert.ts';
import {
  decide,
  type Hint,
  recordHeld,
  recordNews,
  recordStep,
  timeOut,
} from '../domain/escalation.ts';
import type { Tier } from '../domain/policy.ts';
import { emptyTeam, type Team } from '../domain/team.ts';
import { hint as sendHint } from '../hint.ts';
import { type AlertStore, type PagingStore, type Queue, UnavailableError } from '../ports.ts';
import { lookAt, type LookPorts } from './look.ts';
import { pageWithoutTable, putBack } from './outage.ts';
import { announce, publish } from './publish.ts';
import type { Repeats } from './repeats.ts';
import { holdsWords, type KeeperPorts, putWordsBack } from './words.ts';

export interface PagerPorts extends LookPorts, KeeperPorts {
  store: AlertStore & PagingStore;
  queue: Queue;
  /** What the table last said of each tier, for when it says nothing. */
  lastSeen: Map<Tier, Pick<Found, 'team' | 'policy'>>;
  repeats: Repeats;
  telemetry: LookPorts['telemetry'];
}

type Found = Awaited<ReturnType<PagingStore['loadForPaging']>>;

/**
 * Looks at an alert because a message said so. The table is the truth: what the message means is
 * decided from the alert alone. Publish, then record, then enqueue: a page may go out twice after a
 * crash, never not at all.
 */
export async function page(ports: PagerPorts, tier: Tier, hint: Hint): Promise<void> {
  if (holdsWords(hint)) return putWordsBack(ports, tier, hint);
  const found = await lookUp(ports, tier, hint);
  if (found === undefined) return pageWithoutTable(ports, tier, hint);

  ports.lastSeen.set(tier, { team: found.team, policy: found.policy });
  const { alert: kept, isStored } = hint;
  const alert = kept ? await putBack(ports, { alert: kept, isStored }, found.alert) : found.alert;
  // A raised alert is its new tier's, whose own message is under way.
  if (alert === undefined || alert.tier !== tier) return;

  const team = found.team ?? emptyTeam;
  const now = ports.clock.now();
  switch (decide(alert, hint, now).do) {
    case 'nothing':
      return;
    case 'put_back':
      return sendHint(ports, alert);
    case 'time_out':
      return save(ports, alert, (current) =>
        decide(current, hint, now).do === 'time_out' ? timeOut(current, now) : current,
      );
    case 'tell_owner': {
      const result = await tellOwner(ports, alert, team);
      return save(ports, alert, (current) => recordNews(current, alert, result, ports.clock.now()));
    }
    case 'page': {
      const { settled, step } = await lookAt(ports, alert, { ...found, team });
      if (step === undefined) {
        return save(ports, alert, (current) =>
          recordHeld(current, alert, settled, ports.clock.now()),
        );
      }
      const { plan, results } = step;
      await Promise.all([
        announce(ports, alert, plan, results),
        save(ports, alert, (current) => recordStep(current, plan, results, ports.clock.now())),
      ]);
    }
  }
}

/** Undefined while the table is out. */
async function lookUp(ports: PagerPorts, tier: Tier, hint: Hint): Promise<Found | undefined> {
  try {
    return await ports.store.loadForPaging(hint.alertId, tier, ports.clock.now());
  } catch (error) {
    // What is stored but cannot be understood is no outage: it belongs in the dead-letter queue.
    if (!(error instanceof UnavailableError)) throw error;
    ports.telemetry.fail('table out', error, { alertId: hint.alertId, tier });
    return undefined;
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
