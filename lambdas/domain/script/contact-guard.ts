import { clockOf, day } from '../schedule-zone.ts';
import type { Channel, ContactPreferences, Hours } from './contact-preferences.ts';

export type MayContact =
  | { allowed: true }
  | {
      allowed: false;
      because:
        /** The person ended the contact; it is theirs to begin again. */
        | 'stopped'
        | 'silent'
        | 'channel_unknown'
        | 'channel_unsafe'
        | 'hours_unknown'
        | 'outside_hours'
        | 'voicemail_not_allowed'
        | 'call_back_not_agreed';
    };

export interface Contact {
  channel: Channel;
  /** Epoch ms */
  at: number;
  /** The person's, as an IANA name. */
  timeZone: string;
  /** A call with this person broke off before. */
  afterDroppedCall?: boolean;
}

/**
 * Whether somebody may get in touch with a person first. Only what the person has said counts:
 * where the safe way or the safe time is not known, nobody calls or texts.
 */
export function mayContact(
  preferences: ContactPreferences & { stopped?: boolean },
  contact: Contact,
): MayContact {
  const { channel } = contact;
  const because = (reason: Extract<MayContact, { allowed: false }>['because']) =>
    ({ allowed: false, because: reason }) as const;

  if (preferences.stopped) return because('stopped');
  if (preferences.silent) return because('silent');
  if (preferences.channels === undefined) return because('channel_unknown');
  const way = channel === 'voicemail' ? 'call' : channel;
  if (!preferences.channels.includes(way)) return because('channel_unsafe');
  if (preferences.safeHours === undefined) return because('hours_unknown');
  if (!isSafeAt(preferences.safeHours, contact)) return because('outside_hours');
  if (channel === 'voicemail' && preferences.voicemail !== true) {
    return because('voicemail_not_allowed');
  }
  if (contact.afterDroppedCall && !mayFollow(preferences, channel)) {
    return because('call_back_not_agreed');
  }
  return { allowed: true };
}

/** After a call that broke off, only what was agreed for that case. */
function mayFollow({ ifCallDrops }: ContactPreferences, channel: Channel): boolean {
  const calls = channel === 'call' || channel === 'voicemail';
  return ifCallDrops === (calls ? 'call_back' : 'message');
}

function isSafeAt(safeHours: 'any' | Hours[], { at, timeZone }: Contact): boolean {
  if (safeHours === 'any') return true;
  const wall = clockOf(timeZone).wallAt(at);
  const minute = Math.floor((((wall % day) + day) % day) / 60_000);
  return safeHours.some((hours) => {
    const from = minutesOf(hours.from);
    const to = minutesOf(hours.to);
    return from <= to ? minute >= from && minute < to : minute >= from || minute < to;
  });
}

function minutesOf(timeOfDay: string): number {
  const [hours = 0, minutes = 0] = timeOfDay.split(':').map(Number);
  return hours * 60 + minutes;
}
