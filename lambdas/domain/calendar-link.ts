import { createHmac, timingSafeEqual } from 'node:crypto';
import { responderTag } from './ids.ts';
import { type Tier, tiers } from './policy.ts';

/**
 * The secret part of a calendar's link: the tier (1), whose it is (8), and a MAC of both under the
 * tier's calendar key (32 characters, 192 bits). An alert's link ends with its alert; this one is
 * asked every hour for years, so it lives as long as the key, and all of a tier die with it.
 */
const shape = /^([123])([\w-]{8})([\w-]{32})$/;

/** In the place of a responder's tag: the calendar of the whole team. */
const wholeTeam = '--------';

export interface CalendarClaim {
  tier: Tier;
  /** Whether it is for the whole team. */
  isTeams: boolean;
  isOf(responderId: string): boolean;
  /** True where the MAC is right under the key; takes as long for a wrong one. */
  isSignedWith(key: string): boolean;
}

/** `responderId` is undefined for the team's own. */
export function calendarToken(tier: Tier, key: string, responderId?: string): string {
  const claim = `${tier}${responderId === undefined ? wholeTeam : responderTag(responderId)}`;
  return claim + mac(key, claim);
}

/** What a token claims, or undefined where it does not even have the shape of one. */
export function readCalendarToken(token: string): CalendarClaim | undefined {
  const [, number, tag, given] = shape.exec(token) ?? [];
  const tier = tiers.find((one) => String(one) === number);
  if (tier === undefined || tag === undefined || given === undefined) return undefined;
  return {
    tier,
    isTeams: tag === wholeTeam,
    isOf: (responderId) => tag === responderTag(responderId),
    isSignedWith: (key) => timingSafeEqual(Buffer.from(given), Buffer.from(mac(key, number + tag))),
  };
}

function mac(key: string, claim: string): string {
  return createHmac('sha256', Buffer.from(key, 'base64url'))
    .update(`calendar ${claim}`)
    .digest()
    .subarray(0, 24)
    .toString('base64url');
}
