import type { Alert } from '../../lambdas/domain/alert.ts';
import type { CaseFile, CaseRead } from '../../lambdas/domain/case-file.ts';
import type { Said } from '../../lambdas/domain/case.ts';
import type { Hint } from '../../lambdas/domain/escalation.ts';
import type { Pace } from '../../lambdas/domain/pacing.ts';
import type { EscalationPolicy, Tier } from '../../lambdas/domain/policy.ts';
import type { Script } from '../../lambdas/domain/script/schema.ts';
import type { Team } from '../../lambdas/domain/team.ts';
import type { TrailPoint } from '../../lambdas/domain/trail.ts';
import type { Trip } from '../../lambdas/domain/trip.ts';
import type {
  AlertStore,
  BoardStore,
  CalendarStore,
  CaseStore,
  DocumentStore,
  DueStore,
  Eraser,
  PaceStore,
  LocationStore,
  PagingStore,
  Queue,
  ReadLog,
  SaidStore,
  ScriptStore,
  SmsResult,
  Telemetry,
  Topic,
  TopicEvent,
  TripStore,
  Versioned,
  WorkloadStore,
} from '../../lambdas/ports.ts';
import { night } from './alerts.ts';

/** The ports of the use cases in memory, with the semantics of the real ones, and what went through. */
export class Memory {
  now = night;
  /** Every write, publish and send in their order, such as `save 2`. */
  readonly did: string[] = [];
  readonly hints: { tier: Tier; hint: Hint; delaySeconds: number }[] = [];
  readonly sms: { phone: string; text: string }[] = [];
  readonly events: TopicEvent[] = [];
  readonly failures: { message: string; error: unknown; fields: object }[] = [];
  readonly counts: string[] = [];
  readonly taken: Parameters<WorkloadStore['noteTaken']>[0][] = [];
  /** What SNS says of a number; `sent` where nothing else is said. */
  readonly results = new Map<string, SmsResult>();
  /** Happens right before the next save, as somebody else's doing. */
  meanwhile: (() => void | Promise<void>) | undefined;

  readonly tripsById = new Map<string, Trip>();
  readonly paces = new Map<Tier, Pace>();
  private readonly alerts = new Map<string, string>();
  private readonly documents = new Map<string, Versioned<unknown>>();

  readonly clock = { now: () => this.now };

  readonly store: AlertStore & PagingStore = {
    create: async (alert) => {
      if (this.alerts.has(alert.alertId)) return false;
      this.put(alert);
      return true;
    },
    load: async (alertId) => this.alert(alertId),
    save: async (alert) => {
      const { meanwhile } = this;
      this.meanwhile = undefined;
      await meanwhile?.();
      if (this.alert(alert.alertId)?.version !== alert.version - 1) return false;
      this.did.push(`save ${alert.version}`);
      this.put(alert);
      return true;
    },
    loadForPaging: async (alertId, tier) => ({
      alert: this.alert(alertId),
      team: this.document<Team>(`team ${tier}`)?.document,
      policy: this.document<EscalationPolicy>(`policy ${tier}`)?.document,
      pace: this.paces.get(tier),
    }),
  };

  readonly pace: PaceStore = {
    loadPace: async (tier) => this.paces.get(tier),
    savePace: async (tier, pace) => {
      if ((this.paces.get(tier)?.version ?? 0) !== pace.version - 1) return false;
      this.did.push(`pace ${pace.version}`);
      this.paces.set(tier, pace);
      return true;
    },
  };

  readonly documentStore: DocumentStore = {
    loadTeam: async (tier) => this.document<Team>(`team ${tier}`),
    saveTeam: async (tier, team, version) => this.replace(`team ${tier}`, team, version),
    loadPolicy: async (tier) => this.document<EscalationPolicy>(`policy ${tier}`),
    savePolicy: async (tier, policy, version) => this.replace(`policy ${tier}`, policy, version),
  };

  readonly scripts: ScriptStore = {
    loadScript: async (key) => this.document<Script>(JSON.stringify(key)),
    saveScript: async (key, script, version) => this.replace(JSON.stringify(key), script, version),
  };

  readonly calendars: CalendarStore = {
    loadKey: async (tier) => this.document<string>(`calendar ${tier}`),
    saveKey: async (tier, key, version) => this.replace(`calendar ${tier}`, key, version),
  };

  readonly trips: TripStore = {
    load: async (tripId) => this.tripsById.get(tripId),
    put: async (trip) => void this.tripsById.set(trip.tripId, trip),
  };

  /** What was said, positions and readings, of all alerts. */
  readonly spoken: Said[] = [];
  readonly points = new Map<string, TrailPoint[]>();
  readonly readings: CaseRead[] = [];
  private readonly cases = new Map<string, string>();

