import * as z from 'zod';
import { answers } from '../domain/check-in.ts';
import { consentKinds } from '../domain/script/schema.ts';

/** What the apps say besides presses and reports. */
const point = z.object({
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
  accuracy: z.number().min(0).optional(),
  at: z.iso.datetime({ offset: true, error: 'an instant, ISO 8601 with its offset' }).optional(),
});

export const pointsSchema = z.object({ points: z.array(point).min(1).max(100) });

export const cancelSchema = z.object({
  pressId: z.coerce.string().min(1).max(200).optional(),
  duress: z.boolean().optional(),
});

export const checkInSchema = z.object({
  answer: z.enum(answers, `one of ${answers.join(', ')}`),
  words: z.string('a text').max(10_000, 'at most 10000 characters').optional(),
});

export const consentSchema = z.object({
  kind: z.enum(consentKinds, `must be one of ${consentKinds.join(', ')}`),
  given: z.boolean('must be true or false'),
});

/** What a report says of one question of the script. */
export const answerSchema = z.object({
  questionId: z.string().regex(/^[a-z][a-z0-9_]{0,63}$/, 'must be the id of a question'),
  options: z.array(z.string().max(64), 'must be a list of option ids').max(20).optional(),
  words: z.string('must be a string').optional(),
});
