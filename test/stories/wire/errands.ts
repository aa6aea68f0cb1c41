import assert from 'node:assert/strict';
import { type City, pause } from '../../support/city.ts';
import type { Team } from '../../../lambdas/domain/team.ts';
import type { Tier } from '../../../lambdas/domain/policy.ts';
import { crash, type Fault, type How, once } from './cases.ts';
import { type Answer, boss, insist, patience } from './insist.ts';
import { Life, words } from './life.ts';
import type { Watch } from './watch.ts';

/** What somebody asks for that is about no one alert, such as a team, and what is true afterwards. */
export interface Errand {
  name: string;
  /** Its calls, told from others by what stands in them; one goes wrong in its own way, if it has any. */
  calls: (Omit<Fault, 'mode' | 'times'> & Partial<Fault>)[];
  /** Does it and looks whether it is done; `nth` is another each time. */
  run(nth: number): Promise<void>;
}

const get = { service: 'dynamodb', action: 'GetItem' };
const put = { service: 'dynamodb', action: 'PutItem' };
const publish = { service: 'sns', action: 'Publish' };
const day = 86_400_000;

/** What a call to the table names as the key of an item. */
function keyed(sk: string): string[] {
  return [`"sk":{"S":"${sk}"}`];
}

/** An instant so many days after the next midnight, by UTC. */
function after(days: number): string {
  return new Date((Math.ceil(Date.now() / day) + days) * day).toISOString();
}

async function arm(city: City, faults: object[]): Promise<void> {
  const body = JSON.stringify(faults);
  const armed = await fetch(`${city.local.url}/_local/faults`, { method: 'POST', body });
  assert.equal(armed.status, 200);
}

/** Each errand in a way in which its calls go wrong, one way after the other. */
export async function runErrands(
  city: City,
  errands: readonly Errand[],
  hows: readonly How[],
): Promise<void> {
  for (const [index, [mode, times]] of hows.entries()) {
    const faults = errands.flatMap(({ calls }) => calls.map((call) => ({ mode, times, ...call })));
    await arm(city, faults);
    await Promise.all(errands.map((one) => one.run(index)));
  }
}

/** The staff's and the platform's: documents that are everybody's. */
export function documentErrands(city: City): Errand[] {
  const ask = (name: string, method: string, path: string, of: object = {}): Promise<Answer> =>
    insist(city, [method, path], { ...boss, name, ...of });

  /** Reads and writes until what was read is as it should be; another may write meanwhile. */
  async function settle(
    path: string,
    of: { name: string; isDone(read: Answer): boolean; body(read: Answer): unknown },
  ): Promise<void> {
    for (let tries = 0; ; tries += 1) {
      const read = await ask(of.name, 'GET', path);
      if (of.isDone(read)) return;
      assert.ok(tries < 20, `${of.name}: written ${tries} times and not there`);
      const headers = { 'if-match': read.headers.get('etag')! };
      const body = of.body(read);
      await city.call('PUT', path, { ...boss, body, headers });
    }
  }

  return [
    {
      name: 'somebody stands in for a week',
      calls: [get, put].map((call) => ({ function: 'staff', ...call, about: keyed('TEAM') })),
      async run(nth) {
        const span = { start: after(7 * nth + 100), end: after(7 * nth + 107) };
        const override = { rotation: 'secondary', responderId: 'stand-by-3', ...span };
        const there = ({ body }: Answer) =>
          (JSON.parse(body) as Team).overrides.filter((one) => one.start === span.start).length;
        await settle('/v1/staff/teams/3', {
          name: this.name,
          isDone: (read) => there(read) > 0,
          body({ body }) {
            const team = JSON.parse(body) as Team;
            return { ...team, overrides: [...team.overrides, override] };
          },
        });
        assert.equal(there(await ask(this.name, 'GET', '/v1/staff/teams/3')), 1);
      },
    },
    {
      name: 'a policy changes',
      calls: [get, put].map((call) => ({ function: 'staff', ...call, about: keyed('POLICY') })),
      async run(nth) {
        const wanted = { acknowledgeTimeoutSeconds: 601 + nth };
        await settle('/v1/staff/policies/3', {
          name: this.name,
          isDone: ({ body }) => {
            const { acknowledgeTimeoutSeconds } = JSON.parse(body) as typeof wanted;
            return acknowledgeTimeoutSeconds === wanted.acknowledgeTimeoutSeconds;
          },
          body: ({ body }) => ({ ...(JSON.parse(body) as object), ...wanted }),
        });
      },
    },
    {
      name: 'staff write a script of their own, and apps ask for it',
      calls: [
        ...[get, put].map((call) => ({ function: 'staff', ...call, about: ['SCRIPT#'] })),
        { function: 'reporter', ...get, about: ['SCRIPT#'] },
      ],
      async run(nth) {
        const of = `service=errand-${nth}&locale=id`;
        await settle(`/v1/staff/scripts/general?${of}`, {
          name: this.name,
          isDone: ({ headers }) => headers.get('etag') !== '"0"',
          body: ({ body }) => JSON.parse(body) as unknown,
        });
        await ask(this.name, 'GET', `/v1/intake?${of}`);
        const own = await ask(this.name, 'GET', `/v1/staff/scripts/general?${of}`);
        assert.equal(own.headers.get('etag'), '"1"', `${this.name}: it was written once`);
      },
    },
    {
      name: 'the links of calendars are renewed',
      calls: [get, put].map((call) => ({ function: 'staff', ...call, about: keyed('CALENDAR') })),
      async run() {
        const linkIn = ({ body }: Answer) =>
          new URL((JSON.parse(body) as { team: { url: string } }).team.url).pathname;
        const before = linkIn(await ask(this.name, 'GET', '/v1/staff/calendars?tier=3'));
        const renewed = linkIn(await ask(this.name, 'POST', '/v1/staff/calendars/3/renew'));
        await ask(this.name, 'GET', renewed);
        const old = await ask(this.name, 'GET', before, { rightly: [404] });
        assert.equal(old.status, 404, `${this.name}: the old link opens nothing`);
      },
    },
  ];
}

