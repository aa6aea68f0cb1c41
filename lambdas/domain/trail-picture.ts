import type { TrailPoint } from './trail.ts';

/** A trail drawn to scale with north up, so that it can be looked at without asking a map. */
export interface TrailPicture {
  width: number;
  height: number;
  /** Oldest first; x grows to the east and y to the south. */
  points: { x: number; y: number }[];
  /** How far the newest position may be off, in units of the picture. */
  accuracy?: number;
  scale: { metres: number; length: number };
}

const width = 320;
const height = 200;
const margin = 24;
/** Somebody who stands still is not shown as running about within the error of their phone (m). */
const leastSpan = 100;
const metresPerDegree = 111_320;

/** Undefined where there is no position. */
export function trailPicture(trail: readonly TrailPoint[]): TrailPicture | undefined {
  const newest = trail.at(-1);
  if (newest === undefined) return undefined;
  const toMetres = Math.cos((newest.lat * Math.PI) / 180);
  const flat = trail.map(({ lat, lng }) => ({
    // Around the newest position, so that a trail over the date line stays in one piece.
    east: (((((lng - newest.lng + 540) % 360) + 360) % 360) - 180) * metresPerDegree * toMetres,
    south: (newest.lat - lat) * metresPerDegree,
  }));
  const east = extent(flat.map((one) => one.east));
  const south = extent(flat.map((one) => one.south));
  const unit = Math.min(
    (width - 2 * margin) / Math.max(east.span, leastSpan),
    (height - 2 * margin) / Math.max(south.span, leastSpan),
  );
  const metres = roundLength(((width - 2 * margin) * 0.4) / unit);
  return {
    width,
    height,
    points: flat.map((one) => ({
      x: round(width / 2 + (one.east - east.middle) * unit),
      y: round(height / 2 + (one.south - south.middle) * unit),
    })),
    accuracy: newest.accuracy === undefined ? undefined : round(newest.accuracy * unit),
    scale: { metres, length: round(metres * unit) },
  };
}

function extent(values: number[]): { span: number; middle: number } {
  const least = values.reduce((one, other) => Math.min(one, other), Infinity);
  const most = values.reduce((one, other) => Math.max(one, other), -Infinity);
  return { span: most - least, middle: (least + most) / 2 };
}

/** The longest of 1, 2, 5, 10, 20, … m that fits. */
function roundLength(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres));
  const digit = metres / power;
  return (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
