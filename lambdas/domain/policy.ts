/** Tiers, categories and escalation policies: what pages whom, in which order, with which wait. */

/** 1 is the highest. */
export type Tier = 1 | 2 | 3;
export const tiers = [1, 2, 3] as const satisfies readonly Tier[];

const tierOfCategory = {
  harassment: 1,
  sexual_assault: 1,
  violence: 1,
  threat: 1,
  abduction: 1,
  robbery: 1,
  crash: 1,
  medical: 1,
  hazard: 1,
  unsafe_driving: 2,
  intoxication: 2,
  discrimination: 2,
  other: 2,
  dispute: 3,
  vehicle_condition: 3,
  lost_item: 3,
} as const satisfies Record<string, Tier>;

export type Category = keyof typeof tierOfCategory;
export const categories = Object.keys(tierOfCategory) as Category[];

export function isCategory(value: unknown): value is Category {
  return typeof value === 'string' && Object.hasOwn(tierOfCategory, value);
}

/** A tier that cannot be decided is tier 1: a button without a category may be the worst of cases. */
export function tierOf(category: Category | undefined): Tier {
  return category === undefined ? 1 : tierOfCategory[category];
}

/** What a tier requires where its policy says nothing else. */
const defaultCourses: Readonly<Record<Tier, readonly string[]>> = {
  1: ['sensitive-cases'],
  2: [],
  3: [],
};

/** The courses of which a responder needs a certificate, current and for the service, to be paged. */
export function requiredCourses(
  tier: Tier,
  policy: Pick<EscalationPolicy, 'requiredCourses'> | undefined,
): readonly string[] {
  return policy?.requiredCourses ?? defaultCourses[tier];
}

export interface PolicyStep {
  /** A rotation of the team, `everyone` or `lead`. */
  page: string;
  /** How long the step has to be answered, in whole seconds from 1. */
  waitSeconds: number;
}

export interface EscalationPolicy {
  steps: PolicyStep[];
  repeat: {
    /** How often the steps are gone through in all: 1 = once, null = until somebody takes the alert. */
    rounds: number | null;
    /** Index of the step that the second and later rounds start with; 0 where absent. */
    from?: number;
    /** Replaces each step's wait from the second round on. */
    waitSeconds?: number;
    /** Once the alert is older than this, `slowWaitSeconds` is the wait from the second round on. */
    slowAfterSeconds?: number;
    slowWaitSeconds?: number;
  };
  /** An acknowledged alert without progress for this long goes back to paging. */
  acknowledgeTimeoutSeconds: number;
  /** Courses that replace those which the tier requires by default. */
  requiredCourses?: string[];
  /**
   * For the responders' own sake: who has taken this many alerts of the tier since Monday (UTC) is
   * asked only where nobody else is left.
   */
  takenPerWeek?: number;
}

export const defaultPolicies: Readonly<Record<Tier, EscalationPolicy>> = {
  1: {
    steps: [
      { page: 'primary', waitSeconds: 30 },
      { page: 'secondary', waitSeconds: 30 },
      { page: 'everyone', waitSeconds: 60 },
      { page: 'lead', waitSeconds: 60 },
    ],
    repeat: {
      rounds: null,
      from: 2,
      waitSeconds: 120,
      slowAfterSeconds: 3600,
      slowWaitSeconds: 600,
    },
    acknowledgeTimeoutSeconds: 300,
  },
  2: {
    steps: [
      { page: 'primary', waitSeconds: 120 },
      { page: 'secondary', waitSeconds: 180 },
      { page: 'lead', waitSeconds: 600 },
    ],
    repeat: { rounds: 3 },
    acknowledgeTimeoutSeconds: 900,
  },
  3: {
    steps: [
      { page: 'primary', waitSeconds: 600 },
      { page: 'secondary', waitSeconds: 1800 },
    ],
    repeat: { rounds: 2 },
    acknowledgeTimeoutSeconds: 3600,
  },
};

export interface StepAt extends PolicyStep {
  /** Index into the policy's steps. */
  index: number;
  /** 0 is the first time through. */
  round: number;
  lastOfRound: boolean;
}

/**
 * The step that is taken as the `hop`-th of an escalation (0 = the first), or undefined once the
 * policy's rounds are used up. `ageSeconds` is how long ago the escalation's alert opened.
 */
export function stepAt(
  policy: EscalationPolicy,
  hop: number,
  ageSeconds: number,
): StepAt | undefined {
  const { steps, repeat } = policy;
  const at = (index: number, round: number): StepAt => {
    const step = steps[index]!;
    return { ...step, index, round, lastOfRound: index === steps.length - 1 };
  };
  if (hop < steps.length) return at(hop, 0);

  const from = repeat.from ?? 0;
  const perRound = steps.length - from;
  const round = 1 + Math.floor((hop - steps.length) / perRound);
  if (repeat.rounds !== null && round >= repeat.rounds) return undefined;

  const step = at(from + ((hop - steps.length) % perRound), round);
  const slow = repeat.slowAfterSeconds !== undefined && ageSeconds > repeat.slowAfterSeconds;
  const waitSeconds =
    (slow ? repeat.slowWaitSeconds : undefined) ?? repeat.waitSeconds ?? step.waitSeconds;
  return { ...step, waitSeconds };
}