/** What is read beside the alerts themselves: the board, trip and script of a case, who may take it. */
export async function readingErrands(city: City, watch: Watch): Promise<Errand[]> {
  const taken = new Life('read beside: taken', { city, watch, tier: 3 });
  await taken.tellTrip();
  const raised = new Life('read beside: raised', { city, watch, tier: 3 });
  for (const life of [taken, raised]) {
    await life.press('p1');
    await life.paged();
  }
  await taken.byLink('acknowledge');
  await raised.byLink('raise', { tier: 1 });
  await raised.paged('primary-1');
  const query = { service: 'dynamodb', action: 'Query', about: ['dueShard'] };
  const batch = { service: 'dynamodb', action: 'BatchGetItem', about: raised.marks };
  const reads = (fn: string, ...texts: string[]) =>
    texts.map((text) => ({ function: fn, ...get, about: [text] }));
  return [
    {
      name: 'staff look at the board and open a case',
      calls: [
        { function: 'staff', ...query },
        { function: 'staff', ...batch },
        ...reads('staff', 'TRIP#', 'SCRIPT#general'),
      ],
      async run() {
        const of = { ...boss, name: this.name };
        const board = await insist(city, ['GET', '/v1/staff/alerts?tier=1'], of);
        assert.ok(board.body.includes(raised.alertId), `${this.name}: who waits is on the board`);
        await taken.opened();
      },
    },
    {
      name: 'a responder goes on with a case, and another may not take what was raised',
      calls: reads('responder', ...keyed('TEAM'), ...keyed('POLICY'), 'SCRIPT#', 'TRIP#'),
      async run() {
        const { name } = this;
        // What cannot be read just now is not shown, and people look again.
        const asks = async () => {
          const page = await insist(city, ['GET', taken.link], { name });
          return page.body.includes('questionId');
        };
        for (let looks = 1; !(await asks()); looks += 1) {
          assert.ok(looks < 10, `${name}: it does not ask the next question`);
        }
        const asked = { name, rightly: [409] };
        const { status } = await insist(city, ['POST', `${raised.link}/acknowledge`], asked);
        assert.equal(status, 409, `${name}: not theirs`);
      },
    },
  ];
}

/** Those whose pages come at once tell each other, by the item of the tier's pace. */
export function burstErrand(city: City, watch: Watch): Errand & { paged(): Promise<void> } {
  const pressed: Life[] = [];
  const pace = { function: 'pager', about: keyed('PACE') };
  const calls = [
    // So that it is looked for.
    { ...pace, ...put, mode: 'after', times: 1 } as const,
    { ...pace, ...get },
    { ...pace, ...put, skip: 1 },
  ];
  return {
    name: 'many press at once',
    calls,
    async run() {
      const some = Array.from(
        { length: 32 },
        (_, index) => new Life(`burst: ${pressed.length + index}`, { city, watch, tier: 3 }),
      );
      pressed.push(...some);
      await Promise.all(some.map((life) => life.press('p1')));
    },
    /** Each of them is, once and once more a fault at most. */
    async paged() {
      const pages = () => pressed.map(({ alertId }) => watch.about(alertId).length);
      for (const end = Date.now() + patience; pages().includes(0); await pause(100)) {
        assert.ok(Date.now() < end, `nobody was paged for ${pages().filter((one) => !one).length}`);
      }
      assert.ok(Math.max(...pages()) <= 1 + calls.length, pages().join(', '));
    },
  };
}