  readonly caseStore: CaseStore = {
    load: async (alertId) => this.caseOf(alertId),
    save: async (file) => {
      const { meanwhile } = this;
      this.meanwhile = undefined;
      await meanwhile?.();
      if ((this.caseOf(file.alertId)?.version ?? 0) !== file.version - 1) return false;
      this.did.push(`case ${file.version}`);
      this.cases.set(file.alertId, JSON.stringify(file));
      return true;
    },
  };

  readonly said: SaidStore = {
    keep: async (said) => {
      const isSame = (one: Said) => one.alertId === said.alertId && one.key === said.key;
      if (!this.spoken.some(isSame)) this.spoken.push(said);
    },
    list: async (alertId) =>
      this.spoken
        .filter((one) => one.alertId === alertId && one.erasedAt === undefined)
        .toSorted((a, b) => a.at - b.at),
  };

  readonly eraser: Eraser = {
    replaceSaid: async (stubs) => {
      for (const stub of stubs) {
        const isSame = (one: Said) => one.alertId === stub.alertId && one.key === stub.key;
        const index = this.spoken.findIndex(isSame);
        this.spoken.splice(index < 0 ? this.spoken.length : index, 1, stub);
      }
    },
    removePositions: async (alertId) => {
      const points = this.points.get(alertId) ?? [];
      this.points.delete(alertId);
      return points.length;
    },
  };

  readonly locations: LocationStore = {
    add: async (alertId, points) => {
      const known = new Map((this.points.get(alertId) ?? []).map((point) => [point.at, point]));
      for (const point of points) known.set(point.at, point);
      this.points.set(
        alertId,
        [...known.values()].toSorted((a, b) => a.at - b.at),
      );
    },
    trail: async (alertId, limit) => (this.points.get(alertId) ?? []).slice(-limit),
  };

  readonly reads: ReadLog = {
    record: async (read) => {
      this.did.push(`read by ${read.by}`);
      this.readings.push(read);
    },
    list: async (alertId) => this.readings.filter((one) => one.alertId === alertId),
  };

  readonly board: BoardStore = {
    list: async ({ tier, closed, limit }) =>
      [...this.alerts.keys()]
        .map((alertId) => this.alert(alertId)!)
        .filter((alert) => alert.tier === tier && closed === (alert.closedAt !== undefined))
        .slice(0, limit),
  };

  readonly due: DueStore = {
    overdue: async (tier, before, limit) =>
      [...this.alerts.keys()]
        .map((alertId) => this.alert(alertId)!)
        .filter((alert) => alert.tier === tier && (alert.dueAt ?? Infinity) < before)
        .toSorted((a, b) => a.dueAt! - b.dueAt!)
        .slice(0, limit)
        .map((alert) => alert.alertId),
  };

  readonly queue: Queue = {
    send: async (tier, hint, delaySeconds) => {
      this.did.push(`send ${tier}`);
      this.hints.push({ tier, hint, delaySeconds });
    },
  };

  readonly phones = {
    publish: async (phone: string, text: string): Promise<SmsResult> => {
      const result = this.results.get(phone) ?? 'sent';
      this.did.push(`sms ${phone}`);
      if (result === 'sent') this.sms.push({ phone, text });
      return result;
    },
  };

  readonly topic: Topic = { publish: async (event) => void this.events.push(event) };

  readonly workload: WorkloadStore = { noteTaken: async (of) => void this.taken.push(of) };

  readonly telemetry: Telemetry = {
    count: (metric, tier, value = 1) => void this.counts.push(`${metric} ${tier} ${value}`),
    note: () => {},
    fail: (message, error, fields) => void this.failures.push({ message, error, fields }),
  };

  /** Stores an alert whatever its version. */
  put(alert: Alert): Alert {
    this.alerts.set(alert.alertId, JSON.stringify(alert));
    return alert;
  }

  alert(alertId: string): Alert | undefined {
    const stored = this.alerts.get(alertId);
    return stored === undefined ? undefined : (JSON.parse(stored) as Alert);
  }

  caseOf(alertId: string): CaseFile | undefined {
    const stored = this.cases.get(alertId);
    return stored === undefined ? undefined : (JSON.parse(stored) as CaseFile);
  }

  setTeam(tier: Tier, team: Team): void {
    this.documents.set(`team ${tier}`, { version: 1, document: team });
  }

  setPolicy(tier: Tier, policy: EscalationPolicy): void {
    this.documents.set(`policy ${tier}`, { version: 1, document: policy });
  }

  private document<Document>(key: string): Versioned<Document> | undefined {
    return this.documents.get(key) as Versioned<Document> | undefined;
  }

  private replace(key: string, document: unknown, version: number): boolean {
    if ((this.documents.get(key)?.version ?? 0) !== version) return false;
    this.documents.set(key, { version: version + 1, document });
    return true;
  }
}
