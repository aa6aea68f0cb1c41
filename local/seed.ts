import type { Team } from '../lambdas/domain/team.ts';

const names: Record<number, [string, string, string, string]> = {
  1: ['Sari Wulandari', 'Budi Santoso', 'Maya Kusuma', 'Ratna Dewi'],
  2: ['Agus Pratama', 'Dewi Lestari', 'Joko Susilo', 'Ratna Dewi'],
  3: ['Putri Anggraini', 'Rizky Hidayat', 'Nina Marlina', 'Ratna Dewi'],
};

/**
 * Puts the demo teams into an empty store, through the staff API like anybody's: a team document
 * that the API refuses is an error here too.
 */
export async function seed(apiUrl: string, token: string): Promise<void> {
  for (const tier of [1, 2, 3]) {
    const url = `${apiUrl}/v1/staff/teams/${tier}`;
    const authorization = `Bearer ${token}`;
    const stored = await fetch(url, { headers: { authorization } });
    if (stored.headers.get('etag') !== '"0"') continue;
    const response = await fetch(url, {
      method: 'PUT',
      headers: { authorization, 'if-match': '"0"', 'content-type': 'application/json' },
      body: JSON.stringify(demoTeam(tier)),
    });
    if (!response.ok) {
      throw new Error(`the demo team of tier ${tier} was refused: ${await response.text()}`);
    }
  }
}

function demoTeam(tier: number): Team {
  const year = new Date().getUTCFullYear();
  const roles: [string, 'responder' | 'lead'][] = [
    ['primary', 'responder'],
    ['secondary', 'responder'],
    ['stand-by', 'responder'],
    ['lead', 'lead'],
  ];
  const members = roles.map(([role, kind], index): Team['members'][number] => ({
    responderId: `${role}-${tier}`,
    name: names[tier]![index]!,
    phone: `+62811${tier}000${index + 1}0${tier}`,
    languages: ['id', 'en'],
    roles: kind === 'lead' ? ['responder', 'lead'] : ['responder'],
    certificates: [
      {
        course: 'sensitive-cases',
        services: 'all',
        issuer: 'Siaga demo',
        issuedOn: `${year - 1}-01-01`,
        expiresOn: `${year + 2}-12-31`,
      },
    ],
  }));
  const rotation = (name: string, participant: string): Team['rotations'][number] => ({
    name,
    participants: [participant],
    start: `${year - 1}-01-01`,
    shift: { days: 7 },
    handoff: '08:00',
  });
  return {
    timeZone: 'Asia/Jakarta',
    members,
    rotations: [rotation('primary', `primary-${tier}`), rotation('secondary', `secondary-${tier}`)],
    overrides: [],
  };
}
