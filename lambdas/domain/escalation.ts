import { type Alert, due, next, type Page, startPaging, type TimelineEntry } from './alert.ts';
import type { Said } from './case.ts';
import type { Telling } from './case-told.ts';
import type { Held } from './pacing.ts';
import {
  defaultPolicies,
  type EscalationPolicy,
  requiredCourses,
  type StepAt,
  stepAt,
} from './policy.ts';
import { chooseRecipients } from './recipients.ts';
import type { Member, Team } from './team.ts';

/** What a message on a queue says: look at this alert. Without a turn it comes from the sweeper. */
export interface Hint {
  alertId: string;
  turn?: number;
  /** The alert itself, where the table could not take it: then the queue is what keeps it. */
  alert?: Alert;
  /** The table has that alert, too: whoever can reach the table may take it once somebody has its link. */
  isStored?: boolean;
  /** The alert as its first press has stored it, but for where that was: whoever reads this at once knows all. */
  opened?: Alert;
  /** Words that the table could not take: such a message says nothing else. */
  said?: Said;
  told?: Telling;
}

/** SQS counts its delays in whole seconds, so a message may be up to this much ahead (ms). */
const earlyTolerance = 500;
/** A publish that fails for now is tried again after these waits (ms), then given up for the step. */
const retryWaits = [1_000, 2_000, 4_000, 8_000];
/** How often an alert whose rounds are used up sounds the unanswered alarm again (ms). */
const unansweredEvery = 5 * 60_000;

export type Decision =
  | { do: 'nothing' }
  /** The message came early: it goes back with what is left of its wait. */
  | { do: 'put_back'; waitMs: number }
  | { do: 'page' }
  /** Something happened on an alert that is taken. */
  | { do: 'tell_owner' }
  /** Whoever took the alert has shown no progress for its tier's limit. */
  | { do: 'time_out' };

/** What a message means now. The alert is the truth, the message only a hint to look at it. */
export function decide(alert: Alert, hint: Hint, now: number): Decision {
  if (alert.dueAt === undefined) return { do: 'nothing' };
  if (hint.turn !== undefined && hint.turn !== alert.turn) return { do: 'nothing' };
  // Paging starts at once, whatever the clock of the machine said that noted when.
  const starts = alert.status === 'open' && alert.hop === 0 && alert.attempts === 0;
  const waitMs = starts ? 0 : alert.dueAt - now;
  if (waitMs > earlyTolerance) {
    // The sweeper names only what is overdue: where that is no longer so, somebody else was faster.
    return hint.turn === undefined ? { do: 'nothing' } : { do: 'put_back', waitMs };
  }
  if (alert.status !== 'acknowledged') return { do: 'page' };
  return alert.news ? { do: 'tell_owner' } : { do: 'time_out' };
}

/** An acknowledged alert without progress goes back to paging; who held it is asked last. */
export function timeOut(alert: Alert, now: number): Alert {
  const by = alert.owner?.responderId;
  return next(
    alert,
    { ...startPaging(alert, now), standingDown: by === undefined ? [] : [by] },
    { at: now, what: 'acknowledge_timed_out', by },
  );
}

/**
 * What came of telling the owner, as the alert had them when it was `read`; undefined where they have
 * no phone here to be told on. What was sent is recorded even where the alert has moved on meanwhile.
 */
export function recordNews(
  alert: Alert,
  read: Pick<Alert, 'turn' | 'owner'>,
  result: Page['result'] | undefined,
  now: number,
): Alert {
  const overtaken = !alert.news || alert.turn !== read.turn;
  const retry = result === 'pending' ? retryWaits[alert.attempts] : undefined;
  if (retry !== undefined && !overtaken) {
    return next(alert, { attempts: alert.attempts + 1, ...due(alert, now + retry) });
  }
  const by = read.owner?.responderId;
  const told: TimelineEntry = {
    at: now,
    what: result === 'sent' ? 'owner_told' : 'page_failed',
    by,
  };
  if (overtaken) return result === 'sent' ? next(alert, {}, told) : alert;
  const done = { news: undefined, attempts: 0, ...due(alert, alert.progressBy) };
  return next(alert, done, ...(result === undefined ? [] : [told]));
}

