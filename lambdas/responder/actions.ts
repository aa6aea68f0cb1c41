import * as z from 'zod';
import { notStated } from '../domain/outcomes.ts';
import { categories } from '../domain/policy.ts';
import { consentKinds } from '../domain/script/schema.ts';

const text = z.string().trim().min(1).max(500);
const tier = z.coerce.number().pipe(z.union([z.literal(1), z.literal(2)]));

/** A field that was left empty is one that was not filled in. */
function nothing(value: unknown): unknown {
  return value === '' ? undefined : value;
}

/** What a form behind a link may say with each action. */
export const actionSchemas = {
  acknowledge: z.object({}),
  decline: z.object({}),
  release: z.object({}),
  raise: z.object({ tier: tier.optional(), reason: text.optional() }),
  resolve: z.object({
    outcome: text.default(notStated),
    classification: z.preprocess(nothing, z.enum(categories).optional()),
  }),
  notes: z.object({
    text,
    // A name that cannot be one costs no words.
    noteId: z
      .string()
      .regex(/^[\w.:-]{1,64}$/)
      .optional()
      .catch(undefined),
  }),
} as const;

const questionId = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
const kind = z.enum(consentKinds);

/** What a form of the case may say. The person's words come as they are, but for a form's own line ends. */
export const moveSchemas = {
  answer: z
    .object({
      questionId,
      options: z
        .preprocess(
          (value) => (value === undefined ? [] : [value].flat()),
          z.array(z.string().regex(/^[a-z][a-z0-9_]{0,63}$/)).max(20),
        )
        .transform((options) => (options.length > 0 ? options : undefined)),
      words: z
        .string()
        .max(4_100)
        .transform((words) => words.replaceAll('\r\n', '\n'))
        .transform((words) => (words.trim() === '' ? undefined : words))
        .optional(),
    })
    .refine(({ options, words }) => options !== undefined || words !== undefined),
  skip: z.object({ questionId }),
  pause: z.object({}),
  resume: z.object({}),
  stop: z.object({}),
  consent: z.object({ kind, given: z.enum(['yes', 'no']).transform((given) => given === 'yes') }),
  step: z.object({ kind }),
} as const;
