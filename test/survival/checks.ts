import assert from 'node:assert/strict';
import { type City, pause, type Sms } from '../support/city.ts';
import type { Caller } from './caller.ts';
import { type Deed, type Life, reporter } from './life.ts';

/** What Siaga itself writes into the timeline; all else is what people do. */
const bySiaga = new Set(['paged', 'page_failed', 'nobody_on_call', 'passed_over', 'owner_told']);
/** A page that is under way when an alert is taken goes out this much later at most (ms). */
const underWay = 5_000;

interface Entry {
  at: string;
  what: string;
  by?: string;
  text?: string;
}

interface View {
  status: string;
  presses: number;
  owner?: { responderId: string };
  pages: { responderId: string; at: string; result: string }[];
  timeline: Entry[];
}

/**
 * Where nobody has an alert, each step has reached its responder since it was opened or handed back.
 * Of whoever has declined a kill may have taken the record of the page, so their phone alone tells.
 */
export async function checkPaged(city: City, life: Life, until: number): Promise<void> {
  if (life.status !== 'open') return;
  const { alertId, tripId, deeds } = life;
  const since = opened(life).began;
  const declined = deeds.filter(({ entries }) => entries.includes('declined')).map(({ by }) => by);
  const due = stepsOf(life).filter((one) => !declined.includes(one));
  for (;;) {
    const { pages } = (await city.alert(alertId)) as View;
    const reached = pages
      .filter(({ at, result }) => result === 'sent' && Date.parse(at) >= since)
      .map(({ responderId }) => responderId);
    if (due.every((one) => reached.includes(one))) return;
    assert.ok(Date.now() < until, `${tripId}: ${due.join()} in ${JSON.stringify(pages)}`);
    await pause(250);
  }
}

/** The same press, report or cancel again is answered as before the kills, and who ended it has ended it. */
export async function checkAgain(caller: Caller, { tripId, deeds }: Life): Promise<void> {
  for (const { by, entries, request, answer } of deeds) {
    const tells = by === reporter && entries.length > 0;
    if (!tells && !entries.includes('resolved')) continue;
    const { text } = await caller.ask(() => request);
    if (tells) assert.deepEqual(JSON.parse(text), JSON.parse(answer), `${tripId} ${request.path}`);
  }
}

/** All that was answered with success is there once, by whom and when it was done, and nothing else is. */
export async function checkTold(city: City, life: Life): Promise<void> {
  const { alertId, tripId, deeds, reports, points, presses, owner } = life;
  const view = (await city.alert(alertId)) as View;
  const now = { status: view.status, presses: view.presses, owner: view.owner?.responderId };
  assert.deepEqual(now, { status: life.status, presses, owner }, tripId);

  const entries = view.timeline.filter(({ what }) => !bySiaga.has(what));
  const people = new Set([...deeds, ...entries].map(({ by }) => by));
  for (const by of people) {
    const done = deeds
      .filter((deed) => deed.by === by)
      .flatMap((deed) => deed.entries.map((what) => ({ ...deed, what })));
    const theirs = entries.filter((entry) => entry.by === by);
    const whats = (of: { what: string }[]) => of.map(({ what }) => what);
    assert.deepEqual(whats(theirs), whats(done), `${tripId}: what ${by} has done`);
    for (const [index, { what, began, answered }] of done.entries()) {
      const at = Date.parse(theirs[index]!.at);
      assert.ok(began <= at && at <= answered, `${tripId}: ${what} by ${by} at ${at}`);
    }
  }

  const read = await city.staff('GET', `/alerts/${alertId}/case?reason=survival`);
  const file = (await read.json()) as {
    said: { details: string }[];
    notes: Entry[];
    positions: typeof points;
  };
  const said = file.said.map(({ details }) => details);
  assert.deepEqual(said.toSorted(), reports.toSorted(), `${tripId}: reports`);
  const noted = ({ by, text }: Pick<Entry, 'by' | 'text'>) => `${by}: ${text}`;
  const notes = deeds.filter(({ text }) => text !== undefined).map(noted);
  assert.deepEqual(file.notes.map(noted).toSorted(), notes.toSorted(), `${tripId}: notes`);
  const places = file.positions.map(({ lat, lng, at }) => ({ lat, lng, at }));
  assert.deepEqual(
    places.toSorted((a, b) => a.at.localeCompare(b.at)),
    points,
    `${tripId}: positions`,
  );
}

/**
 * Each step of an alert that nobody has is on its responder's phone. Nobody is paged for one that is
 * taken or has ended: at most what was under way goes out, which a kill ends, too.
 */
export function checkPhones(
  life: Life,
  sms: (Sms & { responderId: string })[],
  kills: readonly number[],
): void {
  const { tripId, deeds } = life;
  if (life.status === 'open') {
    const { began } = opened(life);
    for (const one of stepsOf(life)) {
      const has = sms.some(({ responderId, at }) => responderId === one && Date.parse(at) >= began);
      assert.ok(has, `${tripId}: ${one} has no SMS`);
    }
  }
  for (const { by, entries, answered } of deeds) {
    if (!entries.some((what) => /^(acknowledged|resolved|cancelled)$/.test(what))) continue;
    const killed = kills.find((at) => at > answered) ?? Infinity;
    const from = Math.min(answered + underWay, killed);
    const reopens = (deed: Deed) => deed.entries.includes('released') && deed.began >= answered;
    const to = deeds.find(reopens)?.began ?? Infinity;
    const isNews = ({ responderId, text }: Sms & { responderId: string }) =>
      entries.at(-1) === 'acknowledged' && responderId === by && text.includes('KABAR BARU');
    const wrong = sms.filter((one) => {
      const at = Date.parse(one.at);
      return at > from && at < to && !isNews(one);
    });
    assert.deepEqual(wrong, [], `${tripId}: paged after ${entries.at(-1)} by ${by} at ${answered}`);
  }
}

/** Whom the steps of its policy page. */
function stepsOf({ tier }: Life): string[] {
  return [`primary-${tier}`, `secondary-${tier}`];
}

/** What has left the alert to Siaga last. */
function opened({ deeds }: Life): Deed {
  return deeds.findLast(({ entries }) => entries.includes('released')) ?? deeds[0]!;
}
