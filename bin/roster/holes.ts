import type { Hole } from '../../lambdas/domain/coverage.ts';
import { localInstant } from './words.ts';

/** The zone to tell times in, and the stretch (epoch ms) that was looked at. */
interface Frame {
  timeZone: string;
  from: number;
  to: number;
}

/** How many times of one kind of hole are written out. */
const mostTimes = 3;
/** What begins or ends this close to the stretch's own ends does so there: clocks differ. */
const slack = 5 * 60_000;

/** One sentence for each kind of hole, however many services and weeks it recurs in. */
export function holesSaid(holes: readonly Hole[], frame: Frame): string[] {
  const services = servicesByHole(holes);
  const kinds = Map.groupBy(services.values(), ({ hole, named }) =>
    JSON.stringify([hole.page, hole.reason, named]),
  );
  return [...kinds.values()].map((same) => {
    const [first] = same;
    const times = same.map(({ hole }) => timeOf(hole, frame));
    const more = times.length > mostTimes ? `; and ${times.length - mostTimes} times more` : '';
    return `${what(first!.hole, first!.named)}: ${times.slice(0, mostTimes).join('; ')}${more}`;
  });
}

/** A hole of two services, or of two steps that page the same, is one hole. */
function servicesByHole(holes: readonly Hole[]) {
  const same = Map.groupBy(holes, ({ page, reason, from, to }) =>
    JSON.stringify([page, reason, from, to]),
  );
  return new Map(
    [...same].map(([key, found]) => {
      const named = [...new Set(found.map((hole) => hole.service))].toSorted().join(', ');
      return [key, { hole: found[0]!, named }];
    }),
  );
}

function what({ page, reason }: Hole, services: string): string {
  if (reason === 'nobody_on_call') {
    return page === 'everyone' ? 'nobody is on the team' : `nobody is on call as ${page}`;
  }
  const whom: Record<string, string> = { everyone: 'on the team', lead: 'among the leads' };
  return `nobody ${whom[page] ?? `on call as ${page}`} has the certificate for ${services}`;
}

function timeOf(hole: Hole, { timeZone, from, to }: Frame): string {
  const begins = hole.from <= from + slack ? 'now' : localInstant(hole.from, timeZone);
  if (hole.to >= to - slack) return begins === 'now' ? 'from now on' : `from ${begins} on`;
  return `${begins} until ${localInstant(hole.to, timeZone)}`;
}
