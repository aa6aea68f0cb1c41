import * as z from 'zod';
import { categories } from '../domain/policy.ts';
import { scriptSchema } from '../domain/script/schema.ts';
import { type Described, emergencyNumbers, instant, tier } from '../openapi/describe.ts';
import { reportSchema, taken } from '../press/api.ts';
import { cancelSchema, pointsSchema } from './schemas.ts';

const ownAlert = z.looseObject({
  alertId: z.string(),
  tier,
  status: z.enum(['open', 'acknowledged', 'resolved', 'cancelled']),
  openedAt: instant,
  presses: z.int().min(0),
  helper: z.looseObject({ firstName: z.string() }).optional(),
  next: z.string().describe('What happens next, in the words of the reporter’s language'),
  emergencyNumbers,
});

const own = { access: ['alerts:write'], withNumbers: true } as const;

export const reporterApi: Described[] = [
  {
    ...own,
    route: 'POST /v1/reports',
    summary: 'Gives an account after the trip; it joins the alert of the same person and trip',
    body: reportSchema,
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
