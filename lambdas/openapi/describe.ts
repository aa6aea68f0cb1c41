import * as z from 'zod';
import { categories, tiers } from '../domain/policy.ts';

/**
 * One route as the description tells it. It lies in the `api.ts` beside the schemas that the code
 * validates with, and a test holds its key and its access against the synthesized template.
 */
export interface Described {
  /** The key of the template's route, such as `GET /v1/alerts/{alertId}`. */
  route: `${'GET' | 'POST' | 'PUT'} /${string}`;
  /** Any one of these scopes, whoever holds a link, or anybody. */
  access: readonly [string, ...string[]] | 'link' | 'anybody';
  summary: string;
  query?: Record<string, z.ZodType>;
  headers?: Record<string, z.ZodType>;
  body?: Body;
  /** Where the path ends in `{action}`: what each action does and takes. */
  actions?: Record<string, { summary: string; body?: Body }>;
  answers: Record<number, Content>;
  /** The statuses that come with a problem (RFC 9457), besides those that every route has. */
  refusals?: readonly (400 | 404 | 409 | 412 | 413 | 428)[];
  /** Problems carry the emergency numbers. */
  withNumbers?: boolean;
}

export type Body = z.ZodType | { form: z.ZodType };

/** JSON of a schema, a page in HTML, iCalendar, or no body at all. */
export type Content = z.ZodType | 'page' | 'calendar' | 'nothing';

export const instant = z.iso.datetime({ offset: true });

export const tier = z.union(tiers.map((one) => z.literal(one)));

export const emergencyNumbers = z
  .array(
    z.looseObject({
      service: z.string(),
      name: z.string(),
      number: z.string(),
      whatsapp: z.string().optional(),
    }),
  )
  .describe('Whom a person in danger can call without us, most often needed first');

const fieldNotes = z.array(z.object({ field: z.string(), detail: z.string() }));

export const warnings = fieldNotes.describe('Fields that could not be used and were left out');

export const problem = z
  .looseObject({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().describe('What was wrong, for people; no part of it is stable'),
    errors: fieldNotes.optional().describe('The fields that were wrong, and what is allowed there'),
    requestId: z
      .string()
      .optional()
      .describe('Names the request in the log, where the fault is ours'),
  })
  .describe('A problem, RFC 9457');

export const problemWithNumbers = problem
  .extend({ emergencyNumbers })
  .describe('A problem, RFC 9457, with the emergency numbers');

/** What API Gateway itself answers. */
export const gatewayError = z.object({ message: z.string() });

/** What stands in a path; a name that is not here is any string. */
export const pathParameters: Record<string, z.ZodType> = {
  alertId: z.string().regex(/^alr_[\w-]{22}$/),
  category: z.enum([...categories, 'general']),
  tripId: z.string().min(1).max(200),
  tier,
  token: z
    .string()
    .regex(/^[\w-]{41,46}$/)
    .describe('The secret part of the link in an SMS, or to a calendar'),
};
