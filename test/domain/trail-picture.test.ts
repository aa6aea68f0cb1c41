import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { trailPicture } from '../../lambdas/domain/trail-picture.ts';

const point = fc.record({
  lat: fc.double({ min: -80, max: 80, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
  at: fc.nat(),
});
const step = fc.double({ min: -0.01, max: 0.01, noNaN: true });
/** A trail through one city, wherever that is. */
const trail = fc
  .tuple(point, fc.array(fc.tuple(step, step), { maxLength: 40 }))
  .map(([start, steps]) => [
    start,
    ...steps.map(([lat, lng]) => ({ lat: start.lat + lat, lng: start.lng + lng, at: start.at })),
  ]);

test('no position is no picture', () => {
  assert.equal(trailPicture([]), undefined);
});

test('every position lies within the picture, and the scale fits in it', () => {
  fc.assert(
    fc.property(trail, (points) => {
      const picture = trailPicture(points)!;
      assert.equal(picture.points.length, points.length);
      for (const { x, y } of picture.points) {
        assert.ok(x >= 0 && x <= picture.width && y >= 0 && y <= picture.height, `${x} ${y}`);
      }
      assert.ok(picture.scale.length > 10 && picture.scale.length < picture.width / 2);
    }),
  );
});

test('north is up and east is right', () => {
  const start = { lat: -6.2, lng: 106.8, at: 0 };
  const [from, north] = trailPicture([start, { ...start, lat: -6.19 }])!.points;
  assert.ok(north!.y < from!.y && north!.x === from!.x);
  const [west, east] = trailPicture([start, { ...start, lng: 106.81 }])!.points;
  assert.ok(east!.x > west!.x && east!.y === west!.y);
});

test('the scale is true: a kilometre to the north is as long as it says', () => {
  const start = { lat: -6.2, lng: 106.8, at: 0 };
  const { points, scale } = trailPicture([start, { ...start, lat: -6.2 + 1_000 / 111_320 }])!;
  const perMetre = (points[0]!.y - points[1]!.y) / 1_000;
  assert.ok(Math.abs(scale.length / scale.metres - perMetre) < 0.001);
});

test('a trail over the date line stays in one piece', () => {
  const { points } = trailPicture([
    { lat: 0, lng: 179.999, at: 0 },
    { lat: 0, lng: -179.999, at: 1 },
  ])!;
  assert.ok(points[1]!.x > points[0]!.x);
});

test('somebody who stands still is drawn as standing still', () => {
  const still = { lat: -6.2, lng: 106.8, accuracy: 20, at: 0 };
  const { points, accuracy, width, height } = trailPicture([still, { ...still, lng: 106.80001 }])!;
  for (const { x, y } of points) {
    assert.ok(Math.abs(x - width / 2) < 5 && Math.abs(y - height / 2) < 5);
  }
  assert.ok(accuracy! > 10);
});
