import type { Alert } from '../domain/alert.ts';
import { type Tier, tiers } from '../domain/policy.ts';
import { VisibleError } from '../visible-error.ts';

/** What the staff API reads of paths, queries and headers; an error names the field and what is allowed. */
const statuses = ['open', 'acknowledged', 'resolved', 'cancelled'] as const;

export function readTier(value: string): Tier {
  const tier = tiers.find((one) => String(one) === value);
  if (tier === undefined) throw wrongField('tier', '1, 2 or 3');
  return tier;
}

export function readStatus(value: string | undefined): Alert['status'] | undefined {
  if (value === undefined) return undefined;
  const status = statuses.find((one) => one === value);
  if (status === undefined) throw wrongField('status', `one of ${statuses.join(', ')}`);
  return status;
}

/** Calendars do not reach the ends of JavaScript's time, and no rota does. */
const earliest = Date.UTC(2000, 0);
const latest = Date.UTC(2200, 0);

/** Epoch ms */
export function readInstant(field: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const at = Date.parse(value);
  if (!(at >= earliest && at < latest)) {
    throw wrongField(field, 'an instant, ISO 8601, of the years 2000 to 2199');
  }
  return at;
}

export function etag(version: number): string {
  return `"${version}"`;
}

export function readEtag(value: string): number {
  const version = /^(?:W\/)?"?(\d{1,15})"?$/.exec(value)?.[1];
  if (version === undefined) throw wrongField('If-Match', 'the ETag of the last answer');
  return Number(version);
}

export function wrongField(field: string, allowed: string): VisibleError {
  return new VisibleError(400, `${field} must be ${allowed}`, [{ field, detail: allowed }]);
}

export function lostRace(): VisibleError {
  return new VisibleError(412, 'somebody else changed it meanwhile; read it again');
}
