import { onCallIn } from './schedule.ts';
import { chosenResponders } from './script/responder-choice.ts';
import { dayIn, isCertified, type Member, type Team } from './team.ts';
import type { Wishes } from './wishes.ts';

export interface Recipients {
  recipients: Member[];
  /** Responders who would have been paged but lack the certificate that the tier asks. */
  passedOver: string[];
  /** Responders who would have been paged but stand down. */
  stoodDown: string[];
}

/** Whom a step pages at an instant (epoch ms): those on call who may serve the tier and service. */
export function chooseRecipients(
  team: Team,
  page: string,
  of: {
    service: string;
    at: number;
    /** Courses that all have to be certified. */
    courses: readonly string[];
    standingDown: readonly string[];
    /** Never asked, whoever else is left. */
    keptOut?: readonly string[];
    /** By whom the reporter would be helped; where nobody fits, all are asked. */
    wishes?: Wishes;
  },
): Recipients {
  const { keptOut = [] } = of;
  const onCall = membersOf(team, page, of.at).filter(
    (member) => !keptOut.includes(member.responderId),
  );
  const asked = onCall.filter((member) => !of.standingDown.includes(member.responderId));
  const { courses, service } = of;
  const day = dayIn(team.timeZone, of.at);
  const certified = asked.filter((member) =>
    courses.every((course) => isCertified(member, { course, service, day })),
  );
  const recipients = chosenResponders(certified, of.wishes ?? {});
  const passedOver = asked
    .filter((member) => !certified.includes(member))
    .map((member) => member.responderId);
  const stoodDown = onCall
    .filter((member) => !asked.includes(member))
    .map((member) => member.responderId);
  return { recipients, passedOver, stoodDown };
}

function membersOf(team: Team, page: string, at: number): Member[] {
  if (page === 'everyone') return team.members;
  if (page === 'lead') return team.members.filter((member) => member.roles.includes('lead'));
  const responderId = onCallIn(team, page, at);
  return team.members.filter((member) => member.responderId === responderId);
}
