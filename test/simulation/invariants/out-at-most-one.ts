import type { Invariant } from '../watch.ts';
import { personAt, qualified } from '../world/cast.ts';
import { start } from '../world/world.ts';

/** From a press to its first SMS (ms). */
const soon = 5_000;

/**
 * While one service is out as a whole, or goes out just now, and nothing else goes wrong, whoever is on
 * call is paged at once all the same.
 */
export const outAtMostOne: Invariant = (world, broken) => {
  const { cast, faults, outages, sweeps, skew, spent, says, stopsLoops, warm, yesterday } =
    world.life;
  const [outage, ...others] = outages;
  const onCall = qualified(cast, 'primary', 1).filter(
    (id) => personAt(cast, id)?.number === 'fine',
  );
  const calm =
    [others, faults, sweeps].every((one) => one.length === 0) &&
    !stopsLoops &&
    !spent &&
    skew === 0 &&
    yesterday === undefined;
  if (outage === undefined || outage.only !== undefined || !calm) return {};
  if (!warm || says.length !== 1 || onCall.length === 0) return {};

  const to = start + (outage.from + outage.seconds) * 1000;
  // What a queue has when it goes out is the sweeper's, which looks once a minute.
  const mayBegin = outage.of === 'queue' ? says[0]!.at : Infinity;
  let answeredAt: number | undefined;
  let pagedAt = Infinity;
  return {
    answered({ kind, press }) {
      const { now } = world.time;
      const isWithin = outage.from <= mayBegin && now + soon < to;
      if (kind === 'press' && press.tier === 1 && isWithin) answeredAt ??= now;
    },
    asked({ arrives, responderId }) {
      if (arrives && onCall.includes(responderId)) pagedAt = Math.min(pagedAt, world.time.now);
    },
    end() {
      if (answeredAt === undefined || pagedAt <= answeredAt + soon) return;
      broken(`${onCall.join(', ')} had to wait though only the ${outage.of} was out`);
    },
  };
};
