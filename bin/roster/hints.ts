/** What an editor and an error say of a field, besides what its schema knows. */
export interface Hint {
  description: string;
  examples?: unknown[];
  pattern?: string;
}

const id = { examples: ['sari'] };
const instant = { examples: ['2026-12-24T08:00:00+07:00'] };
const date = { examples: ['2027-12-31'] };

/** By path inside a tier; `[]` stands for each entry of a list. A test holds it to be complete. */
export const hints: Readonly<Record<string, Hint>> = {
  timeZone: {
    description: 'The zone of hand-offs and of the days on which certificates expire, an IANA name',
    examples: ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'],
  },
  members: { description: 'Everybody who can be paged in this tier, at most 300' },
  'members[].responderId': {
    description: 'Names the responder in rotations and overrides, and as the sub of a staff token',
    ...id,
  },
  'members[].name': {
    description: 'The whole name; a reporter sees the first name only',
    examples: ['Sari Wulandari'],
  },
  'members[].phone': {
    description: 'The phone that is paged, in E.164 and in quotes, for it begins with a plus',
    examples: ['+628111000101'],
    pattern: String.raw`^\+[1-9]\d{6,14}$`,
  },
  'members[].gender': {
    description: 'Kept for reporters who ask for a responder of some gender',
    examples: ['female'],
  },
  'members[].languages': {
    description: 'What the responder speaks, as language tags',
    examples: [['id', 'en']],
  },
  'members[].roles': {
    description: 'responder, lead, or both; leads are the last whom a policy pages',
    examples: [['responder'], ['responder', 'lead']],
  },
  'members[].certificates': {
    description:
      'Courses passed; tier 1 asks for sensitive-cases where its policy says nothing else',
  },
  'members[].certificates[].course': {
    description: 'The course, spelt as the policy spells it',
    examples: ['sensitive-cases'],
  },
  'members[].certificates[].services': {
    description: 'The services that the course treated: all, or a list',
    examples: ['all', ['GoRide', 'GoCar']],
  },
  'members[].certificates[].issuer': {
    description: 'Who issued it',
    examples: ['Training Unit Jakarta'],
  },
  'members[].certificates[].issuedOn': {
    description: 'The first day on which it counts, YYYY-MM-DD',
    examples: ['2026-01-01'],
  },
  'members[].certificates[].expiresOn': {
    description: 'The last day on which it counts, YYYY-MM-DD',
    ...date,
  },
  'members[].handoffNotices': {
    description: 'Whether an SMS tells the responder when a turn of theirs begins and ends',
    examples: [true],
  },
  rotations: { description: 'Who takes turns being on call; policies page a rotation by its name' },
  'rotations[].name': {
    description: 'What the steps of the policy call it',
    examples: ['primary', 'secondary'],
  },
  'rotations[].participants': {
    description: 'The responderIds in the order of their turns; "" is a turn of nobody',
    examples: [['sari', 'budi']],
  },
  'rotations[].start': {
    description: 'The day, or the instant, on which the first participant’s first turn begins',
    examples: ['2026-06-01', '2026-06-01T08:00:00+07:00'],
  },
  'rotations[].shift': {
    description: 'How long a turn is: weeks, days or hours, exactly one of them',
    examples: [{ weeks: 1 }, { hours: 12 }],
  },
  'rotations[].shift.weeks': { description: 'Whole weeks', examples: [1] },
  'rotations[].shift.days': { description: 'Whole days', examples: [1] },
  'rotations[].shift.hours': { description: 'Whole hours', examples: [12] },
  'rotations[].handoff': {
    description: 'The time of day in the team’s zone at which turns change, HH:MM',
    examples: ['08:00'],
  },
  overrides: { description: 'Who stands in for a while, for leave and for swaps' },
  'overrides[].rotation': { description: 'The rotation’s name', examples: ['primary'] },
  'overrides[].responderId': {
    description: 'Who stands in; "" sets a gap in which nobody is on call',
    ...id,
  },
  'overrides[].start': { description: 'The first instant, with its offset', ...instant },
  'overrides[].end': { description: 'The first instant that is no longer of it', ...instant },
  policy: { description: 'Who is paged in which order; a file without it leaves it as it is' },
  'policy.steps': { description: 'The steps of an escalation, at most 20' },
  'policy.steps[].page': {
    description: 'Whom the step pages: a rotation by its name, everyone or lead',
    examples: ['primary', 'secondary', 'everyone', 'lead'],
  },
  'policy.steps[].waitSeconds': {
    description: 'How long they have to answer before the next step',
    examples: [30, 600],
  },
  'policy.repeat': { description: 'What happens when the last step went unanswered' },
  'policy.repeat.rounds': {
    description: 'How often the steps are gone through in all; null goes on until somebody answers',
    examples: [1, 3, null],
  },
  'policy.repeat.from': {
    description: 'The step that later rounds begin with, 0 being the first',
    examples: [0, 2],
  },
  'policy.repeat.waitSeconds': {
    description: 'The wait of each step in later rounds',
    examples: [120],
  },
  'policy.repeat.slowAfterSeconds': {
    description: 'The age of an alert from which later rounds slow down',
    examples: [3600],
  },
  'policy.repeat.slowWaitSeconds': { description: 'Their wait from then on', examples: [600] },
  'policy.acknowledgeTimeoutSeconds': {
    description: 'An alert that was taken goes back to paging after this long without progress',
    examples: [300],
  },
  'policy.requiredCourses': {
    description: 'The courses without which nobody is paged; replaces the tier’s own',
    examples: [['sensitive-cases']],
  },
  'policy.takenPerWeek': {
    description:
      'Who has taken this many alerts since Monday is asked only where nobody else is left',
    examples: [15],
  },
};

export type Path = readonly PropertyKey[];

/** `['tiers', '1', 'members', 0, 'phone']` is `members[].phone`; undefined outside a tier. */
export function hintKey(path: Path): string | undefined {
  if (path[0] !== 'tiers' || path.length < 2) return undefined;
  const steps = path.slice(2).map((one) => (typeof one === 'number' ? '[]' : `.${String(one)}`));
  return steps.join('').replace(/^\./, '');
}

/** The names of the fields that may stand at a path. */
export function fieldsAt(path: Path): string[] {
  if (path.length === 0) return ['tiers'];
  const key = hintKey(path);
  if (key === undefined) return ['1', '2', '3'];
  const prefix = key === '' ? '' : `${key}.`;
  const below = Object.keys(hints).filter((one) => one.startsWith(prefix));
  return below.map((one) => one.slice(prefix.length)).filter((one) => /^\w+$/.test(one));
}
