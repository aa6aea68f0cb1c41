import type { Described } from '../openapi/describe.ts';
import { tripSchema } from './schemas.ts';

export const platformApi: Described[] = [
  {
    route: 'PUT /v1/trips/{tripId}',
    access: ['trips:write'],
    summary: 'Tells all that the platform knows of a trip; the last one counts',
    body: tripSchema,
    answers: { 204: 'nothing' },
    refusals: [400, 413],
  },
];
