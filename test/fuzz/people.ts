import { calendarToken } from '../../lambdas/domain/calendar-link.ts';
import type { Tier } from '../../lambdas/domain/policy.ts';
import type { Alert } from '../../lambdas/domain/alert.ts';
import { planStep, recordStep } from '../../lambdas/domain/escalation.ts';
import { linkToken, queueToken } from '../../lambdas/domain/link.ts';
import { newPace } from '../../lambdas/domain/pacing.ts';
import { alertOf, night, team } from '../support/alerts.ts';
import { Memory } from '../support/memory.ts';
import type { World } from './world.ts';

const calendarKey = 'c'.repeat(43);
const hour = 3_600_000;
const ana = { responderId: 'ana', name: 'ana Name', since: night };

/** What alerts there can be, each with what it is besides open and paged. */
const kinds: Partial<Alert>[] = [
  {},
  { status: 'acknowledged', owner: ana, progressBy: night + hour },
  { status: 'resolved', closedAt: night - hour, dueAt: undefined },
  { status: 'resolved', closedAt: night - 48 * hour, dueAt: undefined },
  { status: 'cancelled', closedAt: night - hour, dueAt: undefined },
  { keptOut: ['ana', 'budi'] },
  { duress: true, silent: true, shown: { status: 'cancelled', tier: 1 } },
  { cancelRequested: true, status: 'acknowledged', owner: ana },
];

let shared: { alerts: Alert[]; links: World['links'] } | undefined;

/** A night on which two riders and a driver have pressed, and who may open which link. */
export function people(): { memory: Memory } & Pick<World, 'alerts' | 'links' | 'calendars'> {
  const memory = new Memory();
  for (const tier of [1, 2, 3] as const) memory.setTeam(tier, team());
  shared ??= make();
  for (const alert of shared.alerts) memory.put(alert);
  for (const tier of [1, 2, 3] as const) void memory.calendars.saveKey(tier, calendarKey, 0);
  memory.tripsById.set('trip-0', {
    tripId: 'trip-0',
    service: 'GoRide',
    riderId: 'rider-1',
    driverId: 'driver-1',
    startedAt: new Date(night - hour).toISOString(),
  });
  for (const tier of [1, 2, 3] as const)
    memory.paces.set(tier, { ...newPace(calendarKey), pacedUntil: night });
  return {
    memory,
    alerts: shared.alerts.map(({ alertId, reporterId: owner }) => ({ alertId, owner })),
    links: shared.links,
    calendars: [1, 2, 3].map((tier) => calendarToken(tier as Tier, calendarKey, 'ana')),
  };
}

function make(): { alerts: Alert[]; links: World['links'] } {
  const alerts = ['rider-1', 'rider-2', 'driver-1'].flatMap((reporterId) =>
    kinds.map((kind, index) => {
      const opened = alertOf({ reporterId, tripId: `trip-${index}` });
      const linkKey = Buffer.from(`${reporterId} ${index}`.padEnd(32)).toString('base64url');
      const plan = planStep({ ...opened, linkKey, hop: 2 }, { team: team() }, night);
      const results = plan.recipients.map((one) => ({ ...one, result: 'sent' as const }));
      return { ...recordStep({ ...opened, linkKey, hop: 2 }, plan, results, night), ...kind };
    }),
  );
  const links = alerts.flatMap((alert) =>
    ['ana', 'budi', 'citra', 'stranger'].map((responderId) => ({
      token: linkToken(alert, responderId),
      mayOpen: responderId !== 'stranger' && !alert.keptOut?.includes(responderId),
    })),
  );
  const queues = [1, 2, 3].map((tier) => ({
    token: queueToken(tier as Tier, calendarKey, 'ana'),
    mayOpen: true,
  }));
  return { alerts, links: [...links, ...queues] };
}
