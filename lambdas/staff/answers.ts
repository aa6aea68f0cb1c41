import * as z from 'zod';
import { categories } from '../domain/policy.ts';
import { instant, tier } from '../openapi/describe.ts';

/** What the staff API answers about alerts, as its description tells it; fields may be added. */
export const boardLine = z.looseObject({
  alertId: z.string(),
  code: z.string().describe('Four letters and digits to say on the phone'),
  tier,
  status: z.enum(['open', 'acknowledged', 'resolved', 'cancelled']),
  service: z.string(),
  category: z.enum(categories).nullable(),
  tripId: z.string().optional(),
  silent: z.boolean(),
  duress: z.boolean(),
  cancelRequested: z.boolean(),
  openedAt: instant,
  presses: z.int().min(0),
  owner: z.looseObject({ responderId: z.string(), name: z.string(), since: instant }).optional(),
  dueAt: instant.optional(),
  step: z.int().min(0),
  unansweredSince: instant.optional(),
  eraseRequestedAt: instant.optional(),
});

const page = z.looseObject({
  responderId: z.string(),
  step: z.int().min(0),
  at: instant,
  result: z.enum(['sent', 'failed', 'pending']),
});

const entry = z.looseObject({
  at: instant,
  what: z.string(),
  by: z.string().optional(),
  text: z.string().optional().describe('Of what staff wrote of the case, for its owner alone'),
});

export const alertView = boardLine.extend({
  linkedAlertIds: z.array(z.string()),
  trip: z.enum(['in_progress', 'not_started', 'ended', 'cancelled', 'unknown']),
  pages: z.array(page),
  timeline: z.array(entry),
});

const told = z.looseObject({
  questionId: z.string(),
  asked: z.string().optional(),
  chosen: z.array(z.string()),
  words: z.string().optional(),
  at: instant,
  by: z.string(),
});

export const caseAnswer = z.looseObject({
  alertId: z.string(),
  said: z.array(
    z.looseObject({
      at: instant,
      kind: z.enum(['press', 'report', 'check_in']),
      details: z.string().optional(),
    }),
  ),
  answers: z.array(told),
  skipped: z.array(z.string()),
  script: z.enum(['going', 'paused', 'stopped']),
  contact: z.looseObject({
    now: z.looseObject({ channels: z.array(z.string()), because: z.string().optional() }),
  }),
  consents: z.array(
    z.looseObject({ kind: z.string(), given: z.boolean(), at: instant, by: z.string() }),
  ),
  steps: z.array(
    z.looseObject({ kind: z.string(), at: instant, by: z.string(), agreedAt: instant }),
  ),
  notes: z.array(
    z.looseObject({ at: instant, what: z.string(), by: z.string().optional(), text: z.string() }),
  ),
  positions: z.array(z.looseObject({ lat: z.number(), lng: z.number(), at: instant })),
  classification: z.looseObject({ as: z.enum(categories), at: instant, by: z.string() }).nullable(),
});

export const readsAnswer = z.object({
  reads: z.array(z.object({ by: z.string(), at: instant, why: z.string() })),
});
