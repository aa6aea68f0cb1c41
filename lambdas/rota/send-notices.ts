import type { HandOff } from '../domain/hand-off.ts';
import { handOffText } from '../domain/hand-off-text.ts';
import type { Tier } from '../domain/policy.ts';
import type { Team } from '../domain/team.ts';
import type { Sms, SmsResult, Telemetry } from '../ports.ts';

/** Half of the 20 SMS a second that SNS takes from an account: pages come first. */
const publishAtOnce = 10;

/**
 * One SMS for each hand-off to whoever wishes to be told. Answers with those of which it is not known
 * whether they went out.
 */
export async function sendNotices(
  ports: { sms: Sms; telemetry: Pick<Telemetry, 'count'> },
  of: { tier: Tier; team: Team; found: readonly HandOff[]; now: number },
): Promise<ReadonlySet<HandOff>> {
  const { tier, team, found, now } = of;
  const { timeZone, members } = team;
  const wishing = members.filter((member) => member.handoffNotices);
  const phones = new Map(wishing.map(({ responderId, phone }) => [responderId, phone]));
  const due = found.filter(({ responderId }) => phones.has(responderId));
  const results = new Map<HandOff, SmsResult>();
  for (let first = 0; first < due.length; first += publishAtOnce) {
    const wave = due.slice(first, first + publishAtOnce).map(async (handOff) => {
      const text = handOffText({ tier, timeZone, handOff, now });
      results.set(handOff, await ports.sms.publish(phones.get(handOff.responderId)!, text));
    });
    await Promise.all(wave);
  }
  const sent = [...results.values()].filter((result) => result === 'sent').length;
  if (sent > 0) ports.telemetry.count('HandoffNoticesSent', tier, sent);
  if (sent < due.length) ports.telemetry.count('HandoffNoticesFailed', tier, due.length - sent);
  return new Set(due.filter((handOff) => results.get(handOff) === 'pending'));
}
