import type { Telemetry } from '../ports.ts';
import { errorFacts } from './error-facts.ts';

/** For the press path, which has no room for a logging library: Lambda writes the JSON itself. */
export const consoleTelemetry: Pick<Telemetry, 'fail'> = {
  fail: (message, error, fields) => console.error({ message, ...fields, ...errorFacts(error) }),
};
