import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Secrets } from '../support/secrets.ts';

const secrets = new Secrets();
secrets.reporter('rider-7');
secrets.token('eyJhbGciOi.token');
secrets.link('c2VjcmV0LWxpbms');
secrets.phone('+628111000101');
secrets.tell({
  service: 'GoRide',
  category: 'harassment',
  details: 'dia mengikuti saya sampai ke rumah',
  location: { lat: -6.175392, lng: 106.827153 },
  answers: [{ questionId: 'story', words: 'takut sekali' }],
  contact: { channel: 'whatsapp', number: '+6281234567890' },
  preferences: { safeWord: 'mangga muda' },
});

const leaks = {
  word: [
    '{"message":"mengikuti saya sampai"}',
    'takut sekali',
    'tell +6281234567890',
    'said mangga muda',
  ],
  position: ['lat=-6.175392', '{"lng":106.827153}'],
  reporter: ['sub rider-7'],
  token: ['authorization: Bearer eyJhbGciOi.token'],
  link: ['GET /p/c2VjcmV0LWxpbms'],
  phone: ['to +628111000101'],
};

for (const [kind, texts] of Object.entries(leaks)) {
  test(`a ${kind} that leaks is found, and said where`, () => {
    for (const text of texts) {
      const found = secrets.foundIn({ where: 'the log press.log', text });
      assert.equal(found.length, 1, text);
      assert.match(found[0]!, new RegExp(`^a ${kind} .* in the log press.log`));
    }
  });
}

test('what everybody may read is no leak: services, categories, options, numbers to call', () => {
  const text = '{"service":"GoRide","category":"harassment","whatsapp":"+628111129129","lat":-6.1}';
  assert.deepEqual(secrets.foundIn({ where: 'the log', text }), []);
});

test('an SMS may hold its own link and nothing else', () => {
  const sms = (text: string) => secrets.foundIn({ where: 'an SMS', text }, { but: ['link'] });
  assert.deepEqual(sms('SIAGA T1 GoRide https://siaga.example/p/c2VjcmV0LWxpbms'), []);
  assert.equal(sms('takut sekali https://siaga.example/p/c2VjcmV0LWxpbms').length, 1);
});
