import * as z from 'zod';
import { categories } from '../domain/policy.ts';
import { locales } from '../domain/script/locales.ts';
import { scriptSchema } from '../domain/script/schema.ts';
import { type Described, emergencyNumbers, instant, tier } from '../openapi/describe.ts';
import { reportSchema, taken } from '../press/api.ts';
import {
  answerSchema,
  cancelSchema,
  checkInSchema,
  consentSchema,
  pointsSchema,
} from './schemas.ts';

const choice = z.looseObject({ id: z.string(), text: z.string() });

const ownAlert = z.looseObject({
  alertId: z.string(),
  status: z.enum(['open', 'acknowledged', 'resolved', 'cancelled']),
  openedAt: instant,
  next: z.string().describe('What happens next, in the reporter’s language'),
  locale: z.enum(locales),
  dir: z.enum(['ltr', 'rtl']),
  translation: z.enum(['source', 'machine']),
  silent: z.literal(true).optional().describe('Neutral words; what follows is left out'),
  tier: tier.optional(),
  presses: z.int().min(0).optional(),
  helper: z.looseObject({ firstName: z.string() }).optional(),
  now: z.string().optional(),
  ifNobody: z.string().optional().describe('What happens if nobody takes it'),
  expect: z.string().optional().describe('What is known of when'),
  checkIn: z
    .looseObject({ question: z.string(), options: z.array(choice) })
    .optional()
    .describe('Asked once it has ended, where that was agreed'),
  emergencyNumbers: emergencyNumbers.optional(),
});

const wholeReport = reportSchema.extend({
  answers: z
    .array(answerSchema)
    .nullish()
    .describe('To questions of the script; never asked again'),
  consents: z.union([z.array(consentSchema), z.record(z.string(), z.boolean())]).nullish(),
});

const own = { access: ['alerts:write'], withNumbers: true } as const;

export const reporterApi: Described[] = [
  {
    ...own,
    route: 'POST /v1/reports',
    summary: 'Gives an account after the trip; it joins the alert of the same person and trip',
    body: wholeReport,
    answers: { 202: taken },
    refusals: [400, 413],
  },
  {
    ...own,
    route: 'GET /v1/alerts/{alertId}',
    summary: 'The reporter’s own view of an alert; another’s is 404',
    answers: { 200: ownAlert },
    refusals: [404],
  },
  {
    ...own,
    route: 'POST /v1/alerts/{alertId}/cancel',
    summary: 'Cancels; under duress the answer is the same and help comes all the same',
    body: cancelSchema,
    answers: { 202: taken },
    refusals: [400, 404, 413],
  },
  {
    ...own,
    route: 'POST /v1/alerts/{alertId}/locations',
    summary: 'Tells where the phone has been',
    body: pointsSchema,
    answers: { 204: 'nothing' },
    refusals: [400, 404, 413],
  },
  {
    ...own,
    route: 'POST /v1/alerts/{alertId}/check-in',
    summary: 'Says whether help came; whoever still needs it is helped at once',
    body: checkInSchema,
    answers: { 202: ownAlert },
    refusals: [400, 404, 413],
  },
  {
    ...own,
    route: 'POST /v1/alerts/{alertId}/consents',
    summary: 'Gives a consent or takes it back; what it covered ends with it',
    body: consentSchema,
    answers: { 200: consentSchema },
    refusals: [400, 404, 413],
  },
  {
    ...own,
    route: 'POST /v1/alerts/{alertId}/erase',
    summary: 'Asks to erase what was said and the positions; that it was done stays',
    answers: { 202: z.looseObject({ alertId: z.string(), erasure: z.literal('accepted') }) },
    refusals: [404],
  },
  {
    route: 'GET /v1/intake',
    access: 'anybody',
    summary: 'The question script: what may be asked, and how. Every question can be skipped',
    query: {
      service: z.string().max(100).optional(),
      category: z.enum([...categories, 'general']).optional(),
      locale: z.string().optional().describe('A language tag; Indonesian stands in'),
    },
    headers: { 'If-None-Match': z.string().optional() },
    answers: { 200: scriptSchema, 304: 'nothing' },
    refusals: [400],
    withNumbers: true,
  },
];
