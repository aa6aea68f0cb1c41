import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Local } from '../../local/start.ts';
import { assertNothing, Secrets } from './secrets.ts';

/**
 * Watches a story: what its people said, and what machines and bystanders read in the meantime. At
 * the end nothing of the one may be in the other, and no role was too small for what its function did.
 */
export class Witness {
  readonly secrets = new Secrets();
  private readonly refusals: Promise<{ where: string; text: string }>[] = [];
  private readonly printed: string[] = [];
  private readonly print = process.stderr.write.bind(process.stderr);

  constructor() {
    // The local stack's own words: denied calls, functions that failed.
    process.stderr.write = (chunk: string | Uint8Array, ...more: []) => {
      this.printed.push(String(chunk));
      return this.print(chunk, ...more);
    };
  }

  /** A call to the API: what a reporter or the platform says is theirs, and an error tells nobody. */
  saw(
    of: { path: string; sub?: string; scope: string; token?: string; body?: unknown },
    response: Response,
  ): void {
    const ofStaff = of.scope.includes('staff');
    if (of.token !== undefined) this.secrets.token(of.token);
    const link = /^\/p\/([\w-]{20,})/.exec(of.path)?.[1];
    if (link !== undefined) this.secrets.link(link);
    if (of.sub !== undefined && !ofStaff) {
      this.secrets.reporter(of.sub);
      this.secrets.tell(of.body);
    }
    if (response.status < 400 || link !== undefined) return;
    const where = `the answer ${response.status} to ${of.path.split('?')[0]}`;
    this.refusals.push(
      response
        .clone()
        .text()
        .then((text) => ({ where, text })),
    );
  }

  /** Ends the story; throws with kind and place of all that leaked. */
  async end(local: Local): Promise<void> {
    const found = await this.lookAround(local.url);
    await local.close();
    process.stderr.write = this.print;
    const logs = join(local.dataDir, 'logs');
    for (const file of readdirSync(logs)) {
      const text = readFileSync(join(logs, file), 'utf8');
      found.push(...this.secrets.foundIn({ where: `the log ${file}`, text }));
    }
    const console = { where: 'the console of the stack', text: this.printed.join('') };
    found.push(...this.secrets.foundIn(console));
    assertNothing(found);
    const denied = new Set(this.printed.filter((line) => line.startsWith('denied: ')));
    assert.deepEqual([...denied], [], 'a function needs what its role does not allow');
  }

  private async lookAround(url: string): Promise<string[]> {
    const read = async (path: string) => (await fetch(`${url}/_local/${path}`)).json();
    const phones = (await read('phones')) as { phone: string; messages: { text: string }[] }[];
    for (const { phone } of phones) this.secrets.phone(phone);
    const topics = (await read('topics')) as { topic: string; messages: { message: string }[] }[];
    return [
      ...phones.flatMap(({ phone, messages }) =>
        messages.flatMap(({ text }) =>
          this.secrets.foundIn({ where: `an SMS to ${phone}`, text }, { but: ['link'] }),
        ),
      ),
      ...topics.flatMap(({ topic, messages }) =>
        messages.flatMap(({ message }) =>
          this.secrets.foundIn({ where: `an event of ${topic}`, text: message }),
        ),
      ),
      // The team's own document may be answered with the number that is wrong in it.
      ...(await Promise.all(this.refusals)).flatMap((one) =>
        this.secrets.foundIn(one, { but: ['phone'] }),
      ),
    ];
  }
}
