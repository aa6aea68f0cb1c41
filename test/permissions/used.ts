import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Grant } from '../../local/grants.ts';

/** Each story leaves here what its stack's roles allow, and what of it was needed. */
const dir = fileURLToPath(new URL('../../node_modules/.cache/siaga-permissions/', import.meta.url));

export function forgetUsed(): void {
  rmSync(dir, { recursive: true, force: true });
}

/** To be called before a stack is closed. */
export async function noteUsed(url: string): Promise<void> {
  const answer = await fetch(`${url}/_local/permissions`);
  mkdirSync(dir, { recursive: true });
  writeFileSync(join(dir, `${randomUUID()}.json`), await answer.text());
}

/** What all stories together saw. */
export function readUsed(): Grant[] {
  const grants = new Map<string, Grant>();
  for (const name of readdirSync(dir)) {
    for (const grant of JSON.parse(readFileSync(join(dir, name), 'utf8')) as Grant[]) {
      const key = `${grant.id} ${grant.action} ${grant.resource} ${grant.items}`;
      const used = grant.used || (grants.get(key)?.used ?? false);
      grants.set(key, { ...grant, used });
    }
  }
  return [...grants.values()];
}
