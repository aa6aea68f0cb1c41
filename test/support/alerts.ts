import type { Alert } from '../../lambdas/domain/alert.ts';
import { openAlert, type PressFacts } from '../../lambdas/domain/press.ts';
import type { Certificate, Member, Team } from '../../lambdas/domain/team.ts';

export const night = Date.parse('2026-03-01T20:12:00Z');

export function facts(partial: Partial<PressFacts> = {}): PressFacts {
  return {
    reporterId: 'rider-1',
    pressId: 'press-1',
    service: 'GoRide',
    tripId: 'trip-1',
    silent: false,
    locale: 'id',
    ...partial,
  };
}

export function alertOf(partial: Partial<PressFacts> = {}, now = night): Alert {
  return openAlert(facts(partial), 'k'.repeat(43), { now, keepUntil: now + 1e10 });
}

export const certificate: Certificate = {
  course: 'sensitive-cases',
  services: 'all',
  issuer: 'UN Women',
  issuedOn: '2025-01-01',
  expiresOn: '2027-12-31',
};

export function member(responderId: string, partial: Partial<Member> = {}): Member {
  const digits = Array.from(responderId).reduce((sum, char) => sum + char.charCodeAt(0), 0);
  return {
    responderId,
    name: `${responderId} Name`,
    phone: `+62811${String(1_000_000 + digits)}`,
    roles: ['responder'],
    certificates: [certificate],
    ...partial,
  };
}

/** Ana is primary, Budi secondary, Citra stands by, Dewi leads; all are certified. */
export function team(partial: Partial<Team> = {}): Team {
  const rotation = (name: string, responderId: string): Team['rotations'][number] => ({
    name,
    participants: [responderId],
    start: '2026-01-01',
    shift: { days: 7 },
    handoff: '08:00',
  });
  return {
    timeZone: 'Asia/Jakarta',
    members: [
      member('ana'),
      member('budi'),
      member('citra'),
      member('dewi', { roles: ['responder', 'lead'] }),
    ],
    rotations: [rotation('primary', 'ana'), rotation('secondary', 'budi')],
    overrides: [],
    ...partial,
  };
}
