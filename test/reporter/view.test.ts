import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Alert } from '../../lambdas/domain/alert.ts';
import { cancel } from '../../lambdas/domain/cancel.ts';
import { defaultPolicies, tiers } from '../../lambdas/domain/policy.ts';
import { respond } from '../../lambdas/domain/response.ts';
import { lintText } from '../../lambdas/domain/script/lint-text.ts';
import { locales } from '../../lambdas/domain/script/locales.ts';
import { viewTexts } from '../../lambdas/reporter/texts/all.ts';
import { reporterView } from '../../lambdas/reporter/view.ts';
import { alertOf, night } from '../support/alerts.ts';

const maya = { responderId: 'maya', name: 'Maya Kusuma' };
const taken = (alert: Alert) => respond(alert, { do: 'acknowledge' }, maya, night).alert;
const ended = (alert: Alert) =>
  respond(taken(alert), { do: 'resolve', outcome: 'safe' }, maya, night + 60_000).alert;
const states = (alert: Alert) => [
  alert,
  { ...alert, policy: { ...defaultPolicies[alert.tier], tier: alert.tier } },
  { ...alert, unansweredSince: night },
  { ...alert, unansweredSince: night, dueAt: undefined },
  taken(alert),
  ended(alert),
];

test('the reporter reads what happens now and next, in their language, and who helps', () => {
  const id = reporterView(taken(alertOf({ locale: 'id' }))) as Record<string, unknown>;
  assert.deepEqual(id.helper, { firstName: 'Maya' });
  assert.equal(id.now, 'Seorang petugas sudah mengambil panggilan ini.');
  assert.match(String(id.next), /tidak perlu mengulanginya.*tidak ada yang menelepon/);
  assert.deepEqual([id.locale, id.dir, id.translation], ['id', 'ltr', 'source']);
  const ar = reporterView(alertOf({ locale: 'ar' })) as Record<string, unknown>;
  assert.deepEqual([ar.locale, ar.dir, ar.translation], ['ar', 'rtl', 'machine']);
  assert.equal(reporterView(alertOf({ locale: 'de' })).locale, 'id');
});

test('what happens if nobody takes it is told as it is in the tier, and when as far as it is known', () => {
  for (const tier of tiers) {
    const policy = { ...defaultPolicies[tier], tier };
    const view = reporterView({ ...alertOf({ locale: 'en' }), tier, policy }) as {
      ifNobody: string;
      expect: string;
    };
    assert.match(view.ifNobody, tier === 1 ? /until somebody takes it/ : /in charge are told/);
    assert.match(view.expect, tier === 1 ? /at most 60 seconds/ : /at most \d+ minutes/);
    assert.match(view.expect, /not known/);
  }
});

test('a way that is known to be safe is the only one that is spoken of', () => {
  const view = (contactKnown?: boolean) =>
    reporterView({ ...alertOf({ locale: 'en' }), contactKnown }) as { next: string };
  assert.match(view(true).next, /only in the way that you said is safe/);
  assert.match(view().next, /nobody calls you/);
});

const quietFields = 'alertId status openedAt silent next locale dir translation'.split(' ');

for (const locale of locales) {
  test(`on a phone that somebody else may read nothing tells of danger or help: ${locale}`, () => {
    for (const state of states(alertOf({ silent: true, locale }))) {
      const view = reporterView({ ...state, contactKnown: true });
      assert.deepEqual(
        Object.keys(view).filter((key) => view[key as keyof typeof view] !== undefined),
        quietFields.concat(state.status === 'resolved' ? 'checkIn' : []),
      );
      const texts = [view.next, view.checkIn?.question];
      const said = [...texts, ...(view.checkIn?.options ?? []).map(({ text }) => text)].join(' ');
      assert.doesNotMatch(said, /Maya|110|bantuan|darurat|petugas|help|emergenc|staff/i);
      const { quiet } = viewTexts[locale];
      assert.equal(view.next, state.status === 'resolved' ? quiet.resolved : quiet.going);
    }
  });

  test(`no text of the view breaks a rule of care: ${locale}`, () => {
    const said = (value: unknown): string[] =>
      typeof value === 'string' ? [value] : Object.values(value as object).flatMap(said);
    const { checkIn, quietCheckIn, ...others } = viewTexts[locale];
    const text = { lineId: 'view', field: 'text', locale, asks: false, speaksForThem: false };
    const asked = [checkIn, quietCheckIn].map(({ question }) => question);
    const chosen = [checkIn, quietCheckIn].flatMap(({ options }) => Object.values(options));
    const found = [
      ...said(others).flatMap((one) => lintText({ ...text, text: one })),
      ...asked.flatMap((one) => lintText({ ...text, text: one, asks: true })),
      ...chosen.flatMap((one) => lintText({ ...text, text: one, speaksForThem: true })),
    ];
    assert.deepEqual(found, []);
  });
}

test('a cancel under duress silences the alert and not the phone, which would tell', () => {
  const open = alertOf({ category: 'dispute', locale: 'en' });
  const seen = (alert: Alert, duress: boolean) =>
    JSON.stringify(reporterView(cancel(alert, { pressId: 'c', duress }, night)));
  for (const silent of [false, true]) {
    const alert = { ...open, silent };
    assert.equal(seen(alert, true), seen(alert, false));
    assert.equal(JSON.parse(seen(alert, true)).silent, silent || undefined);
  }
});

test('numbers to call are those of the place', () => {
  const numbers = (region?: Alert['region']) => {
    const view = reporterView({ ...alertOf(), region });
    return 'emergencyNumbers' in view ? view.emergencyNumbers.map(({ number }) => number) : [];
  };
  assert.equal(numbers({ country: 'SG' })[0], '999');
  assert.equal(numbers({ regency: '31.74' })[0], '112');
  assert.ok(numbers({ regency: '31.74' }).length > 5 && numbers().includes('129'));
});
