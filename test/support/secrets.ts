import assert from 'node:assert/strict';

/** Where something was found that nobody may read there. */
interface Place {
  where: string;
  text: string;
}

/** Fields of a request whose values are a reporter's own words, or name them. */
const spoken = new Set(['details', 'words', 'contact', 'preferences', 'answers']);
const places = new Set(['lat', 'lng']);
const names = new Set(['riderId', 'driverId', 'plate', 'name', 'phone', 'email', 'safeWord']);

/** Shorter than this a value stands anywhere by chance. */
const shortest = 6;
const wordsInARow = 3;

/**
 * What reporters said, who and where they were, and what was entrusted to them, as a story told it:
 * so that in the end nothing that machines and bystanders read holds any of it.
 */
export class Secrets {
  private readonly kinds = new Map<string, Set<string>>();

  /** Everything in a body that a reporter or the platform sent. */
  tell(body: unknown, field = ''): void {
    if (Array.isArray(body)) for (const one of body) this.tell(one, field);
    else if (typeof body === 'object' && body !== null) {
      for (const [name, value] of Object.entries(body)) {
        this.tell(value, spoken.has(field) && !names.has(name) ? field : name);
      }
    } else if (typeof body === 'number' && places.has(field)) this.position(body);
    else if (typeof body === 'string' && (spoken.has(field) || names.has(field))) this.words(body);
  }

  token(token: string): void {
    this.add('token', token);
  }

  /** The secret part of a link; the SMS that carries it may hold it. */
  link(token: string): void {
    this.add('link', token);
  }

  reporter(sub: string): void {
    if (sub.includes('-')) this.add('reporter', sub);
  }

  phone(phone: string): void {
    this.add('phone', phone);
  }

  /** What was found, each with its kind and place; never the secret itself in full. */
  foundIn(
    { where, text }: Place,
    { but = [] as string[] }: { but?: readonly string[] } = {},
  ): string[] {
    return [...this.kinds]
      .filter(([kind]) => !but.includes(kind))
      .flatMap(([kind, values]) =>
        [...values]
          .filter((value) => text.includes(value))
          .map((value) => `a ${kind} (${value.slice(0, 12)}…) in ${where}: ${around(text, value)}`),
      );
  }

  get count(): number {
    return [...this.kinds.values()].reduce((sum, values) => sum + values.size, 0);
  }

  /** Any three words in a row give a text away, and so does a short one as a whole. */
  private words(text: string): void {
    const said = text.split(/\s+/).filter(Boolean);
    if (said.length <= wordsInARow) return this.ownWords(text.trim());
    for (let first = 0; first + wordsInARow <= said.length; first += 1) {
      this.ownWords(said.slice(first, first + wordsInARow).join(' '));
    }
  }

  /** An everyday value, such as a channel's name, is in the emergency numbers, too. */
  private ownWords(text: string): void {
    if (/\s|\d{5}|[^\x20-\x7e]/.test(text) || text.length >= 14) this.add('word', text);
  }

  private position(degrees: number): void {
    const written = String(degrees);
    if ((written.split('.')[1]?.length ?? 0) >= 4) this.add('position', written);
  }

  private add(kind: string, value: string): void {
    if (value.length < shortest) return;
    this.kinds.set(kind, (this.kinds.get(kind) ?? new Set()).add(value));
  }
}

export function assertNothing(found: readonly string[]): void {
  const shown = [...found.slice(0, 20), ...(found.length > 20 ? ['…'] : [])];
  assert.equal(found.length, 0, `secrets were found:\n${shown.join('\n')}`);
}

function around(text: string, value: string): string {
  const at = text.indexOf(value);
  return JSON.stringify(text.slice(Math.max(0, at - 60), at + 20));
}
