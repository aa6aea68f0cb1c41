import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { defaultProvider } from '../../lambdas/adapters/env-credentials.ts';
import { required } from '../../lambdas/adapters/environment.ts';
import { type Cloud, openCloud } from '../support/engines.ts';

let cloud: Cloud;
before(async () => {
  cloud = await openCloud();
});
after(() => cloud?.close());

/** Nothing reads this one; it is there for people who look at a function. */
const unread = ['STAGE'];

/** Runs `act` with this environment alone, and nothing of ours. */
async function within<Result>(
  environment: Record<string, string>,
  act: () => Result | Promise<Result>,
): Promise<Result> {
  const ours = { ...process.env };
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
  try {
    return await act();
  } finally {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, ours);
  }
}

let starts = 0;
/** A cold start: the handler's module from anew. */
const start = (name: string) => {
  starts += 1;
  return import(`../../lambdas/${name}/handler.ts?start=${starts}`) as Promise<{
    handler: unknown;
  }>;
};

test('a value is read as it is, and none is named with who sets it', () =>
  within({ GIVEN: 'a b', EMPTY: '' }, () => {
    assert.equal(required('GIVEN'), 'a b');
    for (const name of ['EMPTY', 'ABSENT']) {
      assert.throws(() => required(name), new RegExp(`${name} is missing; the stack sets it`));
    }
  }));

test('every function starts with what the template gives it, and fails at once, by name, without any part of it', async () => {
  for (const fn of cloud.functions) {
    const { handler } = await within(cloud.environment(fn), () => start(fn));
    assert.equal(typeof handler, 'function', fn);
    for (const name of cloud.configured(fn)) {
      if (unread.includes(name)) continue;
      const { [name]: _, ...rest } = cloud.environment(fn);
      const expected = new RegExp(`\\b${name}\\b`);
      await assert.rejects(
        within(rest, () => start(fn)),
        expected,
        `${fn} without ${name}`,
      );
    }
  }
});

test('credentials are those that Lambda gives, the session’s token among them', async () => {
  const given = {
    AWS_ACCESS_KEY_ID: 'key',
    AWS_SECRET_ACCESS_KEY: 'secret',
    AWS_SESSION_TOKEN: 'token',
  };
  const credentials = () => defaultProvider()();
  assert.deepEqual(await within(given, credentials), {
    accessKeyId: 'key',
    secretAccessKey: 'secret',
    sessionToken: 'token',
  });
  for (const missing of ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) {
    await assert.rejects(within({ ...given, [missing]: '' }, credentials), /no credentials/);
  }
});
