import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hono } from 'hono';
import { problem } from '../../lambdas/adapters/problem.ts';

const awsError = (name: string, httpStatusCode?: number) =>
  Object.assign(new Error('no word of this'), { name, $metadata: { httpStatusCode } });

async function answerTo(error: Error): Promise<{ status: number; text: string }> {
  const app = new Hono();
  app.get('/', () => {
    throw error;
  });
  app.onError((thrown, c) => problem(c, thrown, { fail: () => {} }));
  const answer = await app.request('/');
  return { status: answer.status, text: await answer.text() };
}

for (const [what, error, status] of [
  ['a service of AWS that does not answer', awsError('TimeoutError'), 503],
  ['one that fails', awsError('InternalServerError', 500), 503],
  ['one that wants less asked of it', awsError('ThrottlingException', 400), 503],
  ['a call that was wrong', awsError('AccessDeniedException', 400), 500],
  ['whatever else goes wrong', new TypeError('no word of this'), 500],
] as const) {
  test(`${what} is answered ${status}, with an id and no word of the error`, async () => {
    const { status: answered, text } = await answerTo(error);
    assert.equal(answered, status);
    assert.ok('requestId' in (JSON.parse(text) as object));
    assert.doesNotMatch(text, /no word/);
  });
}
