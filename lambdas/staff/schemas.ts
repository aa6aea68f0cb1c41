import { isPossiblePhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import * as z from 'zod';
import { notStated } from '../domain/outcomes.ts';
import { categories } from '../domain/policy.ts';

/** What the staff API takes. Unknown fields are refused: a rota with a misspelt field is no rota. */
const name = z.string().trim().min(1).max(100);
const responderId = z
  .string()
  .regex(/^[\w.:@-]{1,64}$/, '1 to 64 of letters, digits and . : @ - _');
const day = z.iso.date('a calendar day, YYYY-MM-DD');
const instant = z.iso.datetime({ offset: true, error: 'an instant, ISO 8601 with its offset' });
const phone = z
  .string()
  .refine(isE164, 'a phone number in E.164, such as +628111000101')
  .meta({ examples: ['+628111000101'] });
const timeZone = z
  .string()
  .refine(isTimeZone, 'an IANA time zone, such as Asia/Jakarta')
  .meta({ examples: ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'] });

const certificate = z.strictObject({
  course: name,
  services: z.union([z.array(name).min(1), z.literal('all')], '"all" or a list of services'),
  issuer: name,
  issuedOn: day,
  expiresOn: day,
});

const member = z.strictObject({
  responderId,
  name,
  phone,
  gender: name.optional(),
  languages: z.array(name).optional(),
  roles: z.array(z.enum(['responder', 'lead'])),
  certificates: z.array(certificate),
  handoffNotices: z.boolean().optional(),
});

const whole = z.number().int().min(1);
const shift = z
  .strictObject({ weeks: whole.optional(), days: whole.optional(), hours: whole.optional() })
  .refine((one) => Object.keys(one).length === 1, 'exactly one of weeks, days and hours');

/** Somebody on call, or an empty id for nobody: a gap that is set on purpose, and seen as one. */
const onDuty = z.union([responderId, z.literal('')], 'a responderId, or "" for a gap');

const rotation = z.strictObject({
  name,
  participants: z.array(onDuty).max(300),
  start: z.union([day, instant], 'a calendar day or an instant'),
  shift,
  handoff: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, HH:MM'),
});

const override = z
  .strictObject({ rotation: name, responderId: onDuty, start: instant, end: instant })
  // What is no instant has been named already.
  .refine((one) => !(Date.parse(one.start) >= Date.parse(one.end)), {
    path: ['end'],
    error: 'later than start',
  });

export const teamSchema = z
  .strictObject({
    timeZone,
    members: z.array(member).max(300),
    rotations: z.array(rotation).max(50),
    overrides: z.array(override).max(1_000).default([]),
  })
  .superRefine((team, context) => {
    const ids = team.members.map((one) => one.responderId);
    refuseTwins(context, 'members', 'responderId', ids);
    refuseTwins(
      context,
      'rotations',
      'name',
      team.rotations.map((one) => one.name),
    );
    for (const [index, { participants }] of team.rotations.entries()) {
      for (const [place, participant] of participants.entries()) {
        if (participant === '' || ids.includes(participant)) continue;
        context.addIssue({
          code: 'custom',
          path: ['rotations', index, 'participants', place],
          message: 'the responderId of a member',
        });
      }
    }
  });

const seconds = z.number().int().min(1).max(604_800);

export const policySchema = z
  .strictObject({
    steps: z
      .array(z.strictObject({ page: name, waitSeconds: seconds }))
      .min(1)
      .max(20),
    repeat: z.strictObject({
      rounds: z.number().int().min(1).max(1_000).nullable(),
      from: z.number().int().min(0).optional(),
      waitSeconds: seconds.optional(),
      slowAfterSeconds: seconds.optional(),
      slowWaitSeconds: seconds.optional(),
    }),
    acknowledgeTimeoutSeconds: seconds,
    requiredCourses: z.array(name).max(20).optional(),
    takenPerWeek: z.number().int().min(1).max(1_000).optional(),
  })
  .refine(({ repeat, steps }) => (repeat.from ?? 0) < Math.max(1, steps.length), {
    path: ['repeat', 'from'],
    error: 'the index of a step',
  });

const tier = z.union([z.literal(1), z.literal(2), z.literal(3)], '1, 2 or 3');
const text = z.string().trim().min(1).max(500);
const noteId = z
  .string()
  .regex(/^[\w.:-]{1,64}$/, '1 to 64 of letters, digits and . : - _')
  .describe('The same note again, words and all, is kept once; without it, within a minute');

/** Staff's own reading of what it was; nobody asks the person for it. */
const classification = z.enum(categories, `one of ${categories.join(', ')}`);

/** Why the words of a reporter are erased. */
export const eraseSchema = z.strictObject({ reason: text });

/** What a responder says with an action, from the staff API and from the page behind a link. */
export const actionSchemas = {
  acknowledge: z.object({}),
  decline: z.object({}),
  release: z.object({}),
  raise: z.object({ tier: tier.optional(), reason: text.optional() }),
  lower: z.object({ tier: tier.optional(), reason: text }),
  resolve: z.object({
    outcome: text.default(notStated),
    classification: classification.optional(),
  }),
  notes: z.object({ text, noteId: noteId.optional() }),
  classify: z.object({ classification }),
  'keep-out': z.object({ responderId, reason: text }),
} as const;

function isE164(value: string): boolean {
  return isPossiblePhoneNumber(value) && parsePhoneNumberFromString(value)?.number === value;
}

function isTimeZone(value: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false;
  }
}

function refuseTwins(
  context: z.core.$RefinementCtx,
  list: string,
  field: string,
  values: string[],
): void {
  for (const [index, value] of values.entries()) {
    if (values.indexOf(value) === index) continue;
    context.addIssue({
      code: 'custom',
      path: [list, index, field],
      message: 'different from every other',
    });
  }
}
