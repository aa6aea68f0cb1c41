import * as z from 'zod';
import { locales } from '../domain/script/locales.ts';
import { scriptSchema } from '../domain/script/schema.ts';
import { type Described, instant, tier } from '../openapi/describe.ts';
import { alertView, boardLine, caseAnswer, readsAnswer } from './answers.ts';
import { actionSchemas, eraseSchema, policySchema, teamSchema } from './schemas.ts';

const { decline: _, ...ofStaff } = actionSchemas;

const summaries: Record<keyof typeof ofStaff, string> = {
  acknowledge: 'Takes the alert',
  release: 'Hands it back',
  raise: 'Lifts its tier',
  lower: 'Lowers its tier, for a reason that stays',
  resolve: 'Ends it',
  notes: 'Writes a note',
  classify: 'Says what staff take it to have been; nobody asks the person',
  'keep-out': 'Keeps a responder who has a conflict of interest out of it',
};

const hole = z.looseObject({
  service: z.string(),
  step: z.int(),
  page: z.string(),
  from: instant,
  to: instant,
  reason: z.enum(['nobody_on_call', 'no_certificate']),
});

const ofTier = z.looseObject({
  tier,
  at: instant,
  onCall: z.array(
    z.looseObject({ rotation: z.string(), responderId: z.string(), name: z.string().optional() }),
  ),
});

/** A team as it was stored, and what is doubtful about it. */
const storedTeam = z.looseObject({
  ...teamSchema.shape,
  warnings: z.array(z.looseObject({ kind: z.string() })),
  moreWarnings: z.int(),
});

const link = z.string().describe('Whoever has it has the calendar, until the tier’s are renewed');
const calendars = z.looseObject({
  tier,
  team: z.looseObject({ url: link }),
  responders: z.array(z.looseObject({ responderId: z.string(), url: link })),
});

const erasure = z.looseObject({
  erasedAt: instant,
  by: z.string(),
  kinds: z.record(z.string(), z.int()),
  count: z.int(),
});

const tag = z.string().regex(/^(W\/)?"?\d{1,15}"?$/, 'the ETag of the last answer');
const read = ['staff', 'staff:admin'] as const;
const admin = ['staff:admin'] as const;

const scriptKey = {
  service: z.string().min(1).max(100).optional().describe('`any` where it is left out'),
  locale: z.enum(locales).optional(),
};

export const staffApi: Described[] = [
  {
    route: 'GET /v1/staff/alerts',
    access: ['staff'],
    summary: 'The board',
    query: {
      status: z.enum(['open', 'acknowledged', 'resolved', 'cancelled']).optional(),
      tier: tier.optional(),
    },
    answers: { 200: z.looseObject({ alerts: z.array(boardLine) }) },
    refusals: [400],
  },
  {
    route: 'GET /v1/staff/alerts/{alertId}',
    access: ['staff'],
    summary: 'One alert with its whole timeline; notes show to its owner, to others with the case',
    answers: { 200: alertView },
    refusals: [404, 409],
  },
  {
    route: 'POST /v1/staff/alerts/{alertId}/erase',
    access: admin,
    summary: 'Erases what the reporter said and where they were; that it was done stays',
    body: eraseSchema,
    answers: { 200: erasure },
    refusals: [400, 404, 409, 413],
  },
  {
    route: 'POST /v1/staff/alerts/{alertId}/{action}',
    access: ['staff'],
    summary: 'What a responder does with an alert',
    actions: Object.fromEntries(
      Object.entries(ofStaff).map(([name, body]) => [
        name,
        { summary: summaries[name as keyof typeof summaries], body },
      ]),
    ),
    answers: { 200: alertView },
    refusals: [400, 404, 409, 413],
  },
  {
    route: 'GET /v1/staff/alerts/{alertId}/case',
    access: ['staff'],
    summary: 'The sealed case: what was said, agreed and done. The reading is recorded',
    query: { reason: z.string().min(1).max(500) },
    answers: { 200: caseAnswer },
    refusals: [400, 404, 409],
  },
  {
    route: 'GET /v1/staff/alerts/{alertId}/reads',
    access: ['staff'],
    summary: 'Who has read the case, when and to what end',
    answers: { 200: readsAnswer },
    refusals: [404, 409],
  },
  {
    route: 'GET /v1/staff/teams/{tier}',
    access: read,
    summary: 'Who answers for a tier; `ETag` is its version',
    answers: { 200: teamSchema },
    refusals: [400],
  },
  {
    route: 'PUT /v1/staff/teams/{tier}',
    access: admin,
    summary: 'Replaces a team. Unknown fields are refused; what is doubtful comes back as warnings',
    headers: { 'If-Match': tag },
    body: teamSchema,
    answers: { 200: storedTeam },
    refusals: [400, 412, 413, 428],
  },
  {
    route: 'GET /v1/staff/policies/{tier}',
    access: read,
    summary: 'Who is paged in a tier, in which order, with which wait',
    answers: { 200: policySchema },
    refusals: [400],
  },
  {
    route: 'PUT /v1/staff/policies/{tier}',
    access: admin,
    summary: 'Replaces a policy',
    headers: { 'If-Match': tag.optional() },
    body: policySchema,
    answers: { 200: policySchema },
    refusals: [400, 412, 413],
  },
  {
    route: 'GET /v1/staff/on-call',
    access: read,
    summary: 'Who is on call, now or at an instant, in one tier or in all',
    query: { tier: tier.optional(), at: instant.optional() },
    answers: { 200: z.union([ofTier, z.looseObject({ teams: z.array(ofTier) })]) },
    refusals: [400],
  },
  {
    route: 'GET /v1/staff/coverage',
    access: read,
    summary: 'When nobody qualified answers, up to 90 days ahead',
    query: {
      tier,
      from: instant.optional(),
      to: instant.optional(),
      service: z.string().optional().describe('May be said several times'),
    },
    answers: {
      200: z.looseObject({
        tier,
        from: instant,
        to: instant,
        services: z.array(z.string()),
        holes: z.array(hole),
      }),
    },
    refusals: [400],
  },
  {
    route: 'GET /v1/staff/scripts/{category}',
    access: read,
    summary: 'The question script that apps are given, staff’s own or the shipped one',
    query: scriptKey,
    answers: { 200: scriptSchema },
    refusals: [400],
  },
  {
    route: 'PUT /v1/staff/scripts/{category}',
    access: admin,
    summary: 'Puts a script; one that breaks a rule of care is refused with the rule and the place',
    query: scriptKey,
    headers: { 'If-Match': tag },
    body: scriptSchema,
    answers: { 200: scriptSchema },
    refusals: [400, 412, 413, 428],
  },
  {
    route: 'GET /v1/staff/calendars',
    access: read,
    summary: 'Links to calendars of shifts: the team’s and the caller’s own, for staff:admin all',
    query: { tier },
    answers: { 200: calendars },
    refusals: [400],
  },
  {
    route: 'POST /v1/staff/calendars/{tier}/renew',
    access: admin,
    summary: 'Makes new links for a tier; the old ones are dead',
    answers: { 200: calendars },
    refusals: [400, 412],
  },
  {
    route: 'GET /calendar/{token}',
    access: 'link',
    summary: 'Shifts from 7 days back to 60 ahead, iCalendar (RFC 5545)',
    answers: { 200: 'calendar' },
    refusals: [404],
  },
  {
    route: 'GET /v1/openapi.json',
    access: 'anybody',
    summary: 'This description',
    headers: { 'If-None-Match': z.string().optional() },
    answers: { 200: z.looseObject({ openapi: z.string() }), 304: 'nothing' },
  },
];