/** The step that is about to be taken. */
export interface StepPlan {
  /** The turn it was planned in; once the alert has moved on to another, the plan is history. */
  turn: number;
  policy: NonNullable<Alert['policy']>;
  /** The hop that this step is; later than the alert's where steps with nobody were passed. */
  hop: number;
  /** Absent once the policy's rounds are used up. */
  step?: StepAt;
  /** Whom to page now: those of the step who have no answer to a publish yet. */
  recipients: Member[];
  /** What became of pages of earlier steps that waited for a digest. */
  settled?: readonly Settled[];
  /** What was passed over on the way to this step, for the timeline. */
  passed: TimelineEntry[];
  /** No step of this round had anybody qualified, or only the lead as the last resort: alarm. */
  nobodyOnCall: boolean;
  /** Every step was taken at least once and nobody took the alert: the alarm stands. */
  unanswered: boolean;
}

/**
 * Plans the next step. A step that is left with nobody costs no wait: the next one is taken at
 * once, and at the end of the list the lead is paged, certificate or not.
 */
export function planStep(
  alert: Alert,
  known: {
    team: Team;
    policy?: EscalationPolicy;
    /** Alerts of the tier that each responder has taken this week. */
    taken?: ReadonlyMap<string, number>;
  },
  now: number,
): StepPlan {
  const policy = policyOf(alert, known.policy);
  const age = (now - alert.escalatedAt) / 1000;
  const passed: TimelineEntry[] = [];
  const limit = policy.takenPerWeek ?? Infinity;
  const atLimit = [...(known.taken ?? [])].filter(([, taken]) => taken >= limit).map(([id]) => id);
  const plan = chooseKindly();

  /** Asking somebody who has had enough, and then somebody who stood down, beats asking nobody. */
  function chooseKindly() {
    let chosen = choose([...alert.standingDown, ...atLimit]);
    if (chosen.lastResort && atLimit.length > 0) chosen = choose(alert.standingDown);
    if (chosen.lastResort && alert.standingDown.length > 0) chosen = choose([]);
    return chosen;
  }

  /** The first step that would have paged somebody who was left out for their limit and not asked since. */
  function leftOut(): { step: StepAt; recipients: Member[] } | undefined {
    if (atLimit.length === 0) return undefined;
    const asked = new Set(
      alert.pages
        .filter((page) => page.at >= alert.escalatedAt && page.result !== 'pending')
        .map((page) => page.responderId),
    );
    for (const [index, step] of policy.steps.entries()) {
      const recipients = chooseOf(step.page, alert.standingDown).recipients.filter(
        ({ responderId }) => atLimit.includes(responderId) && !asked.has(responderId),
      );
      const round = policy.repeat.rounds ?? 1;
      if (recipients.length > 0) {
        return { step: { ...step, index, round, lastOfRound: true }, recipients };
      }
    }
    return undefined;
  }

  function chooseOf(page: string, standingDown: readonly string[], wishes?: Alert['wishes']) {
    return chooseRecipients(known.team, page, {
      service: alert.service,
      at: now,
      courses: requiredCourses(alert.tier, policy),
      keptOut: alert.keptOut,
      standingDown,
      wishes,
    });
  }

  function choose(standingDown: string[]) {
    passed.length = 0;
    for (let hop = alert.hop; ; hop += 1) {
      const step = stepAt(policy, hop, age);
      // Whom the others have not answered for is asked too, and where no step is left by themselves.
      const late = step === undefined || step.round > 0 ? leftOut() : undefined;
      if (step === undefined) return { hop, step, recipients: [], ...late, lastResort: false };
      // A wish is tried once: whom nobody has answered waits for no particular responder.
      const chosen =
        step.round === 0
          ? chooseOf(step.page, standingDown, alert.wishes)
          : chooseOf(step.page, []);
      for (const one of chosen.stoodDown.filter((id) => atLimit.includes(id))) {
        passed.push({ at: now, what: 'at_limit', by: one, step: hop, page: step.page });
      }
      for (const one of chosen.passedOver) {
        passed.push({ at: now, what: 'passed_over', by: one, step: hop, page: step.page });
      }
      const recipients = [...new Set([...chosen.recipients, ...(late?.recipients ?? [])])];
      if (recipients.length > 0) return { hop, step, recipients, lastResort: false };
      passed.push({ at: now, what: 'nobody_on_call', step: hop, page: step.page });
      if (step.lastOfRound) {
        const leads = known.team.members.filter(
          (member) => member.roles.includes('lead') && !alert.keptOut?.includes(member.responderId),
        );
        for (const lead of leads) {
          passed.push({ at: now, what: 'last_resort', by: lead.responderId, step: hop });
        }
        return { hop, step, recipients: leads, lastResort: true };
      }
    }
  }

  const answered = new Set(
    alert.pages
      .filter((page) => page.step === plan.hop && page.at >= alert.escalatedAt)
      .filter((page) => page.result !== 'pending')
      .map((page) => page.responderId),
  );
  for (const one of alert.held ?? []) if (one.step === plan.hop) answered.add(one.responderId);
  return {
    turn: alert.turn,
    policy,
    hop: plan.hop,
    step: plan.step,
    recipients: plan.recipients.filter((member) => !answered.has(member.responderId)),
    passed,
    nobodyOnCall: plan.lastResort,
    unanswered: plan.hop >= policy.steps.length,
  };
}

