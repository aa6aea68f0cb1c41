import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { locales } from '../../lambdas/domain/script/locales.ts';
import type { Script } from '../../lambdas/domain/script/schema.ts';
import { scriptFor } from '../../lambdas/domain/scripts/script-for.ts';
import { loadScript } from '../../lambdas/script-of.ts';
import { Desk } from './desk.ts';

let desk: Desk;
beforeEach(() => {
  desk = new Desk();
});

const path = '/scripts/crash?service=GoRide&locale=en';
const shipped = scriptFor({ category: 'crash', service: 'goride', locale: 'en' });
const reworded = (text: string): Script => {
  const script = structuredClone(shipped);
  script.questions.find(({ id }) => id === 'story')!.text = text;
  return script;
};

test('what nobody has replaced is the shipped script, in version 0', async () => {
  const { status, headers, body } = await desk.get(path);
  assert.deepEqual([status, headers.get('etag')], [200, '"0"']);
  assert.deepEqual(body, shipped);
});

test('a script is written with the ETag it was read with: 428 without one, 412 after a lost race', async () => {
  const script = reworded('What would you like to tell us?');
  assert.equal((await desk.put(path, script)).status, 428);
  const put = await desk.put(path, script, '"0"');
  assert.deepEqual([put.status, put.headers.get('etag')], [200, '"1"']);
  assert.equal((await desk.put(path, shipped, '"0"')).status, 412);
  assert.deepEqual((await desk.get(path)).body, script);
});

test('a line that breaks a rule of care is refused with the place, the rule, the words and what to do', async () => {
  const script = reworded('Why were you out so late?');
  script.lines.find(({ id }) => id === 'thanks')!.text = 'You must calm down.';
  const { status, body } = await desk.put(path, script, '"0"');
  assert.equal(status, 400);
  assert.match(body.detail, /breaks rule 1, 12, 13, 15 of care/);
  const story = script.questions.findIndex(({ id }) => id === 'story');
  const why = body.errors.find((one: { rule: number }) => one.rule === 1);
  assert.equal(why.field, `questions[${story}].text`);
  assert.match(why.matched, /why/i);
  assert.match(why.detail, /rule 1 at 0-/);
  assert.ok(why.instead.length > 10);
  assert.equal((await desk.get(path)).headers.get('etag'), '"0"');
});

test('options, labels and what is missing are named by their place, too', async () => {
  const script = structuredClone(shipped);
  const hurt = script.questions.findIndex(({ id }) => id === 'hurt');
  script.questions[hurt]!.options[1]!.text = 'Are you sure it was that bad';
  script.controls.stop = 'Explain to me first';
  script.opening = script.opening.filter(({ says }) => says !== 'where_to_start');
  script.questions = script.questions.filter(({ consent }) => consent !== 'police');
  const { fields } = await desk.put(path, script, '"0"');
  for (const field of [`questions[${hurt}].options[1].text`, 'controls.stop', 'opening']) {
    assert.ok(fields.includes(field), `${field} of ${fields.join(', ')}`);
  }
  assert.ok(fields.includes('questions'));
});

test('what is no script, or one for somewhere else, is refused by field', async () => {
  const wrong = { ...shipped, tone: 'warm', questions: [{ ...shipped.questions[0], id: 'A B' }] };
  const { status, fields } = await desk.put(path, wrong, '"0"');
  assert.equal(status, 400);
  assert.ok(fields.includes('questions[0].id'), fields.join(', '));
  assert.deepEqual((await desk.put(path, 'no json', '"0"')).fields, ['body']);
  const elsewhere = scriptFor({ category: 'crash', service: 'goride', locale: 'fr' });
  assert.deepEqual((await desk.put(path, elsewhere, '"0"')).fields, ['locale']);
  for (const [query, field] of [
    ['/scripts/weather', 'category'],
    ['/scripts/crash?locale=xx', 'locale'],
    ['/scripts/crash?service=a%23b', 'service'],
  ] as const) {
    assert.deepEqual((await desk.get(query)).fields, [field]);
  }
});

test('every shipped script may be put as it is, in every language', async () => {
  for (const locale of locales) {
    const { body } = await desk.get(`/scripts/general?locale=${locale}`);
    assert.equal((await desk.put(`/scripts/general?locale=${locale}`, body, '"0"')).status, 200);
  }
});

test('people are asked by their service’s own script, else by that for any, else by the shipped one', async () => {
  const ports = { scripts: desk.memory.scripts, telemetry: desk.memory.telemetry };
  const asked = async (service: string) => {
    const script = await loadScript(ports, { category: 'crash', service, locale: 'en-GB' });
    return script.questions.find(({ id }) => id === 'story')!.text;
  };
  const own = shipped.questions.find(({ id }) => id === 'story')!.text;
  assert.equal(await asked('GoRide'), own);
  const forAny = { ...reworded('Where shall we begin?'), service: 'any' };
  assert.equal((await desk.put('/scripts/crash?locale=en', forAny, '"0"')).status, 200);
  assert.equal(await asked('GoRide'), 'Where shall we begin?');
  await desk.put(path, reworded('What happened on the road?'), '"0"');
  assert.equal(await asked('GORIDE'), 'What happened on the road?');
  assert.equal(await asked('GoCar'), 'Where shall we begin?');
});

test('a table that is out leaves people with the shipped script', async () => {
  const loadFails = { loadScript: () => Promise.reject(new Error('out')) };
  const { telemetry, failures } = desk.memory;
  const script = await loadScript({ scripts: loadFails, telemetry }, { category: 'crash' });
  assert.deepEqual(script, scriptFor({ category: 'crash' }));
  assert.equal(failures.length, 1);
});
