import assert from 'node:assert/strict';
import { test } from 'node:test';
import { emergencyNumbers } from '../../lambdas/domain/numbers.ts';
import { emergencyNumbersIn } from '../../lambdas/domain/referral/emergency-numbers.ts';
import { partners, partnersIn } from '../../lambdas/domain/referral/partners.ts';

const numbers = (region: Parameters<typeof emergencyNumbersIn>[0]) =>
  emergencyNumbersIn(region).map(({ number }) => number);

test('112 is never the only number, and comes first only where it is known to answer', () => {
  assert.deepEqual(numbers({}), ['110', '119', '118', '129', '113', '115', '112']);
  assert.equal(numbers({ regency: '31.74' })[0], '112');
  assert.equal(numbers({ country: 'id', regency: '35.78' })[0], '112');
  assert.equal(numbers({ regency: '95.01' }).at(-1), '112');
  for (const regency of [undefined, '31', '31.74', '3', '310', '95.01']) {
    const shown = numbers({ regency });
    for (const { number } of emergencyNumbers) assert.ok(shown.includes(number), number);
  }
});

test('a regency is matched by its whole code, never by how it begins', () => {
  assert.equal(numbers({ regency: '310.1' })[0], '110');
  assert.equal(numbers({ regency: '35.7' })[0], '110');
});

test('another country has its own numbers, and an unknown one is not left without any', () => {
  assert.deepEqual(numbers({ country: 'SG' }).slice(0, 2), ['999', '995']);
  assert.deepEqual(numbers({ country: 'VN' }), ['113', '115', '114']);
  assert.deepEqual(numbers({ country: 'constructor' }), numbers({}));
});

test('women and children have SAPA 129, by phone and WhatsApp, in all of Indonesia', () => {
  const sapa = emergencyNumbersIn({}).find((one) => one.service === 'women_and_children');
  assert.deepEqual([sapa?.number, sapa?.whatsapp], ['129', '+628111129129']);
  assert.ok(partnersIn({ regency: '95.01' }, 'harassment').some((one) => one.phone === '129'));
});

test('the nearest partners come first, and only those who serve the place', () => {
  const inJakarta = partnersIn({ regency: '31.74' }, 'sexual_assault').map((one) => one.partnerId);
  assert.equal(inJakarta[0], 'uptd_ppa_jakarta');
  assert.ok(!inJakarta.includes('uptd_ppa_jawa_timur'));
  assert.ok(!inJakarta.includes('sg_navh'));
  assert.deepEqual(
    partnersIn({ country: 'sg' }, 'threat').map((one) => one.partnerId),
    ['sg_navh'],
  );
});

test('partners are offered to whoever was hurt by people, or has not said what happened', () => {
  assert.deepEqual(partnersIn({}, 'lost_item'), []);
  assert.ok(partnersIn({}, undefined).length > 0);
});

test('every partner can be reached and says where its numbers were published', () => {
  for (const { phone, whatsapp, source } of partners) {
    assert.ok(phone ?? whatsapp);
    assert.match(source, /^https:/);
    for (const number of [whatsapp]) if (number) assert.match(number, /^\+62\d{8,12}$/);
  }
});
