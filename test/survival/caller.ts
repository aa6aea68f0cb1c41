import assert from 'node:assert/strict';
import { pause } from '../support/city.ts';

export interface Request {
  method?: string;
  path: string;
  /** Whose token goes with it; the link of an SMS needs none. */
  as?: string;
  body?: unknown;
}

export interface Answered {
  text: string;
  /** Between its first try and its answer it was done (both epoch ms). */
  began: number;
  answered: number;
}

/** Longest that one try waits: where nothing behind the API answers, it says so after 8 s (ms). */
const oneTry = 10_000;
/** One answer in so many is lost on its way, and who waits for it asks again. */
const lostAnswers = 2;
/** Between two tries (ms). */
const breath = 50;

/** Calls a stack that may be gone at any moment, again and again until it answers. */
export class Caller {
  /** Tries that got no answer, or an error. */
  failures = 0;
  /** Tries that were under way when the stack was killed, by the last part of their path. */
  readonly cutOff = new Map<string, number>();
  /** When people stop trying, once the stack is left alone (epoch ms). */
  until = Infinity;
  private answers = 0;
  private readonly url: string;
  private readonly tokens: ReadonlyMap<string, string>;

  constructor(url: string, tokens: ReadonlyMap<string, string>) {
    this.url = url;
    this.tokens = tokens;
  }

  /**
   * Asks until it succeeds; `request` may know better at each try. Throws where it is refused for good.
   * What comes back is the first success, though its answer may be lost.
   */
  async ask(request: () => Request): Promise<Answered> {
    const first = await this.succeed(request);
    this.answers += 1;
    if (this.answers % lostAnswers === 0) await this.succeed(request);
    return first;
  }

  /** One try; undefined where there is no answer. */
  async send({ method = 'POST', path, as, body }: Request) {
    const token = as === undefined ? undefined : this.tokens.get(as)!;
    try {
      const response = await fetch(this.url + path, {
        method,
        headers: {
          'content-type': 'application/json',
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        redirect: 'manual',
        signal: AbortSignal.timeout(oneTry),
      });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      // Where nobody listens nothing was under way.
      const { cause } = error as { cause?: { code?: string } };
      const what = path.split('/').at(-1)!;
      if (cause !== undefined && cause.code !== 'ECONNREFUSED') {
        this.cutOff.set(what, 1 + (this.cutOff.get(what) ?? 0));
      }
      return undefined;
    }
  }

  /** What `look` finds, once it does. */
  async wait<Found>(what: string, look: () => Found | undefined): Promise<Found> {
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      assert.ok(Date.now() < this.until, `waits in vain for ${what}`);
      await pause(breath);
    }
  }

  private async succeed(request: () => Request): Promise<Answered> {
    const began = Date.now();
    for (;;) {
      const tried = request();
      const answer = await this.send(tried);
      if (answer !== undefined && answer.status < 400) {
        return { text: answer.text, began, answered: Date.now() };
      }
      const said = `${tried.path}: ${answer?.status ?? 'no answer'} ${answer?.text ?? ''}`;
      assert.ok(answer === undefined || mayPass(answer.status), said);
      this.failures += 1;
      assert.ok(Date.now() < this.until, said);
      await pause(breath);
    }
  }
}

/** What the queue keeps while the table does not answer is not found for a while. */
function mayPass(status: number): boolean {
  return status >= 500 || status === 404;
}
