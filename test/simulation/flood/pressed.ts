import type { Invariant } from '../watch.ts';

/** Each press that was accepted is in its alert, and of each alert somebody was told. */
export const pressed: Invariant = (world, broken) => {
  const accepted: { alertId: string; key: string; id: string }[] = [];
  return {
    answered({ alertId, press, id }) {
      accepted.push({ alertId, key: press.key, id });
    },
    end() {
      for (const { alertId, key, id } of accepted) {
        const alert = world.table.truth(alertId);
        if (!alert?.presses.some((press) => press.key === key)) broken(`${id} is gone`);
      }
      for (const { alertId, pages } of world.table.all()) {
        const [first] = pages;
        if (first?.result !== 'sent') broken(`${alertId}: first page ${first?.result ?? 'none'}`);
      }
    },
  };
};
