/** A tier's team: who can be paged, what they are trained for, and who is on call when. */

export interface Certificate {
  course: string;
  /** The services whose complaints the course treated. */
  services: string[] | 'all';
  issuer: string;
  /** Calendar days (YYYY-MM-DD) in the team's time zone; the last one counts. */
  issuedOn: string;
  expiresOn: string;
}

export interface Member {
  responderId: string;
  name: string;
  /** E.164 */
  phone: string;
  gender?: string;
  languages?: string[];
  roles: ('responder' | 'lead')[];
  certificates: Certificate[];
  /** Whether an SMS is to tell when a turn begins and ends. */
  handoffNotices?: boolean;
}

export interface Rotation {
  name: string;
  /** Responders in the order in which they take shifts; an empty id sets a shift of nobody. */
  participants: string[];
  /** The calendar day (YYYY-MM-DD) or instant (ISO 8601) of the first participant's first shift. */
  start: string;
  shift: { weeks?: number; days?: number; hours?: number };
  /** Local time of day (HH:MM) in the team's zone at which a shift begins. */
  handoff: string;
}

export interface Override {
  rotation: string;
  /** Who stands in; an empty id sets a gap. */
  responderId: string;
  /** ISO 8601 instants; the end is not included. */
  start: string;
  end: string;
}

export interface Team {
  /** IANA name, such as Asia/Jakarta. */
  timeZone: string;
  members: Member[];
  rotations: Rotation[];
  overrides: Override[];
}

export const emptyTeam: Team = {
  timeZone: 'Asia/Jakarta',
  members: [],
  rotations: [],
  overrides: [],
};

/** The calendar day (YYYY-MM-DD) in a time zone at an instant (epoch ms). */
export function dayIn(timeZone: string, at: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(at);
}

/** Services are compared without regard to case: apps send `GoRide`, certificates say `goride`. */
export function coversService(services: string[] | 'all', service: string): boolean {
  return services === 'all' || services.some((one) => one.toLowerCase() === service.toLowerCase());
}

/** Whether a member holds `course` for `service` on the calendar day `day` (YYYY-MM-DD). */
export function isCertified(
  member: Member,
  need: { course: string; service: string; day: string },
): boolean {
  return member.certificates.some(
    (held) =>
      held.course === need.course &&
      held.issuedOn <= need.day &&
      held.expiresOn >= need.day &&
      coversService(held.services, need.service),
  );
}
