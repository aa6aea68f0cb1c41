import * as z from 'zod';

const id = z.string().trim().min(1).max(200);
const instant = z.iso.datetime({ offset: true, error: 'an instant, ISO 8601 with its offset' });
const short = z.string().trim().min(1).max(60);

/** Fields that this version does not know are left out: a newer platform must not be refused. */
export const tripSchema = z.object({
  service: id,
  riderId: id,
  driverId: id,
  vehicle: z
    .object({ plate: short.optional(), model: short.optional(), colour: short.optional() })
    .optional(),
  region: z
    .object({
      country: z
        .string()
        .regex(/^[A-Z]{2}$/, 'two capital letters (ISO 3166-1)')
        .optional(),
      regency: z
        .string()
        .regex(/^\d{2}(\.\d{2})?$/, 'a Kemendagri code, such as 31 or 31.74')
        .optional(),
    })
    .optional(),
  startedAt: instant,
  endedAt: instant.optional(),
  cancelledAt: instant.optional(),
});
