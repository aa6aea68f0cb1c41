import { page } from '../../lambdas/pager/page.ts';
import { Pressure } from '../../lambdas/pager/pressure.ts';
import { Repeats } from '../../lambdas/pager/repeats.ts';
import { takePress } from '../../lambdas/press/press.ts';
import { act } from '../../lambdas/act.ts';
import type { Alert } from '../../lambdas/domain/alert.ts';
import type { EscalationPolicy, Tier } from '../../lambdas/domain/policy.ts';
import type { Action } from '../../lambdas/domain/response.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import type { Hint } from '../../lambdas/domain/escalation.ts';
import type { RotaMemory } from '../../lambdas/domain/rota-memory.ts';
import type { RotaEvent, TopicEvent, Versioned } from '../../lambdas/ports.ts';
import { tellRotas } from '../../lambdas/rota/tell.ts';
import { staffApp } from '../../lambdas/staff/app.ts';
import { facts } from './alerts.ts';
import { Memory } from './memory.ts';

const { caseStore: cases, said, locations, reads, eraser } = new Memory();
/** Cases are no part of what this world is about. */
const sealed = { cases, said, locations, reads, eraser };

const everyFiveMinutes = 5 * 60_000;

/** The whole system where nothing ever fails, on a clock that stands until it is moved. */
export class CalmWorld {
  now: number;
  readonly sms: { phone: string; text: string; at: number }[] = [];
  readonly events: TopicEvent[] = [];
  readonly rotaEvents: RotaEvent[] = [];
  private readonly alerts = new Map<string, Alert>();
  private readonly teams = new Map<Tier, Versioned<Team>>();
  private readonly policies = new Map<Tier, Versioned<EscalationPolicy>>();
  private readonly calendarKeys = new Map<Tier, Versioned<string>>();
  private readonly taken = new Map<string, Set<string>>();
  private readonly memories = new Map<Tier, Versioned<RotaMemory>>();
  private nextRotaRun: number;
  private queue: { tier: Tier; hint: Hint; at: number }[] = [];

  constructor(now: string) {
    this.now = Date.parse(now);
    this.nextRotaRun = this.now;
  }

  /** Moves the clock to an instant, and lets happen on the way whatever is due. */
  async until(instant: string): Promise<void> {
    const end = Date.parse(instant);
    for (;;) {
      this.queue.sort((a, b) => a.at - b.at);
      const [first] = this.queue;
      if (this.nextRotaRun <= Math.min(first?.at ?? Infinity, end)) {
        this.now = Math.max(this.now, this.nextRotaRun);
        this.nextRotaRun += everyFiveMinutes;
        await tellRotas(this.ports);
        continue;
      }
      if (first === undefined || first.at > end) break;
      this.queue.shift();
      this.now = Math.max(this.now, first.at);
      await page(this.ports, first.tier, first.hint);
    }
    this.now = Math.max(this.now, end);
  }

  /** Lets happen what is due now. */
  settle(): Promise<void> {
    return this.until(new Date(this.now).toISOString());
  }

  async press(partial: Parameters<typeof facts>[0]): Promise<Alert> {
    const { alert } = await takePress(this.ports, facts(partial));
    await this.settle();
    return this.alerts.get(alert.alertId)!;
  }

  async act(alertId: string, responderId: string, action: Action): Promise<void> {
    await act(this.ports, { alertId }, action, { responderId, name: responderId });
    await this.settle();
  }

  alert(alertId: string): Alert {
    return this.alerts.get(alertId)!;
  }

  /** What somebody's calendar gets from the link that it has. */
  async calendar(url: string): Promise<string> {
    const app = staffApp(this.ports, { subOf: () => 'nobody', holdsScope: () => false });
    return (await app.request(new URL(url).pathname)).text();
  }

  /** The staff API, called by a supervisor. */
  staff(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const app = staffApp(this.ports, { subOf: () => 'supervisor', holdsScope: () => true });
    return app.request(`/v1/staff${path}`, { method, headers, body: JSON.stringify(body) });
  }

  private readonly ports = {
    store: {
      create: async (alert: Alert) => {
        if (this.alerts.has(alert.alertId)) return false;
        this.alerts.set(alert.alertId, alert);
        return true;
      },
      load: async (alertId: string) => this.alerts.get(alertId),
      save: async (alert: Alert) => {
        if (this.alerts.get(alert.alertId)?.version !== alert.version - 1) return false;
        this.alerts.set(alert.alertId, alert);
        return true;
      },
      loadForPaging: async (alertId: string, tier: Tier) => ({
        alert: this.alerts.get(alertId),
        team: this.teams.get(tier)?.document,
        policy: this.policies.get(tier)?.document,
        taken: new Map([...this.taken].map(([responder, alerts]) => [responder, alerts.size])),
      }),
    },
    documents: {
      loadTeam: async (tier: Tier) => this.teams.get(tier),
      saveTeam: async (tier: Tier, document: Team, ifVersion: number) =>
        replace(this.teams, tier, document, ifVersion),
      loadPolicy: async (tier: Tier) => this.policies.get(tier),
      savePolicy: async (tier: Tier, document: EscalationPolicy, ifVersion: number) =>
        replace(this.policies, tier, document, ifVersion),
    },
    scripts: { loadScript: async () => undefined, saveScript: async () => false },
    calendars: {
      loadKey: async (tier: Tier) => this.calendarKeys.get(tier),
      saveKey: async (tier: Tier, key: string, ifVersion: number) =>
        replace(this.calendarKeys, tier, key, ifVersion),
    },
    memory: {
      load: async (tier: Tier) => this.memories.get(tier),
      save: async ({ tier, memory }: { tier: Tier; memory: RotaMemory }, ifVersion: number) =>
        replace(this.memories, tier, memory, ifVersion),
    },
    topics: { publish: async (event: RotaEvent) => void this.rotaEvents.push(event) },
    board: { list: async () => [] },
    trips: { load: async () => undefined },
    ...sealed,
    queue: {
      send: async (tier: Tier, hint: Hint, delaySeconds: number) => {
        this.queue.push({ tier, hint, at: this.now + delaySeconds * 1000 });
      },
    },
    workload: {
      noteTaken: async ({ responderId, alertId }: { responderId: string; alertId: string }) => {
        this.taken.set(responderId, (this.taken.get(responderId) ?? new Set()).add(alertId));
      },
    },
    sms: {
      publish: async (phone: string, text: string) => {
        this.sms.push({ phone, text, at: this.now });
        return 'sent' as const;
      },
    },
    topic: { publish: async (event: TopicEvent) => void this.events.push(event) },
    clock: { now: () => this.now },
    telemetry: { count: () => {}, note: () => {}, fail: () => {} },
    linkBase: 'https://siaga.example',
    lastSeen: new Map(),
    pace: { loadPace: async () => undefined, savePace: async () => true },
    pressure: new Pressure(),
    repeats: new Repeats(),
    newKey: () => 'q'.repeat(43),
    newLinkKey: () => 'k'.repeat(43),
    retention: 86_400_000,
  };
}

function replace<Document>(
  documents: Map<Tier, Versioned<Document>>,
  tier: Tier,
  document: Document,
  ifVersion: number,
): boolean {
  if ((documents.get(tier)?.version ?? 0) !== ifVersion) return false;
  documents.set(tier, { version: ifVersion + 1, document });
  return true;
}
