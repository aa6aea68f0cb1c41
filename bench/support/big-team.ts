import type { EscalationPolicy } from '../../lambdas/domain/policy.ts';
import type { Member, Rotation, Team } from '../../lambdas/domain/team.ts';

export const services = ['GoRide', 'GoCar', 'GoSend'];
/** The stretch that a supervisor plans: 90 days, in epoch ms. */
export const quarter = {
  from: Date.parse('2026-03-01T00:00:00Z'),
  to: Date.parse('2026-05-30T00:00:00Z'),
};

const hour = 3_600_000;
const size = 300;
const shifts: Record<string, Rotation['shift']> = {
  primary: { hours: 12 },
  secondary: { hours: 8 },
  'stand-by': { days: 1 },
  night: { hours: 6 },
  region: { weeks: 1 },
};

/**
 * A team as large as one document holds: 300 members in five rotations of 60, 100 overrides over the
 * quarter, and certificates that end on any day of it, each for some of three services.
 */
export function bigTeam(): Team {
  const members = Array.from({ length: size }, (_, index) => memberOf(index));
  const rotations = Object.entries(shifts).map(([name, shift], offset) => ({
    name,
    participants: members
      .filter((_, index) => index % 5 === offset)
      .map(({ responderId }) => responderId),
    start: '2025-06-02',
    shift,
    handoff: '08:00',
  }));
  const overrides = Array.from({ length: 100 }, (_, index) => {
    const start = quarter.from + index * 21 * hour;
    return {
      rotation: rotations[index % 5]!.name,
      responderId: idOf((index * 37) % size),
      start: new Date(start).toISOString(),
      end: new Date(start + (4 + (index % 5) * 8) * hour).toISOString(),
    };
  });
  return { timeZone: 'Asia/Jakarta', members, rotations, overrides };
}

/** Pages every rotation, then everybody, then the lead. */
export const longPolicy: EscalationPolicy = {
  steps: [...Object.keys(shifts), 'everyone', 'lead'].map((page) => ({ page, waitSeconds: 30 })),
  repeat: { rounds: null },
  acknowledgeTimeoutSeconds: 300,
};

function idOf(index: number): string {
  return `responder-${index}`;
}

function memberOf(index: number): Member {
  const expires = new Date(quarter.from + ((index * 7) % 120) * 24 * hour);
  const expiresOn = expires.toISOString().slice(0, 'YYYY-MM-DD'.length);
  const held = { course: 'sensitive-cases', issuer: 'UN Women', issuedOn: '2025-01-01', expiresOn };
  return {
    responderId: idOf(index),
    name: `Responder ${index}`,
    phone: `+62811${String(1_000_000 + index)}`,
    languages: ['id', 'en'],
    roles: index % 100 === 0 ? ['responder', 'lead'] : ['responder'],
    certificates: [
      { ...held, services: index % 4 === 0 ? 'all' : services.slice(0, 1 + (index % 3)) },
      { ...held, course: 'first-aid', services: 'all' },
    ],
  };
}
