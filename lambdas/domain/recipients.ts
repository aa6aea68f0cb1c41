import { requiredCourse, type Tier } from './policy.ts';
import { onCallIn } from './schedule.ts';
import { dayIn, isCertified, type Member, type Team } from './team.ts';

export interface Recipients {
  recipients: Member[];
  /** Responders who would have been paged but lack the certificate that the tier asks. */
  passedOver: string[];
}

/** Whom a step pages at an instant (epoch ms): those on call who may serve the tier and service. */
export function chooseRecipients(
  team: Team,
  page: string,
  of: { tier: Tier; service: string; at: number; standingDown: readonly string[] },
): Recipients {
  const asked = membersOf(team, page, of.at).filter(
    (member) => !of.standingDown.includes(member.responderId),
  );
  const course = requiredCourse[of.tier];
  if (course === undefined) return { recipients: asked, passedOver: [] };

  const need = { course, service: of.service, day: dayIn(team.timeZone, of.at) };
  const recipients = asked.filter((member) => isCertified(member, need));
  const passedOver = asked
    .filter((member) => !recipients.includes(member))
    .map((member) => member.responderId);
  return { recipients, passedOver };
}

function membersOf(team: Team, page: string, at: number): Member[] {
  if (page === 'everyone') return team.members;
  if (page === 'lead') return team.members.filter((member) => member.roles.includes('lead'));
  const responderId = onCallIn(team, page, at);
  return team.members.filter((member) => member.responderId === responderId);
}
