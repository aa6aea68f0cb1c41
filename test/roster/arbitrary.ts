import fc from 'fast-check';
import type { EscalationPolicy } from '../../lambdas/domain/policy.ts';
import type { Member, Rotation, Team } from '../../lambdas/domain/team.ts';

/** Texts that the staff API stores as they are, with all that YAML could take for something else. */
const tricky = [
  'yes',
  'null',
  '~',
  '08:00',
  '1e3',
  '-1',
  '0x1F',
  '.inf',
  '2026-01-01',
  '- dash',
  '# no comment',
  'a: b',
  '{x}',
  '[y]',
  '&anchor',
  '*alias',
  '!tag',
  '| bar',
  '> fold',
  '%percent',
  '@at',
  '`tick',
  '"',
  "it's",
  'two\nlines',
  'tab\tstop',
  'a\u0085b',
  'a\u2028b',
  '<<',
  '__proto__',
  'ends with colon:',
  'long '.repeat(19).trim(),
];
const text = fc.oneof(
  fc.constantFrom(...tricky),
  fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .map((one) => one.trim())
    .filter((one) => one.length > 0 && one.length <= 100),
);

const responderId = fc.oneof(
  fc.stringMatching(/^[\w.:@-]{1,8}$/),
  fc.constantFrom('1', '007', '-', ':', '@a', '1:30', 'true', 'null', '1.5', '__proto__'),
);
const phone = fc.integer({ min: 1_000_000, max: 9_999_999 }).map((digits) => `+62811${digits}`);
const moment = fc.date({
  min: new Date('2020-01-01'),
  max: new Date('2035-01-01'),
  noInvalidDate: true,
});
const day = moment.map((at) => at.toISOString().slice(0, 10));
const instant = fc.oneof(
  moment.map((at) => at.toISOString()),
  day.map((of) => `${of}T08:00:00+07:00`),
);
const whole = fc.integer({ min: 1, max: 1_000 });

const certificate = fc.record({
  course: text,
  services: fc.oneof(fc.constant('all' as const), fc.array(text, { minLength: 1, maxLength: 3 })),
  issuer: text,
  issuedOn: day,
  expiresOn: day,
});

const member: fc.Arbitrary<Member> = fc.record(
  {
    responderId,
    name: text,
    phone,
    gender: text,
    languages: fc.array(text, { maxLength: 3 }),
    roles: fc.array(fc.constantFrom('responder' as const, 'lead' as const), { maxLength: 2 }),
    certificates: fc.array(certificate, { maxLength: 3 }),
    handoffNotices: fc.boolean(),
  },
  { requiredKeys: ['responderId', 'name', 'phone', 'roles', 'certificates'] },
);

const rotation = (ids: string[]): fc.Arbitrary<Rotation> =>
  fc.record({
    name: text,
    participants: fc.array(fc.constantFrom('', ...ids), { maxLength: 5 }),
    start: fc.oneof(day, instant),
    shift: fc.oneof(
      whole.map((weeks) => ({ weeks })),
      whole.map((days) => ({ days })),
      whole.map((hours) => ({ hours })),
    ),
    handoff: fc.constantFrom('00:00', '08:00', '23:59'),
  });

const override = (ids: string[], rotations: string[]) =>
  fc
    .record({
      rotation: fc.constantFrom('primary', ...rotations),
      responderId: fc.constantFrom('', 'nobody-known', ...ids),
      start: instant,
      end: instant,
    })
    .filter((one) => Date.parse(one.start) < Date.parse(one.end));

/** Any team that the staff API stores. */
export const anyTeam: fc.Arbitrary<Team> = fc
  .uniqueArray(member, { selector: (one) => one.responderId, maxLength: 5 })
  .chain((members) => {
    const ids = members.map((one) => one.responderId);
    const rotations = fc.uniqueArray(rotation(ids), { selector: (one) => one.name, maxLength: 3 });
    return fc.tuple(fc.constant(members), rotations);
  })
  .chain(([members, rotations]) =>
    fc.record({
      timeZone: fc.constantFrom('Asia/Jakarta', 'Asia/Jayapura', 'Europe/London'),
      members: fc.constant(members),
      rotations: fc.constant(rotations),
      overrides: fc.array(
        override(
          members.map((one) => one.responderId),
          rotations.map((one) => one.name),
        ),
        { maxLength: 4 },
      ),
    }),
  )
  .map(asStored);

const seconds = fc.integer({ min: 1, max: 604_800 });

/** Any policy that the staff API stores for some team. */
export const anyPolicy: fc.Arbitrary<EscalationPolicy> = fc
  .record(
    {
      steps: fc.array(fc.record({ page: text, waitSeconds: seconds }), {
        minLength: 1,
        maxLength: 4,
      }),
      repeat: fc.record(
        {
          rounds: fc.option(whole),
          from: fc.constant(0),
          waitSeconds: seconds,
          slowAfterSeconds: seconds,
          slowWaitSeconds: seconds,
        },
        { requiredKeys: ['rounds'] },
      ),
      acknowledgeTimeoutSeconds: seconds,
      requiredCourses: fc.array(text, { maxLength: 3 }),
      takenPerWeek: whole,
    },
    { requiredKeys: ['steps', 'repeat', 'acknowledgeTimeoutSeconds'] },
  )
  .map(asStored);

function asStored<Document>(document: Document): Document {
  return JSON.parse(JSON.stringify(document)) as Document;
}
