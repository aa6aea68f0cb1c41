import type { Telemetry } from '../ports.ts';
import { errorFacts } from './error-facts.ts';

/** For the press path, which has no room for a logging library: Lambda writes the JSON itself. */
export const consoleTelemetry: Pick<Telemetry, 'fail'> = {
  // oxlint-disable-next-line no-console
  fail: (message, error, fields) => console.error({ message, ...fields, ...errorFacts(error) }),
};
