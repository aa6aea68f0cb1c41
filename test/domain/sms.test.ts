import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SegmentedMessage } from 'sms-segments-calculator';
import { alertCode } from '../../lambdas/domain/ids.ts';
import { linkToken, readLinkToken } from '../../lambdas/domain/link.ts';
import { isGsm7, localTime, pageText } from '../../lambdas/domain/sms.ts';
import { alertOf, night } from '../support/alerts.ts';

const aws = 'https://abcdefghij.execute-api.ap-southeast-3.amazonaws.com';

function textFor(service: string, timeZone: string, base = aws) {
  const alert = alertOf({ service });
  const link = `${base}/p/${linkToken(alert, 'responder-1')}`;
  return pageText({ ...alert, timeZone, code: alertCode(alert.alertId), link });
}

test('a page says tier, service, local time, code and link, in this order', () => {
  assert.match(
    textFor('goride', 'Asia/Makassar'),
    /^SIAGA T1 GoRide 04:12 WITA [2-9A-Z]{4} https:\/\/abcdefghij\S+\/p\/[\w-]{46}$/,
  );
});

test('the three Indonesian zones have their names, and others their offset', () => {
  assert.equal(localTime(night, 'Asia/Jakarta'), '03:12 WIB');
  assert.equal(localTime(night, 'Asia/Makassar'), '04:12 WITA');
  assert.equal(localTime(night, 'Asia/Jayapura'), '05:12 WIT');
  assert.match(localTime(night, 'America/New_York'), /^15:12 (GMT-5|EST)$/);
});

test('a page is one GSM-7 segment for any service and zone, whatever the service is called', () => {
  const zones = fc.constantFrom(
    'Asia/Jakarta',
    'Asia/Makassar',
    'Asia/Jayapura',
    'America/St_Johns',
    'Asia/Kathmandu',
  );
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), zones, (service, zone) => {
      const text = textFor(service, zone);
      const message = new SegmentedMessage(text);
      assert.equal(message.segmentsCount, 1, text);
      assert.equal(message.encodingName, 'GSM-7', text);
      assert.equal(text.match(/https?:/g)?.length, 1);
    }),
  );
});

test('what of a service’s name cannot be sent leaves no hole behind', () => {
  assert.match(textFor('Go 🚀 Send', 'Asia/Jakarta'), /^SIAGA T1 Go Send 03:12 WIB /);
});

test('where a link is long the other fields give way, never the tier and never the link', () => {
  const base = `https://${'x'.repeat(80)}.example.com`;
  const text = textFor('GoRide', 'Asia/Jakarta', base);
  assert.ok(text.length <= 160);
  assert.ok(text.startsWith('SIAGA T1 '));
  assert.ok(text.includes(`${base}/p/`));
});

test('the GSM-7 basic table is the one that phones use', () => {
  for (const char of ' @£_-/:.0AzÜ') assert.equal(new SegmentedMessage(char).encodingName, 'GSM-7');
  for (const char of ['^', '{', '[', '~', '|', '€', '`', 'ç', '“', '🙂', '中'])
    assert.equal(isGsm7(char), false, char);
});

test('a link’s token is right under its own key alone and for its own responder alone', () => {
  const alert = alertOf();
  const token = linkToken(alert, 'ana');
  const claim = readLinkToken(token);
  assert.equal(claim?.alertId, alert.alertId);
  assert.equal(claim?.isSignedWith(alert.linkKey), true);
  assert.equal(claim?.isSignedWith('j'.repeat(43)), false);
  const forged = token.slice(0, 22) + linkToken(alert, 'budi').slice(22, 30) + token.slice(30);
  assert.equal(readLinkToken(forged)?.isSignedWith(alert.linkKey), false);
});

test('what has not the shape of a token is none', () => {
  fc.assert(fc.property(fc.string(), (text) => assert.equal(readLinkToken(`${text}!`), undefined)));
});
