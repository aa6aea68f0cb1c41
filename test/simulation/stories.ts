import { calmLife, type Life, type Saying } from './life.ts';
import type { Doing, Person, PolicyName } from './world/cast.ts';

const person = (what: Doing, lead = false): Person => ({
  certificate: 'current',
  number: 'fine',
  lead,
  does: [{ after: 2, what }],
});

function story(told: Partial<Life>, policy: PolicyName = 'default'): Life {
  const people = [person('ignore'), person('take, note, resolve'), person('ignore', true)];
  return calmLife({ people, primary: 0, secondary: 1, policy }, told);
}

const pressAt = (at: number): Saying => ({ at, what: 'press', reporter: 0, trip: 0, id: at });

const hour = 3600;

/** Lives that chance would seldom tell. */
export const stories: Readonly<Record<string, Life>> = {
  'the table is out for an hour': story({ outages: [{ of: 'table', from: 0, seconds: hour }] }),
  // As an app does that hears no answer, and somebody who also reports.
  'the table is out for two minutes, and one press comes 28 times with words': story({
    outages: [{ of: 'table', from: 0, seconds: 120 }],
    says: [
      ...Array.from({ length: 28 }, (_, nth): Saying => ({
        at: 1 + 4 * nth,
        what: 'press',
        reporter: 0,
        trip: 0,
        id: 0,
        speaks: true,
      })),
      { at: 20, what: 'report', reporter: 1, trip: 1, id: 1, category: 'other' },
    ],
  }),
  'the queue is out for an hour': story({ outages: [{ of: 'queue', from: 0, seconds: hour }] }),
  'SNS is out for an hour': story({ outages: [{ of: 'sns', from: 0, seconds: hour }] }),
  'SNS is out for an hour in both regions': story({
    outages: [
      { of: 'sns', from: 0, seconds: hour },
      { of: 'sns elsewhere', from: 0, seconds: hour },
    ],
  }),
  'queue and calls are out for an hour': story({
    outages: [
      { of: 'queue', from: 0, seconds: hour },
      { of: 'lambda', from: 0, seconds: hour },
    ],
  }),
  // The press is stored, and its message on the way.
  'the table goes out between a press and its first page': story({
    outages: [{ of: 'table', from: 1.06, seconds: hour }],
  }),
  // The first pager dies, and its message comes back when the secondary has the alert.
  'the first message comes back to a pager that cannot read the table': calmLife(
    {
      people: [person('ignore'), person('take'), person('ignore', true)],
      primary: 0,
      secondary: 1,
      policy: 'default',
    },
    {
      faults: [
        { call: 4, fault: 3 },
        { call: 21, fault: 0 },
      ],
    },
  ),
  'only the pagers lose the table after the press, and somebody takes it': calmLife(
    {
      people: [person('take'), person('ignore'), person('ignore', true)],
      primary: 0,
      secondary: 1,
      policy: 'hasty',
    },
    { outages: [{ of: 'table', only: 'pager', from: 1.06, seconds: 300 }] },
  ),
  // Each begins while the primary's time runs, and ends long after the alert has.
  'the table goes out in the middle of an alert': story({
    outages: [{ of: 'table', from: 20, seconds: hour }],
  }),
  'the queue goes out in the middle of an alert': story({
    outages: [{ of: 'queue', from: 20, seconds: hour }],
  }),
  'SNS goes out in the middle of an alert': story({
    outages: [{ of: 'sns', from: 20, seconds: hour }],
  }),
  'table and queue are out for ten minutes': story({
    outages: [
      { of: 'table', from: 0, seconds: 600 },
      { of: 'queue', from: 0, seconds: 600 },
    ],
  }),
  'the spend on SMS is used up': story({ spent: true }, 'brief'),
  'what the queue kept cannot be written at first': story({
    faults: [{ call: 4, fault: 0 }],
    outages: [{ of: 'table', only: 'press', from: 0, seconds: 30 }],
  }),
  // The press was stored, but its answer got lost: so the queue has the alert too, and goes on with it.
  'somebody takes an alert that only the pagers cannot see': story(
    {
      faults: [{ call: 1, fault: 1 }],
      outages: [{ of: 'table', only: 'pager', from: 0, seconds: 20 }],
    },
    'hasty',
  ),
  'the primary has a wrong number': calmLife({
    people: [{ ...person('ignore'), number: 'wrong' }, person('take, resolve')],
    primary: 0,
    secondary: 1,
    policy: 'default',
  }),
  'the primary declines': calmLife({
    people: [person('decline'), person('take, resolve')],
    primary: 0,
    secondary: 1,
    policy: 'default',
  }),
  'one of two declines': calmLife({
    people: [person('decline'), person('ignore')],
    policy: 'many rounds',
  }),
  'tier 1 is cancelled': story({ says: [pressAt(1), { ...pressAt(10), what: 'cancel' }] }),
  'a press comes again too soon, and later once more': story({
    says: [pressAt(1), pressAt(5), pressAt(20)],
  }),
  'a press comes after the alert has ended': story({ says: [pressAt(1), pressAt(120)] }),
};
