import { setTimeout as sleep } from 'node:timers/promises';
import { type Tier, tiers } from '../lambdas/domain/policy.ts';
import type { Team } from '../lambdas/domain/team.ts';

const names: Record<Tier, [string, string, string, string]> = {
  1: ['Sari Wulandari', 'Budi Santoso', 'Maya Kusuma', 'Ratna Dewi'],
  2: ['Agus Pratama', 'Dewi Lestari', 'Joko Susilo', 'Ratna Dewi'],
  3: ['Putri Anggraini', 'Rizky Hidayat', 'Nina Marlina', 'Ratna Dewi'],
};

/**
 * Puts the demo teams into an empty store, through the staff API like anybody's: a team document
 * that the API refuses is an error here too. A team that somebody has stored stays as it is. `begins` is called before the first that is put.
 */
export async function seed(apiUrl: string, token: string, begins: () => void): Promise<void> {
  let begun = false;
  for (const tier of tiers) {
    const url = `${apiUrl}/v1/staff/teams/${tier}`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const stored = await ask(`read the team of tier ${tier}`, url, { headers });
    if (stored.headers.get('etag') !== '"0"') continue;
    if (!begun) begins();
    begun = true;
    await ask(`store the demo team of tier ${tier}`, url, {
      method: 'PUT',
      headers: { ...headers, 'if-match': '"0"' },
      body: JSON.stringify(demoTeam(tier)),
    });
  }
}

/** A machine that is still busy with its start gets a few tries; a refusal stands. */
async function ask(what: string, url: string, init: RequestInit): Promise<Response> {
  for (let attempt = 1; ; attempt += 1) {
    const response = await fetch(url, init);
    if (response.ok) return response;
    const said = `${response.status} ${await response.text()}`;
    if (response.status < 500 || attempt === 5) {
      throw new Error(`the staff API did not ${what}: ${said} (see logs/ in the data directory)`);
    }
    await sleep(500);
  }
}

export function demoTeam(tier: Tier): Team {
  const year = new Date().getUTCFullYear();
  const roles: [string, 'responder' | 'lead'][] = [
    ['primary', 'responder'],
    ['secondary', 'responder'],
    ['stand-by', 'responder'],
    ['lead', 'lead'],
  ];
  const members = roles.map(([role, kind], index): Team['members'][number] => ({
    responderId: `${role}-${tier}`,
    name: names[tier][index]!,
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
