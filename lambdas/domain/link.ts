import { createHmac, timingSafeEqual } from 'node:crypto';
import { responderTag } from './ids.ts';
import type { Tier } from './policy.ts';

/**
 * The token in an SMS link: the alert's id without its prefix (22), the responder's tag (8) and a
 * MAC of both under the alert's own key (16 characters, 96 bits). It is 46 characters of fixed
 * places because the SMS around it must stay one segment.
 */
const shape = /^([\w-]{22})([\w-]{8})([\w-]{16})$/;

export function linkToken(
  alert: { alertId: string; linkKey: string },
  responderId: string,
): string {
  const claim = alert.alertId.slice('alr_'.length) + responderTag(responderId);
  return claim + mac(alert.linkKey, claim);
}

/**
 * The token of the link in a digest: the tier (1), the responder's tag (8) and a MAC of both under the
 * key of the tier's pace (16 characters).
 */
const queueShape = /^([123])([\w-]{8})([\w-]{16})$/;

export function queueToken(tier: Tier, key: string, responderId: string): string {
  const claim = tier + responderTag(responderId);
  return claim + mac(key, claim);
}

export interface QueueClaim {
  tier: Tier;
  responderTag: string;
  /** As that of a link to an alert. */
  isSignedWith(key: string): boolean;
}

/** What the token of a digest claims, or undefined where it does not even have the shape of one. */
export function readQueueToken(token: string): QueueClaim | undefined {
  const [, tier, tag, given] = queueShape.exec(token) ?? [];
  if (tier === undefined || tag === undefined || given === undefined) return undefined;
  return {
    tier: Number(tier) as Tier,
    responderTag: tag,
    isSignedWith: (key) => timingSafeEqual(Buffer.from(given), Buffer.from(mac(key, tier + tag))),
  };
}

export interface LinkClaim {
  alertId: string;
  responderTag: string;
  /** True where the MAC is right under the key; takes as long for a wrong one. */
  isSignedWith(linkKey: string): boolean;
}

/** What a token claims, or undefined where it does not even have the shape of one. */
export function readLinkToken(token: string): LinkClaim | undefined {
  const [, id, tag, given] = shape.exec(token) ?? [];
  if (id === undefined || tag === undefined || given === undefined) return undefined;
  return {
    alertId: `alr_${id}`,
    responderTag: tag,
    isSignedWith: (linkKey) =>
      timingSafeEqual(Buffer.from(given), Buffer.from(mac(linkKey, id + tag))),
  };
}

function mac(linkKey: string, claim: string): string {
  return createHmac('sha256', Buffer.from(linkKey, 'base64url'))
    .update(claim)
    .digest()
    .subarray(0, 12)
    .toString('base64url');
}
