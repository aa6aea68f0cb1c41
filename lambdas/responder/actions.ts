import * as z from 'zod';

const text = z.string().trim().min(1).max(500);
const tier = z.coerce.number().pipe(z.union([z.literal(1), z.literal(2)]));

/** What a form behind a link may say with each action. */
export const actionSchemas = {
  acknowledge: z.object({}),
  decline: z.object({}),
  release: z.object({}),
  raise: z.object({ tier: tier.optional(), reason: text.optional() }),
  resolve: z.object({ outcome: text.default('not_stated') }),
  notes: z.object({ text }),
} as const;
