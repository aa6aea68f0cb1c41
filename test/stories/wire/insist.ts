import assert from 'node:assert/strict';
import { type City, pause } from '../../support/city.ts';

/** Longest that a client tries, and that what it waits for may take: a sweep and what it meets on its way (ms). */
export const patience = 45_000;

export const boss = { as: 'boss', scope: 'staff staff:admin' };

export interface Answer {
  path: string;
  status: number;
  headers: Headers;
  body: string;
}

interface Asked extends NonNullable<Parameters<City['call']>[2]> {
  /** Whose story it is. */
  name: string;
  /** Refusals that are right, such as 412 for who comes second. */
  rightly?: number[];
  /** Told of each answer that is an error of the API's own. */
  failed?: (answer: Answer) => void;
}

/** No more requests at once than a machine that is busy can answer in time. */
let free = 8;
const waiting: (() => void)[] = [];

/** Asks again and again while the answer is an error of the API's own; any other refusal is wrong. */
export async function insist(
  city: City,
  [method, path]: readonly [method: string, path: string],
  { name, rightly = [], failed, ...of }: Asked,
): Promise<Answer> {
  for (const end = Date.now() + patience; ; await pause(200)) {
    const { status, headers, body } = await gently(async () => {
      const answer = await city.call(method, path, of);
      return { status: answer.status, headers: answer.headers, body: await answer.text() };
    });
    const answer = { path, status, headers, body };
    if (status < 400 || rightly.includes(status)) return answer;
    failed?.(answer);
    assert.ok(status >= 500, `${name}: ${method} ${path} gets ${status} ${body}`);
    assert.ok(Date.now() < end, `${name}: ${method} ${path} still gets ${status} ${body}`);
  }
}

async function gently<Result>(what: () => Promise<Result>): Promise<Result> {
  if (free === 0) await new Promise<void>((go) => waiting.push(go));
  else free -= 1;
  try {
    return await what();
  } finally {
    const next = waiting.shift();
    if (next === undefined) free += 1;
    else next();
  }
}
