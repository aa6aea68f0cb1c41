import * as z from 'zod';

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
