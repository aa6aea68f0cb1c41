import * as z from 'zod';
import { categories } from '../domain/policy.ts';
import { type Described, emergencyNumbers, instant, tier, warnings } from '../openapi/describe.ts';

/**
 * What a press says. The press reads its body by hand, for the sake of its cold start, so this is
 * no part of its bundle: a test holds the two together. What is accepted here is taken without a
 * warning; whatever else can be read is taken too, with one.
 */
const name = z.string().max(200).regex(/\S/, 'not blank');
const id = z.union([name, z.number()]);
const anObject = z.looseObject({});
const phoneTime = z
  .string()
  .max(40)
  .refine((value) => !Number.isNaN(Date.parse(value)), 'an instant, ISO 8601')
  .meta({ format: 'date-time' });

const location = z.looseObject({
  lat: z.number().min(-90).max(90),
  lng: z.number().min(-180).max(180),
  accuracy: z.number().min(0).nullish().describe('Metres'),
  at: phoneTime.nullish(),
});

const region = z.looseObject({
  country: z
    .string()
    .regex(/^[A-Za-z]{2}$/)
    .nullish()
    .describe('ISO 3166-1, such as ID'),
  regency: z
    .string()
    .regex(/^\d\d(\.\d\d)?$/)
    .nullish()
    .describe('In Indonesia, the code of Kemendagri: 31.74, or 31 for the province'),
});

const said = {
  service: id.describe('GoRide, GoCar, or whatever comes next'),
  tripId: id.nullish(),
  role: z.enum(['rider', 'driver']).nullish(),
  category: z.enum(categories).nullish().describe('Without one it is tier 1'),
  silent: z.boolean().nullish().describe('Nobody calls or texts the reporter'),
  location: location.nullish(),
  region: region.nullish().describe('Decides which numbers to call are answered'),
  pressedAt: phoneTime.nullish().describe('When the phone says the button was pressed'),
  locale: z
    .string()
    .regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/, 'a language tag')
    .nullish(),
  contact: anObject.nullish().describe('How the reporter may safely be reached'),
  preferences: anObject.nullish(),
  details: z.string().nullish().describe('In own words'),
};

export const pressSchema = z.looseObject({
  pressId: id.describe('Names this press: the same one again gets the same answer'),
  ...said,
});

export const reportSchema = z.looseObject({
  reportId: id.describe('Names this report: the same one again gets the same answer'),
  ...said,
});

export const taken = z.looseObject({
  alertId: z.string(),
  tier,
  status: z.enum(['open', 'acknowledged', 'resolved', 'cancelled']),
  receivedAt: instant,
  presses: z.int().min(0),
  emergencyNumbers,
  warnings: warnings.optional(),
});

export const pressApi: Described[] = [
  {
    route: 'POST /v1/alerts',
    access: ['alerts:write'],
    summary: 'Calls for help. Unknown fields are ignored; what makes no sense is left out',
    body: pressSchema,
    answers: { 202: taken },
    refusals: [400, 413],
    withNumbers: true,
  },
];
