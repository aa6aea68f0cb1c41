import fc from 'fast-check';

/** What apps never send and attackers do, as the text of a JSON value. */
const hostileTexts = [
  '1e999',
  '-1e999',
  '-0',
  '1e-320',
  '9007199254740993',
  '"\\ud800"',
  '"\\udc00\\ud800"',
  '"\\u0000"',
  '"a\\u0000b"',
  '"\\u202e\\u2066"',
  '"../../etc/passwd"',
  '"${jndi:ldap://x}"',
  '"<script>alert(1)</script>"',
  '"\'; drop table alerts; --"',
  '"%s%n%x"',
  '""',
  '" "',
  '"\\ufeff"',
  'null',
  'true',
  '[]',
  '{}',
  '[[]]',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":1,"hasOwnProperty":null,"then":1}',
  '{"length":1e9}',
  '"NaN"',
  '"0000-00-00T00:00:00Z"',
  '"+275760-09-13T00:00:00.000Z"',
  '"-271821-04-20T00:00:00.000Z"',
  '"9999-12-31T23:59:59.999Z"',
  '"0001-01-01"',
  '2147483648',
  '-1',
  '0.1',
];

const deep = fc
  .tuple(fc.integer({ min: 10, max: 2_500 }), fc.constantFrom(['[', ']'], ['{"a":', '}']))
  .map(
    ([depth, [open, close]]) =>
      open.repeat(depth) + (open === '[' ? '' : '1') + close.repeat(depth),
  );
const long = fc
  .integer({ min: 100, max: 17_000 })
  .map((length) => JSON.stringify('x'.repeat(length)));
const many = fc
  .integer({ min: 10, max: 5_000 })
  .map((count) => `[${Array(count).fill('0').join()}]`);

export const hostileJson: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...hostileTexts) },
  { weight: 3, arbitrary: fc.json({ stringUnit: 'binary' }) },
  { weight: 1, arbitrary: deep },
  { weight: 1, arbitrary: long },
  { weight: 1, arbitrary: many },
);

/** The text of a value with one thing in it, at whatever depth, put in another's place, added or left out. */
export function spoilt(value: unknown): fc.Arbitrary<string> {
  const places = [...placesIn(value)];
  return fc
    .record({
      place: fc.nat({ max: places.length - 1 }),
      how: fc.constantFrom('replace', 'replace', 'remove', 'add'),
      hostile: hostileJson,
      name: fc.constantFrom('__proto__', 'constructor', 'extra', '', 'a.b[0]', 'x'.repeat(300)),
    })
    .map(({ place, how, hostile, name }) => {
      // A mark that no text holds stands for what cannot be said as a value of JavaScript.
      const mark = '\u0001hostile\u0001';
      const changed = changedAt(value, places[place]!, (old) => {
        if (how === 'remove') return undefined;
        const open = typeof old === 'object' && old !== null && !Array.isArray(old);
        return how === 'add' && open
          ? Object.fromEntries([...Object.entries(old), [name, mark]])
          : mark;
      });
      return (JSON.stringify(changed) ?? 'null').replace(JSON.stringify(mark), () => hostile);
    });
}

type Path = (string | number)[];

function* placesIn(value: unknown, path: Path = []): Generator<Path> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    yield* placesIn(one, [...path, Array.isArray(value) ? Number(key) : key]);
  }
}

function changedAt(value: unknown, path: Path, change: (old: unknown) => unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.map((one, index) => (index === first ? changedAt(one, rest, change) : one));
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([key, one]) => [
      key,
      key === first ? changedAt(one, rest, change) : one,
    ]),
  );
}