/** Answers that the table does not take, so that a pager has to, who reads the script first. */
export async function answersByQueue(city: City, watch: Watch): Promise<void> {
  const answer = { questionId: 'story', words };
  const some = [...once, crash].map(([mode]) => {
    // A pager of their own for who dies.
    const tier: Tier = mode === 'crash' ? 3 : 2;
    return { mode, life: new Life(`answers by the queue: ${mode}`, { city, watch, tier }) };
  });
  const reads = some.map(({ mode }) => {
    const about = [mode === 'crash' ? 'SCRIPT#dispute' : 'SCRIPT#other'];
    return { function: 'pager', ...get, about, mode, times: 1 };
  });
  const puts = some.map(({ life }) => {
    const about = [`"pk":{"S":"ALERT#${life.alertId}"},"sk":{"S":"CASE"}`];
    return { function: 'reporter', ...put, about, mode: 'before', times: 3 };
  });
  await arm(city, [...reads, ...puts]);
  await Promise.all(some.map(({ life }) => life.report({ answers: [answer] })));
  const unread = async () => {
    const listed = await (await fetch(`${city.local.url}/_local/faults`)).json();
    return (listed as Fault[]).some(
      (fault) => fault.function === 'pager' && fault.about[0]?.startsWith('SCRIPT#'),
    );
  };
  for (const end = Date.now() + patience; await unread(); await pause(200)) {
    assert.ok(Date.now() < end, 'the queue’s answers are read');
  }
  for (const { mode, life } of some) {
    // The message of who died comes back after three minutes; the app may be sooner.
    if (mode === 'crash') await life.report({ answers: [answer] });
    const heard = async () => {
      const { sealed } = await life.opened();
      return (sealed as { answers: { words: string }[] }).answers.map((one) => one.words);
    };
    for (const end = Date.now() + patience; (await heard()).length === 0; await pause(200)) {
      assert.ok(Date.now() < end, `${life.name}: what was answered is kept`);
    }
    assert.deepEqual(await heard(), [words], `${life.name}: once`);
    await life.staff('resolve', { outcome: 'person_safe' });
  }
}

/** Where it is day by now, since the news of a rota wait for the morning of its team. */
function zones(): string[] {
  const hour = new Date().getUTCHours();
  const offsets = Array.from({ length: 25 }, (_, index) => index - 11);
  const isDay = (offset: number) => (hour + offset + 24) % 24 >= 8;
  return offsets.filter(isDay).map((one) => `Etc/GMT${one > 0 ? '-' : '+'}${Math.abs(one)}`);
}

const [relieved, standIn] = ['+628111000201', '+628111000301'];

/** A hand-off and a hole of the rota, of which the rota's function tells. */
export function rotaErrand(city: City, endClaim: (tier: number) => Promise<void>): Errand {
  const path = '/v1/staff/teams/1';
  const memory = ['"pk":{"S":"TEAM#1"},"sk":{"S":"TOLD"}'];
  const rota = (call: object, about: string[], skip = 0) =>
    ({ function: 'rota', ...call, about, skip }) as Errand['calls'][number];
  const calls = [
    rota(get, keyed('TEAM')),
    rota(get, keyed('POLICY')),
    rota(get, memory),
    rota(put, memory),
    rota(publish, [encodeURIComponent(relieved), encodeURIComponent(standIn)]),
    rota(publish, ['coverage_hole']),
    rota(put, memory, 1),
  ];
  const told = async (phone: string) =>
    (await city.inbox(phone)).filter((one) => one.text.includes('giliran Anda')).length;
  const holes = async () =>
    (await city.topic(1)).filter((event) => event.type === 'coverage_hole').length;
  return {
    name: 'somebody stands in from now on, and there will be a hole',
    calls,
    async run(nth) {
      const { name } = this;
      const before = [await told(relieved), await told(standIn), await holes()] as const;
      const team = await insist(city, ['GET', path], { ...boss, name });
      const hole = { start: after(3 + nth / 4), end: after(3 + nth / 4 + 1 / 8) };
      const overrides = [{ rotation: 'secondary', responderId: '', ...hole }];
      if (nth % 2 === 0) {
        const now = { start: new Date().toISOString(), end: after(1) };
        overrides.push({ rotation: 'secondary', responderId: 'stand-by-1', ...now });
      }
      const read = JSON.parse(team.body) as Team;
      const members = read.members.map((one) => ({ ...one, handoffNotices: true }));
      const body = { ...read, members, timeZone: zones()[nth], overrides };
      const headers = { 'if-match': team.headers.get('etag')! };
      // Once more after an answer that was lost: then it is there.
      await insist(city, ['PUT', path], { ...boss, name, body, headers, rightly: [412] });

      const news = async () => [
        (await told(relieved)) - before[0],
        (await told(standIn)) - before[1],
        (await holes()) - before[2],
      ];
      for (let runs = 0; (await news()).includes(0); runs += 1) {
        assert.ok(runs < 20, `${name}: after ${runs} runs ${(await news()).join(', ')} were told`);
        const run = await fetch(`${city.local.url}/_local/schedules/rota`, { method: 'POST' });
        if (run.status !== 204) await endClaim(1);
        await pause(100);
      }
      const most = 1 + calls.length;
      assert.ok(Math.max(...(await news())) <= most, `${name}: told ${(await news()).join(', ')}`);
    },
  };
}