function policyOf(alert: Alert, current: EscalationPolicy | undefined): StepPlan['policy'] {
  if (alert.policy?.tier === alert.tier) return alert.policy;
  return { ...(current ?? defaultPolicies[alert.tier]), tier: alert.tier };
}

/** Whether the next step is due, and not only a page that waits. */
export function isStepDue(alert: Alert, now: number): boolean {
  return alert.nextStepAt === undefined || alert.nextStepAt - now <= earlyTolerance;
}

/** What came of a page: an SMS, or in a flood a place in the next digest. */
export type PageResult = Pick<Page, 'responderId' | 'name' | 'result'> & {
  waits?: Pick<Held, 'digests' | 'dueAt'>;
};

/** What became of a page that waited; one that is not among these waits on as it did. */
export type Settled = Held & { result: Page['result'] };

/**
 * What came of the pages that waited as the alert had them when it was `read`, where it is not yet time
 * for the next step. Where that step was hurried on meanwhile, it stays due when it is.
 */
export function recordHeld(
  alert: Alert,
  read: Pick<Alert, 'turn'>,
  settled: readonly Settled[],
  now: number,
): Alert {
  const { held, pages, entries } = settle(alert, settled, now);
  if (alert.status !== 'open' || alert.held === undefined) return alert;
  if (alert.turn !== read.turn || alert.nextStepAt === undefined) {
    return next(alert, { pages, held: held.length > 0 ? held : undefined }, ...entries);
  }
  return next(alert, { pages, ...dueOf(alert, alert.nextStepAt, held) }, ...entries);
}

function settle(alert: Alert, settled: readonly Settled[], now: number) {
  const isOf = (one: Pick<Page, 'responderId' | 'step'>) => (other: typeof one) =>
    one.responderId === other.responderId && one.step === other.step;
  const held = (alert.held ?? []).flatMap((one): Held[] => {
    const known = settled.find(isOf(one));
    if (known === undefined) return [one];
    const { result, ...still } = known;
    return result === 'pending' ? [still] : [];
  });
  const entries: TimelineEntry[] = [];
  const pages = alert.pages.map((page) => {
    const waited = page.result === 'pending' && alert.held?.some(isOf(page));
    const known = waited ? settled.find(isOf(page)) : undefined;
    if (known === undefined || known.result === 'pending') return page;
    const after = { ...page, at: Math.max(now, page.at), result: known.result };
    entries.push(pageEntry(after, known.page));
    return after;
  });
  return { held, pages, entries };
}

