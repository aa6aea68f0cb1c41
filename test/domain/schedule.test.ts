import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onCall, onCallIn } from '../../lambdas/domain/schedule.ts';
import { team } from '../support/alerts.ts';

const weekly = team({
  rotations: [
    {
      name: 'primary',
      participants: ['ana', 'budi'],
      start: '2026-03-02',
      shift: { weeks: 1 },
      handoff: '08:00',
    },
  ],
});
const at = (time: string) => Date.parse(time);

test('a shift changes at its hand-off in the zone of the team, to the second', () => {
  assert.equal(onCallIn(weekly, 'primary', at('2026-03-09T00:59:59Z')), 'ana');
  assert.equal(onCallIn(weekly, 'primary', at('2026-03-09T01:00:00Z')), 'budi');
  assert.equal(onCallIn(weekly, 'primary', at('2026-03-16T01:00:00Z')), 'ana');
});

test('before a rotation begins nobody is on call in it', () => {
  assert.equal(onCallIn(weekly, 'primary', at('2026-03-02T00:59:59Z')), undefined);
  assert.deepEqual([...onCall(weekly, at('2026-01-01T00:00:00Z'))], []);
});

test('the hand-off keeps its wall-clock time across a change of the clocks', () => {
  const berlin = { ...weekly, timeZone: 'Europe/Berlin' };
  // Clocks go forward on 29 March 2026: 08:00 is 07:00 UTC before and 06:00 UTC after it.
  assert.equal(onCallIn(berlin, 'primary', at('2026-03-23T06:59:59Z')), 'ana');
  assert.equal(onCallIn(berlin, 'primary', at('2026-03-23T07:00:00Z')), 'budi');
  assert.equal(onCallIn(berlin, 'primary', at('2026-03-30T05:59:59Z')), 'budi');
  assert.equal(onCallIn(berlin, 'primary', at('2026-03-30T06:00:00Z')), 'ana');
});

test('an override wins for its span, whose end is not included', () => {
  const overrides = [
    {
      rotation: 'primary',
      responderId: 'citra',
      start: '2026-03-03T00:00:00Z',
      end: '2026-03-04T00:00:00Z',
    },
  ];
  const covered = { ...weekly, overrides };
  assert.equal(onCallIn(covered, 'primary', at('2026-03-03T00:00:00Z')), 'citra');
  assert.equal(onCallIn(covered, 'primary', at('2026-03-04T00:00:00Z')), 'ana');
});

test('shifts of hours follow one another through the day', () => {
  const halves = team({
    rotations: [
      {
        name: 'primary',
        participants: ['ana', 'budi'],
        start: '2026-03-02',
        shift: { hours: 12 },
        handoff: '06:00',
      },
    ],
  });
  assert.equal(onCallIn(halves, 'primary', at('2026-03-01T23:00:00Z')), 'ana');
  assert.equal(onCallIn(halves, 'primary', at('2026-03-02T11:00:00Z')), 'budi');
  assert.equal(onCallIn(halves, 'primary', at('2026-03-02T23:00:00Z')), 'ana');
});
