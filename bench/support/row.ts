/** One line of the table. */
export interface Row {
  what: string;
  measured: Figure;
  /** What the figure is held against: the least that anybody could do, measured in the same run. */
  floor?: Figure & { name: string };
  /** Where both were measured in pairs: the median of the pairs' ratios, which other work bends least. */
  pairedRatio?: number;
  /** A line without one is there to be read. */
  target?: Target;
  /** How it was measured, how far it spread: printed below the line. */
  notes?: string[];
}

export interface Figure {
  value: number;
  /** `B`, `ms`, `us` or what is counted; empty where the figure is a share. */
  unit: string;
}

/** A bound on the figure itself, or on its ratio to the floor. */
export type Target = { of: 'measured' | 'ratio' } & ({ atMost: number } | { atLeast: number });

/** The figure over its floor, both in the same unit; undefined where there is no floor. */
export function ratioOf({ measured, floor, pairedRatio }: Row): number | undefined {
  if (floor === undefined) return undefined;
  if (floor.unit !== measured.unit) throw new Error(`${measured.unit} are not ${floor.unit}`);
  return pairedRatio ?? measured.value / floor.value;
}

/** Undefined where a line has no target. */
export function isMet(row: Row): boolean | undefined {
  const { target } = row;
  if (target === undefined) return undefined;
  const value = target.of === 'ratio' ? ratioOf(row) : row.measured.value;
  if (value === undefined) throw new Error(`${row.what} has no floor to be a ratio of`);
  return 'atMost' in target ? value <= target.atMost : value >= target.atLeast;
}
