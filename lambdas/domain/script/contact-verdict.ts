import { may } from './consent.ts';
import { type MayContact, mayContact } from './contact-guard.ts';
import type { Channel } from './contact-preferences.ts';
import { type Intake, preferencesOf } from './intake.ts';

export interface ContactVerdict {
  /** By which somebody may get in touch at this moment. */
  channels: Channel[];
  /** Why nobody may, where there is no channel. */
  because?: NotAllowed | 'call_not_agreed';
}

type NotAllowed = Extract<MayContact, { allowed: false }>['because'];

const asked: readonly Channel[] = ['call', 'voicemail', 'whatsapp', 'sms', 'chat', 'email'];

/**
 * The guard's answer for all channels at once, as a responder needs it. A call rests on the consent
 * to be called besides; where that is missing, nobody calls, however safe it would be.
 */
export function contactVerdict(
  intake: Intake,
  when: { at: number; timeZone: string },
): ContactVerdict {
  const preferences = preferencesOf(intake);
  const agreed = may(intake.consents, 'call');
  const allowed = asked.filter((channel) => mayContact(preferences, { channel, ...when }).allowed);
  const channels = allowed.filter((channel) => agreed || !isCall(channel));
  if (channels.length > 0) return { channels };
  if (allowed.length > 0) return { channels, because: 'call_not_agreed' };
  // Of several reasons, the one of a channel that the person has named says most.
  const channel = preferences.channels?.[0] ?? 'call';
  const guarded = mayContact(preferences, { channel, ...when });
  return { channels, because: guarded.allowed ? undefined : guarded.because };
}

function isCall(channel: Channel): boolean {
  return channel === 'call' || channel === 'voicemail';
}
