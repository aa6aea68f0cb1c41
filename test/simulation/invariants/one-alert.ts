import type { Invariant } from '../watch.ts';

/** One alert for each reporter and trip; a press that comes again counts once and is answered as it was. */
export const oneAlert: Invariant = (world, broken) => {
  const answers = new Map<string, string>();

  /** How often somebody pressed on a trip, each press counted once however often it was sent. */
  function pressesOf(reporterId: string, tripId: string | undefined): number {
    const pressed = world.life.says.filter(
      ({ what, reporter, trip }) =>
        what === 'press' &&
        reporterId === `reporter-${reporter}` &&
        tripId === (trip === undefined ? undefined : `trip-${trip}`),
    );
    return new Set(pressed.map((one) => one.id)).size;
  }

  return {
    answered({ task, reporter, id, kind, alertId, press }) {
      // While the table is out nobody knows what was answered before.
      if (task?.worker.troubled) return;
      const answer = JSON.stringify(press);
      const key = `${kind} ${id} of ${reporter} on ${alertId}`;
      const earlier = answers.get(key);
      answers.set(key, earlier ?? answer);
      if (earlier !== undefined && earlier !== answer) {
        broken(`${key} was answered ${earlier} and then ${answer}`);
      }
    },
    end() {
      const seen = new Set<string>();
      for (const { reporterId, tripId, pressCount } of world.table.all()) {
        const pressed = pressesOf(reporterId, tripId);
        if (pressCount > Math.max(1, pressed))
          broken(`${pressed} presses count ${pressCount} times`);
        if (tripId === undefined) continue;
        const key = `${reporterId} ${tripId}`;
        if (seen.has(key)) broken(`two alerts of ${key}`);
        seen.add(key);
      }
    },
  };
};
