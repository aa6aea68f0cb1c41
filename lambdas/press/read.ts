import type { Location } from '../domain/alert.ts';
import { categories, isCategory } from '../domain/policy.ts';
import type { Spoken } from '../domain/case.ts';
import type { PressFacts } from '../domain/press.ts';
import type { Region } from '../domain/referral/regions.ts';
import { orNone, readWishes } from '../domain/wishes.ts';
import { readContact, readSilent } from './read-contact.ts';

/** What was wrong with one field, and what is allowed there. */
export interface FieldNote {
  field: string;
  detail: string;
}

export type ReadPress =
  /**
   * `warnings` name the fields that could not be used; the press counts without them. `said` is what
   * belongs in the case and not in the alert.
   */
  | { facts: PressFacts; said: Spoken; warnings: FieldNote[]; refused?: undefined }
  | { refused: 400 | 413; detail: string; errors: FieldNote[] };

/** Bytes of a request's body. */
const largestBody = 16 * 1024;
const longestName = 200;

/**
 * Reads a press. A press is a call for help, so whatever can be done without is done without: a
 * field that makes no sense is named in a warning and left out. Turned away is only a body that
 * cannot be read at all, one over 16 kB, and a location off the globe (the contract's three).
 * `requestId` stands in for an id that is missing: unlike anything derived from the body it
 * cannot make two calls for help look like one.
 */
export function readPress(
  body: { text: string | undefined; base64: boolean },
  caller: { reporterId: string; requestId: string },
  idField: 'pressId' | 'reportId' = 'pressId',
): ReadPress {
  const bytes = Buffer.from(body.text ?? '', body.base64 ? 'base64' : 'utf8');
  if (bytes.length > largestBody) {
    return refuse(413, { field: 'body', detail: `at most ${largestBody} bytes are allowed` });
  }
  const press = parseObject(bytes.toString('utf8'));
  if (press === undefined) {
    return refuse(400, { field: 'body', detail: 'must be a JSON object' });
  }

  const warnings: FieldNote[] = [];
  const without = (field: string, detail: string) => {
    if (press[field] !== undefined && press[field] !== null) warnings.push({ field, detail });
    return undefined;
  };
  const name = (field: string) => {
    const value = Number.isFinite(press[field]) ? String(press[field]) : press[field];
    if (typeof value === 'string' && value.trim() !== '' && value.length <= longestName) {
      return value.trim();
    }
    return without(field, `must be a string of 1 to ${longestName} characters`);
  };
  const oneOf = <Value extends string>(field: string, allowed: readonly Value[]) =>
    allowed.find((one) => one === press[field]) ??
    without(field, `must be one of ${allowed.join(', ')}`);

  const location = readLocation(press.location);
  if (location === 'off the globe') {
    return refuse(400, {
      field: 'location',
      detail: 'lat must be from -90 to 90 and lng from -180 to 180; or leave the location out',
    });
  }
  if (location === undefined) without('location', 'must have numbers lat and lng');
  else warnings.push(...location.without);
  const region = readRegion(press.region);
  if (region === undefined) without('region', 'must be an object');
  else warnings.push(...region.without);

  const id = name(idField);
  const service = name('service');
  if (id === undefined && press[idField] == null) {
    warnings.push({ field: idField, detail: 'is missing, so a retry counts as a new one' });
  }
  if (service === undefined && press.service == null) {
    warnings.push({ field: 'service', detail: 'is missing' });
  }
  const category = isCategory(press.category)
    ? press.category
    : without('category', `must be one of ${categories.join(', ')}; counted as tier 1`);
  const wishes = (field: 'contact' | 'preferences') =>
    isObject(press[field]) ? press[field] : without(field, 'must be an object');
  const contact = wishes('contact');
  const preferences = wishes('preferences');
  const reach = readContact({ contact, preferences });
  warnings.push(...reach.without);
  const silent =
    readSilent(press.silent) ?? without('silent', 'must be true or false; counted as true') ?? true;

  return {
    warnings,
    said: {
      contact,
      preferences,
      details:
        typeof press.details === 'string' ? press.details : without('details', 'must be a string'),
    },
    facts: {
      reporterId: caller.reporterId,
      // Apart from presses, whose ids come from another counter of the app.
      pressId: `${idField === 'reportId' ? 'report ' : ''}${id ?? `request ${caller.requestId}`}`,
      service: service ?? 'unknown',
      tripId: name('tripId'),
      role: oneOf('role', ['rider', 'driver']),
      category,
      silent: silent || reach.silent,
      location: location?.place,
      region: region?.place,
      locale: readLocale(press.locale) ?? without('locale', 'must be a language tag') ?? 'id',
      contactKnown: reach.known || undefined,
      wishes: orNone(readWishes(contact, preferences)),
      pressedAt: readInstant(press.pressedAt) ?? without('pressedAt', 'must be ISO 8601'),
    },
  };
}

function refuse(refused: 400 | 413, error: FieldNote): ReadPress {
  return { refused, detail: `${error.field} ${error.detail}`, errors: [error] };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function readLocation(
  value: unknown,
): { place: Location; without: FieldNote[] } | 'off the globe' | undefined {
  if (!isObject(value)) return undefined;
  const { lat, lng, accuracy, at } = value;
  if (typeof lat !== 'number' || typeof lng !== 'number') return undefined;
  if (Math.abs(lat) > 90 || Math.abs(lng) > 180) return 'off the globe';
  const place: Location = { lat, lng };
  const without: FieldNote[] = [];
  if (isMetres(accuracy)) place.accuracy = accuracy;
  else if (accuracy != null) {
    without.push({ field: 'location.accuracy', detail: 'must be a number of metres from 0' });
  }
  const instant = readInstant(at);
  if (instant !== undefined) place.at = instant;
  else if (at != null) without.push({ field: 'location.at', detail: 'must be ISO 8601' });
  return { place, without };
}

/** A country as ISO 3166-1 has it, a regency by the code of Kemendagri. */
const regionForms = { country: /^[A-Za-z]{2}$/, regency: /^\d\d(\.\d\d)?$/ };

function readRegion(value: unknown): { place?: Region; without: FieldNote[] } | undefined {
  if (!isObject(value)) return undefined;
  const place: Region = {};
  const without: FieldNote[] = [];
  for (const name of ['country', 'regency'] as const) {
    const given = value[name];
    if (typeof given === 'string' && regionForms[name].test(given)) place[name] = given;
    else if (given != null) {
      without.push({
        field: `region.${name}`,
        detail: `must be like ${name === 'country' ? 'ID' : '31.74'}`,
      });
    }
  }
  return { place: (place.country ?? place.regency) ? place : undefined, without };
}

function isMetres(value: unknown): value is number {
  return Number.isFinite(value) && (value as number) >= 0;
}

function readLocale(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/.test(value)
    ? value.toLowerCase().split(/[-_]/)[0]
    : undefined;
}

function readInstant(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 40) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
