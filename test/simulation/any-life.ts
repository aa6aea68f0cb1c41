import fc from 'fast-check';
import type { Life, Outage, Saying } from './life.ts';
import { services } from './world/faults.ts';
import { type Cast, type Person, policies, type PolicyName } from './world/cast.ts';

const seconds = (max: number) => fc.nat({ max });
/** The first is the most common, and what a life shrinks to. */
const mostly = <Value>(first: Value, ...others: Value[]) =>
  fc.oneof(
    { arbitrary: fc.constant(first), weight: 3 },
    { arbitrary: fc.constantFrom(first, ...others), weight: 2 },
  );

const doings = [
  'ignore',
  'take',
  'take, resolve',
  'decline',
  'take, note, resolve',
  'take, release',
  'take, raise',
  'note',
  'resolve',
] as const;

const person: fc.Arbitrary<Person> = fc.record({
  certificate: mostly('current', 'none', 'expired', 'other service'),
  number: mostly('fine', 'wrong'),
  lead: fc.boolean(),
  does: fc.array(fc.record({ after: seconds(70), what: fc.constantFrom(...doings) }), {
    maxLength: 3,
  }),
});

const cast: fc.Arbitrary<Cast> = fc.record({
  people: fc.array(person, { maxLength: 4, size: 'max' }),
  primary: mostly(0, undefined, 1, 2, 3),
  secondary: mostly(1, undefined, 0, 2, 3),
  policy: fc.constantFrom(...(Object.keys(policies) as PolicyName[])),
});

const saying: fc.Arbitrary<Saying> = fc.record({
  at: seconds(200),
  what: mostly('press', 'report', 'cancel', 'cancel under duress'),
  reporter: mostly(0, 1),
  trip: mostly(0, 1, undefined),
  id: fc.nat({ max: 2 }),
  category: mostly(undefined, 'other', 'lost_item', 'harassment'),
});

const outage: fc.Arbitrary<Outage> = fc.record({
  of: fc.constantFrom(...services),
  only: mostly(undefined, 'press', 'pager', 'responder', 'sweeper'),
  from: seconds(150),
  seconds: seconds(200),
});

/** A life in which anything can go wrong at once. */
export const anyLife: fc.Arbitrary<Life> = fc.record({
  cast,
  says: fc.array(saying, { minLength: 1, maxLength: 5, size: 'max' }),
  faults: fc.array(fc.record({ call: fc.integer({ min: 1, max: 100 }), fault: fc.nat(29) }), {
    maxLength: 8,
    size: 'max',
  }),
  outages: fc.oneof(
    { arbitrary: fc.constant<Outage[]>([]), weight: 9 },
    { arbitrary: fc.array(outage, { minLength: 1, maxLength: 2 }), weight: 1 },
  ),
  sweeps: fc.array(
    fc.record({ minute: fc.nat({ max: 9 }), is: fc.constantFrom('skipped', 'doubled') }),
    { maxLength: 2 },
  ),
  warm: fc.boolean(),
  stopsLoops: mostly(false, true),
  spent: mostly(false, false, false, true),
  skew: mostly(0, 0.2, 600),
  yesterday: mostly(undefined, 'with turn', 'without turn'),
  chance: fc.nat(),
});
