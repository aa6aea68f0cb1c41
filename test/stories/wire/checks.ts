import assert from 'node:assert/strict';
import { tiers } from '../../../lambdas/domain/policy.ts';
import { demoTeam } from '../../../local/seed.ts';
import type { Life } from './life.ts';
import type { Told } from './lives.ts';

const team = tiers.flatMap((tier) => demoTeam(tier).members);

function phoneOf(responderId: string): string {
  return team.find((one) => one.responderId === responderId)!.phone;
}

const ofSteps = new Set(['paged', 'nobody_on_call']);
const pressRoutes = /^\/v1\/(alerts|reports)$/;

/** What holds of a life in which `faults` calls went wrong, however they did. */
export async function check(
  life: Life,
  told: Told,
  of: { faults: number; died: boolean },
): Promise<void> {
  const { name } = life;
  const all = life.watch.about(life.alertId);
  const news = all.filter((one) => one.text.includes('KABAR BARU'));
  const pages = all.filter((one) => !news.includes(one));
  const due = (told.pages ?? [`primary-${told.tier}`]).map(phoneOf);
  const rang = new Set(all.map((one) => one.phone));
  assert.deepEqual(rang, new Set(due), `${name}: who is due is paged, and nobody else`);
  const most = due.length + of.faults;
  assert.ok(pages.length <= most, `${name}: ${pages.length} SMS, at most ${most} are right`);
  const late = pages.filter((one) => Date.parse(one.at) > life.takenAt);
  assert.deepEqual(late, [], `${name}: paged when it was taken`);

  const view = (await life.view()) as {
    status: string;
    presses: number;
    pages: { result: string }[];
    timeline: { what: string; at: string }[];
  };
  assert.deepEqual([view.status, view.presses], [told.ends, told.presses], name);
  const results = new Set(view.pages.map((page) => page.result));
  assert.deepEqual([...results], ['sent'], `${name}: ${JSON.stringify(view.pages)}`);
  const entries = view.timeline.map((entry) => entry.what).filter((what) => what !== 'owner_told');
  // Of a step that two pagers take at once each says what came of it.
  const once = entries.filter((what, at) => !ofSteps.has(what) || entries.indexOf(what) === at);
  assert.deepEqual(once, told.timeline, `${name}: the timeline is true`);

  await told.holds?.(life);

  const again = await life.press('p1');
  assert.deepEqual(again, life.answers[0], `${name}: the same press, the same answer`);
  for (const { path, status, headers, body } of life.refusals) {
    // Who dies cannot answer, and the API's own 500 knows no numbers.
    if (of.died || !pressRoutes.test(path)) continue;
    const { emergencyNumbers = [] } = JSON.parse(body) as { emergencyNumbers?: unknown[] };
    assert.ok(emergencyNumbers.length > 1, `${name}: ${status} without the emergency numbers`);
    assert.equal(headers.get('content-type'), 'application/problem+json', name);
  }
}
