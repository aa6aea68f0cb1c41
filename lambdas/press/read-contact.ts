import type { FieldNote } from './read.ts';

export interface ReadContact {
  /** Nobody may be contacted: calling by mistake can give somebody away. */
  silent: boolean;
  /** A way to reach the person was named. */
  known: boolean;
  /** The fields that could not be used. */
  without: FieldNote[];
}

const silence = 'must be true or false; counted as true';

/** What an alert shows of a press's `contact` and `preferences`; all of both lies in the case. */
export function readContact(
  wishes: Readonly<Record<'contact' | 'preferences', Record<string, unknown> | undefined>>,
): ReadContact {
  const read: ReadContact = { silent: false, known: false, without: [] };
  for (const [field, { silent, channel, channels } = {}] of Object.entries(wishes)) {
    const without = (name: string, detail: string) =>
      read.without.push({ field: `${field}.${name}`, detail });
    const isSilent = readSilent(silent);
    if (isSilent === undefined) without('silent', silence);
    read.silent ||= isSilent ?? true;
    for (const [name, ways] of Object.entries({ channel, channels })) {
      const all = [ways ?? []].flat();
      if (!all.every(isName)) without(name, 'must be a string or a list of strings');
      read.known ||= all.some(isName);
    }
  }
  return read;
}

/** What is set to something else is meant to be set; undefined there. */
export function readSilent(value: unknown): boolean | undefined {
  if (value === undefined || value === null) return false;
  return typeof value === 'boolean' ? value : undefined;
}

function isName(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
