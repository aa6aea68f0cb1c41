import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { team } from '../support/alerts.ts';
import { Office } from './office.ts';

let office: Office;
beforeEach(() => {
  office = new Office();
  office.api.memory.setTeam(1, team());
});
afterEach(() => office.close());

const tokens = () => new Set(office.requests.map((one) => one.authorization));

test('the local stack is asked for a token, and never sees the one of another server', async () => {
  office.env = { SIAGA_TOKEN: 'of-production' };
  for (const url of ['http://localhost:3000', 'http://127.0.0.1:8080/', 'http://[::1]:3000']) {
    assert.equal(await office.type('export', '--url', url), 0);
  }
  assert.equal(await office.type('export'), 0);
  assert.deepEqual([...tokens()], [null, 'Bearer local-token']);
});

test('another server gets the token of the environment, under https alone', async () => {
  assert.equal(await office.type('export', '--url', 'https://siaga.example'), 2);
  assert.match(office.err, /set SIAGA_TOKEN/);
  office.env = { SIAGA_TOKEN: ' of-production\n' };
  assert.equal(await office.type('export', '--url', 'http://siaga.example'), 2);
  assert.equal(await office.type('export', '--url', 'http://localhost.example'), 2);
  assert.match(office.err, /must be https/);
  assert.equal(office.requests.length, 0);
  assert.equal(await office.type('export', '--url', 'https://siaga.example/'), 0);
  assert.deepEqual([...tokens()], ['Bearer of-production']);
  const sites = office.requests.map((one) => new URL(one.url).host);
  assert.deepEqual([...new Set(sites)], ['siaga.example']);
});

test('no address of a server is taken that is none, or holds a secret', async () => {
  for (const url of ['siaga', 'ftp://x', 'https://a:b@siaga.example', 'https://x.example?t=1']) {
    assert.equal(await office.type('export', '--url', url), 2, url);
    assert.doesNotMatch(office.err, /a:b/);
  }
});

test('the token is in nothing that is printed', async () => {
  office.env = { SIAGA_TOKEN: 'of-production' };
  for (const status of [401, 403, 500]) {
    office.meanwhile = () => Response.json({}, { status });
    assert.equal(await office.type('export', '--url', 'https://siaga.example'), 4);
    assert.doesNotMatch(office.out + office.err, /of-production/);
  }
});

test('where nothing answers, and where something else does, the local stack is said to be missing', async () => {
  office.meanwhile = () => {
    throw new TypeError('fetch failed');
  };
  assert.equal(await office.type('export'), 4);
  assert.match(office.err, /nothing answers at http:\/\/localhost:3000: start the local stack/);
  office.meanwhile = () => new Response('a page', { status: 404 });
  assert.equal(await office.type('export'), 4);
  assert.match(office.err, /gives no tokens/);
});

test('a command that is not understood exits with 2 and says how it is used', async () => {
  for (const argv of [
    [],
    ['apply'],
    ['applly', 'team.yaml'],
    ['apply', 'a.yaml', 'b.yaml'],
    ['apply', 'a.yaml', '--out', 'b.yaml'],
    ['export', 'a.yaml'],
    ['export', '--tier', '4'],
    ['export', '--token', 'x'],
  ]) {
    assert.equal(await office.type(...argv), 2, argv.join(' '));
    assert.match(office.err, /npm run roster -- apply FILE/);
  }
  assert.equal(await office.type('--help'), 0);
  assert.match(office.out, /npm run roster -- apply FILE/);
});
