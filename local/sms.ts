import type { Phones } from './phones.ts';
import { type Answer, snsError, snsPublished } from './wire.ts';

export function isE164(phone: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(phone);
}

/** What SNS does with a Publish to a phone number, with the local phones in the carriers' place. */
export function publishSms(phones: Phones, phone: string, form: URLSearchParams): Answer {
  const state = phones.state(phone);
  if (!isE164(phone) || state.invalid) {
    return snsError(400, 'InvalidParameter', 'Invalid parameter: PhoneNumber');
  }
  if (state.optedOut) return snsError(400, 'OptedOut', 'Phone number is opted out');
  if (!state.silent) {
    phones.receive(phone, {
      at: new Date().toISOString(),
      text: form.get('Message') ?? '',
      senderId: attribute(form, 'AWS.SNS.SMS.SenderID'),
    });
  }
  return snsPublished();
}

function attribute(form: URLSearchParams, name: string): string | null {
  for (const [key, value] of form) {
    const entry = /^(MessageAttributes\.entry\.\d+)\.Name$/.exec(key)?.[1];
    if (entry !== undefined && value === name) return form.get(`${entry}.Value.StringValue`);
  }
  return null;
}