/** When the alert is looked at next: for its next step, or before that for a page that waits. */
function dueOf(alert: Alert, nextStepAt: number, held: readonly Held[]): Partial<Alert> {
  if (held.length === 0) return { held: undefined, ...due(alert, nextStepAt) };
  const dueAt = Math.min(nextStepAt, ...held.map((one) => one.dueAt));
  return { held: [...held], nextStepAt, ...due(alert, dueAt) };
}

/**
 * What came of publishing a step. `pending` is one that failed for now: the step is tried again
 * for those alone. A step of which no page went out costs no wait, except at the end of a round,
 * so that a team of wrong numbers cannot spin. A page that waits for a digest counts as gone out: it
 * delays no step, and uses up no try.
 */
export function recordStep(
  alert: Alert,
  plan: StepPlan,
  results: readonly PageResult[],
  now: number,
): Alert {
  const { step, settled = [] } = plan;
  // Taken, handed back or moved on by somebody else while the step went out.
  const overtaken = alert.status !== 'open' || alert.turn !== plan.turn;
  // Where the step of the last try has nobody left to ask, this is the first try of another.
  const tries = alert.hop === plan.hop ? alert.attempts : 0;
  const givenUp = overtaken || tries >= retryWaits.length;
  // No page is older than its escalation, whatever the clock of the machine says that began it.
  const at = Math.max(now, alert.escalatedAt);
  // What waits is no page of an escalation that has moved on.
  const waiting = results.filter((one) => one.waits !== undefined && !overtaken);
  const ofStep = (one: PageResult, result: Page['result']): Page => {
    const { responderId, name } = one;
    const left = plan.policy.tier !== alert.tier && { tier: plan.policy.tier };
    return { responderId, name, step: plan.hop, at, result, ...left };
  };
  const pages: Page[] = results
    .filter((one) => one.waits === undefined)
    .map((one) => ofStep(one, one.result === 'pending' && givenUp ? 'failed' : one.result));
  const before = settle(alert, settled, at);
  const held = [...before.held, ...waiting.map((one) => heldOf(one, plan))];
  const waits = (page: Page) =>
    before.held.some((one) => one.responderId === page.responderId && one.step === page.step);
  const earlier = before.pages.filter(
    (page) => page.result !== 'pending' || page.step !== plan.hop || waits(page),
  );
  const change: Partial<Alert> = {
    policy: plan.policy,
    pages: [...earlier, ...waiting.map((one) => ofStep(one, 'pending')), ...pages],
  };
  const entries: TimelineEntry[] = [
    ...before.entries,
    ...(tries === 0 ? plan.passed : []),
    ...pages.filter((page) => page.result !== 'pending').map((page) => pageEntry(page, step?.page)),
  ];
  if (plan.unanswered && !overtaken && alert.unansweredSince === undefined) {
    change.unansweredSince = now;
    entries.push({ at: now, what: 'unanswered' });
  }

  if (overtaken) {
    const waitOn = held.length > 0 ? held : undefined;
    return next(alert, { pages: change.pages, held: waitOn }, ...entries);
  }

  if (step === undefined) {
    return next(alert, { ...change, ...dueOf(alert, now + unansweredEvery, held) }, ...entries);
  }
  if (pages.some((page) => page.result === 'pending')) {
    const again = { attempts: tries + 1, ...dueOf(alert, now + retryWaits[tries]!, held) };
    return next(alert, { ...change, hop: plan.hop, ...again }, ...entries);
  }
  const reached = change.pages!.some(
    (page) => page.step === plan.hop && page.at >= alert.escalatedAt && page.result !== 'failed',
  );
  const wait = reached || step.lastOfRound ? step.waitSeconds * 1000 : 0;
  return next(
    alert,
    { ...change, hop: plan.hop + 1, attempts: 0, ...dueOf(alert, now + wait, held) },
    ...entries,
  );
}

function heldOf({ responderId, waits }: PageResult, { hop, step }: StepPlan): Held {
  return { responderId, step: hop, page: step?.page, looks: 0, ...waits! };
}

function pageEntry(page: Page, kind: string | undefined): TimelineEntry {
  const what = page.result === 'sent' ? 'paged' : 'page_failed';
  return { at: page.at, what, by: page.responderId, step: page.step, page: kind };
}
