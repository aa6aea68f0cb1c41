import type { EscalationPolicy, Tier } from '../../../lambdas/domain/policy.ts';
import type { Member, Team } from '../../../lambdas/domain/team.ts';

export type Doing =
  | 'ignore'
  | 'decline'
  | 'take'
  | 'take, resolve'
  | 'take, note, resolve'
  | 'take, release'
  | 'take, raise'
  | 'note'
  | 'resolve';

export interface Person {
  certificate: 'current' | 'none' | 'expired' | 'other service';
  number: 'fine' | 'wrong';
  lead: boolean;
  /** What they do about the first SMS, the second and so on, so many seconds after it; then nothing. */
  does: { after: number; what: Doing }[];
}

/** Who can be paged, told without any code of the system, so that it can be held against it. */
export interface Cast {
  people: Person[];
  /** Index into people; absent where nobody is on call. */
  primary?: number;
  secondary?: number;
  policy: PolicyName;
}

const onePass = { rounds: 1 };

/** Short ones, so that a life goes far in a few minutes; `default` is what is deployed. */
export const policies = {
  default: undefined,
  brief: {
    steps: [
      { page: 'primary', waitSeconds: 30 },
      { page: 'secondary', waitSeconds: 30 },
    ],
    repeat: onePass,
    acknowledgeTimeoutSeconds: 120,
  },
  hasty: {
    steps: [
      { page: 'primary', waitSeconds: 1 },
      { page: 'secondary', waitSeconds: 2 },
      { page: 'lead', waitSeconds: 5 },
    ],
    repeat: { rounds: 3, from: 1 },
    acknowledgeTimeoutSeconds: 20,
  },
  'many rounds': {
    steps: [{ page: 'everyone', waitSeconds: 8 }],
    repeat: { rounds: null, slowAfterSeconds: 200, slowWaitSeconds: 30 },
    acknowledgeTimeoutSeconds: 60,
  },
  'longer than the queue waits': {
    steps: [
      { page: 'primary', waitSeconds: 901 },
      { page: 'lead', waitSeconds: 60 },
    ],
    repeat: onePass,
    acknowledgeTimeoutSeconds: 1000,
  },
} satisfies Record<string, EscalationPolicy | undefined>;

export type PolicyName = keyof typeof policies;

export const personId = (index: number) => `person-${index}`;
export const personAt = (cast: Cast, responderId: string) =>
  cast.people[Number(responderId.slice('person-'.length))];
export const phoneOf = (index: number) => `+62811000000${index}`;

export function teamOf(cast: Cast): Team {
  const rotation = (name: string, index: number | undefined): Team['rotations'][number] => ({
    name,
    participants: [index === undefined ? '' : personId(index)],
    start: '2026-01-01',
    shift: { days: 7 },
    handoff: '08:00',
  });
  return {
    timeZone: 'Asia/Jakarta',
    members: cast.people.map(memberOf),
    rotations: [rotation('primary', cast.primary), rotation('secondary', cast.secondary)],
    overrides: [],
  };
}

/** What the table holds of a tier; a team of nobody is not there at all. */
export function knownOf(cast: Cast): { team?: Team; policy?: EscalationPolicy } {
  return {
    team: cast.people.length === 0 ? undefined : teamOf(cast),
    policy: policies[cast.policy],
  };
}

function memberOf(person: Person, index: number): Member {
  return {
    responderId: personId(index),
    name: `Person ${index}`,
    phone: phoneOf(index),
    roles: person.lead ? ['responder', 'lead'] : ['responder'],
    certificates:
      person.certificate === 'none'
        ? []
        : [
            {
              course: 'sensitive-cases',
              services: person.certificate === 'other service' ? ['GoFood'] : 'all',
              issuer: 'UN Women',
              issuedOn: '2025-01-01',
              expiresOn: person.certificate === 'expired' ? '2026-03-01' : '2027-12-31',
            },
          ],
  };
}

export function leads(cast: Cast): string[] {
  return cast.people.flatMap((person, index) => (person.lead ? [personId(index)] : []));
}

/** Whom a step is meant for and who may serve the tier. */
export function qualified(cast: Cast, page: string, tier: Tier): string[] {
  return meant(cast, page).filter(
    (id) => tier > 1 || personAt(cast, id)?.certificate === 'current',
  );
}

function meant(cast: Cast, page: string): string[] {
  if (page === 'everyone') return cast.people.map((_, index) => personId(index));
  if (page === 'lead') return leads(cast);
  const index = page === 'primary' ? cast.primary : cast.secondary;
  return index === undefined || index >= cast.people.length ? [] : [personId(index)];
}

/** Whom the steps of a round are for, from the `hop`-th of an escalation on. */
export function restOfRound({ steps, repeat }: EscalationPolicy, hop: number): string[] {
  const from = repeat.from ?? 0;
  const index = hop < steps.length ? hop : from + ((hop - steps.length) % (steps.length - from));
  return steps.slice(index).map((step) => step.page);
}
