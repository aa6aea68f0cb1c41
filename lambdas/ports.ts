import type { Alert } from './domain/alert.ts';
import type { CaseFile, CaseRead } from './domain/case-file.ts';
import type { Said } from './domain/case.ts';
import type { Hint } from './domain/escalation.ts';
import type { EscalationPolicy, Tier } from './domain/policy.ts';
import type { RotaMemory } from './domain/rota-memory.ts';
import type { CertificatesNews, HoleNews } from './domain/rota-news.ts';
import type { Script } from './domain/script/schema.ts';
import type { Pace } from './domain/pacing.ts';
import type { Team } from './domain/team.ts';
import type { TrailPoint } from './domain/trail.ts';
import type { Trip } from './domain/trip.ts';

/**
 * What the use cases need of the world. They are handed in as one object, so that the whole system
 * also runs under a virtual clock with no cloud at all. Every call may fail by throwing; nothing
 * is known then about whether its effect took place.
 */
export interface AlertStore {
  /** False where an alert of this id exists already; nothing is changed then. */
  create(alert: Alert): Promise<boolean>;
  load(alertId: string): Promise<Alert | undefined>;
  /** Saves `alert` (version n) if the stored version is n - 1; false where it is not. */
  save(alert: Alert): Promise<boolean>;
}

/** A store did not answer, or had no room: not what it holds is at fault, and it may answer later. */
export class UnavailableError extends Error {
  override name = 'UnavailableError';
}

export interface PagingStore {
  /**
   * All that a paging decision at an instant (epoch ms) needs, in one consistent read. Throws
   * UnavailableError while the table is out.
   */
  loadForPaging(
    alertId: string,
    tier: Tier,
    at: number,
  ): Promise<{
    alert?: Alert;
    team?: Team;
    policy?: EscalationPolicy;
    /** How many alerts of the tier each responder has taken this week; who took none is left out. */
    taken?: ReadonlyMap<string, number>;
    /** Absent as long as the tier has had no flood. */
    pace?: Pace;
  }>;
}

export interface LaneStore {
  /** What a tier's pages need whatever the alert, in one consistent read. */
  loadLane(tier: Tier): Promise<{ team?: Team; policy?: EscalationPolicy }>;
}

/** What a tier's pagers agree on in a flood: one small item, replaced on condition of its version. */
export interface PaceStore {
  loadPace(tier: Tier): Promise<Pace | undefined>;
  /** Saves `pace` (version n) if the stored version is n - 1, or nothing is stored and n is 1. */
  savePace(tier: Tier, pace: Pace): Promise<boolean>;
}

export interface WorkloadStore {
  /** Counts an alert once for a responder and week, however often it is told. */
  noteTaken(of: { tier: Tier; responderId: string; alertId: string; at: number }): Promise<void>;
}

/** What was said, sealed: one item for each press or report that said something. */
export interface SaidStore {
  /** Keeping the same twice changes nothing. */
  keep(said: Said): Promise<void>;
  /** Oldest first, without what was erased. */
  list(alertId: string): Promise<Said[]>;
}

export interface CaseStore {
  load(alertId: string): Promise<CaseFile | undefined>;
  /** Saves version n if the stored version is n - 1, or none is stored for 1; false where not. */
  save(file: CaseFile): Promise<boolean>;
}

/** Who has read a case; it only grows. */
export interface ReadLog {
  record(read: CaseRead): Promise<void>;
  /** Oldest first. */
  list(alertId: string): Promise<CaseRead[]>;
}

/** Takes away what a person said and where they were. Doing it twice changes nothing. */
export interface Eraser {
  /** Each in place of what is kept under its key, for as long as the alert is. */
  replaceSaid(stubs: readonly Said[]): Promise<void>;
  /** How many there were. */
  removePositions(alertId: string): Promise<number>;
}

export interface LocationStore {
  /** Points of the same second replace one another. */
  add(alertId: string, points: readonly TrailPoint[]): Promise<void>;
  /** The newest `limit`, oldest first. */
  trail(alertId: string, limit: number): Promise<TrailPoint[]>;
}

export interface TripStore {
  load(tripId: string): Promise<Trip | undefined>;
  put(trip: Trip): Promise<void>;
}

export interface DueStore {
  /** Alerts of a tier that were due before `before` (epoch ms), oldest first, at most `limit`. */
  overdue(tier: Tier, before: number, limit: number): Promise<string[]>;
}

export interface BoardStore {
  /** A tier's alerts: those that still need something, most overdue first, or the newest ended. */
  list(of: { tier: Tier; closed: boolean; limit: number }): Promise<Alert[]>;
}

/** A document that is replaced as a whole; `version` 0 means that there is none yet. */
export interface Versioned<Document> {
  version: number;
  document: Document;
}

export interface DocumentStore {
  loadTeam(tier: Tier): Promise<Versioned<Team> | undefined>;
  /** False where the stored version is not `ifVersion` (0 = none stored). */
  saveTeam(tier: Tier, team: Team, ifVersion: number): Promise<boolean>;
  loadPolicy(tier: Tier): Promise<Versioned<EscalationPolicy> | undefined>;
  savePolicy(tier: Tier, policy: EscalationPolicy, ifVersion: number): Promise<boolean>;
}

/** What a stored script is for; `service` in small letters, `any` for none in particular. */
export type ScriptKey = Pick<Script, 'category' | 'service' | 'locale'>;

export interface ScriptStore {
  /** The document is undefined where what is stored can no longer be read as a script. */
  loadScript(key: ScriptKey): Promise<Versioned<Script | undefined> | undefined>;
  /** False where the stored version is not `ifVersion` (0 = none stored). */
  saveScript(key: ScriptKey, script: Script, ifVersion: number): Promise<boolean>;
}

export interface Queue {
  /** Delays of more than 900 s are not the queue's: leave them to the sweeper. */
  send(tier: Tier, hint: Hint, delaySeconds: number): Promise<void>;
}

export type SmsResult =
  /** SNS took it, which is not yet delivery. */
  | 'sent'
  /** Opted out or no such number: trying again cannot help. */
  | 'failed'
  /** Throttled, timed out or unreachable: it may go through later. */
  | 'pending';

export interface Sms {
  /** Never throws: what came of it is the answer. */
  publish(phone: string, text: string): Promise<SmsResult>;
}

/** What a tier's topic tells machines: no person, no place, no words. */
export interface TopicEvent {
  type: 'paged' | 'unanswered' | 'nobody_on_call';
  alertId: string;
  tier: Tier;
  step: number;
  pages: number;
  failed: number;
  at: string;
}

export interface Topic {
  publish(event: TopicEvent): Promise<void>;
}

/** What a tier's topic tells of its rota, once each: ids, days and spans, and no person's data. */
export type RotaEvent = { tier: Tier; at: string } & (
  | ({ type: 'certificates_end' } & CertificatesNews)
  | ({ type: 'coverage_hole'; from: string; to: string } & Omit<HoleNews, 'from' | 'to'>)
);

/** The topics of all tiers. */
export interface RotaTopics {
  publish(event: RotaEvent): Promise<void>;
}

/** The keys that a tier's calendar links are signed with; 256 bits, base64url. */
export interface CalendarStore {
  loadKey(tier: Tier): Promise<Versioned<string> | undefined>;
  /** False where the stored version is not `ifVersion` (0 = none stored). */
  saveKey(tier: Tier, key: string, ifVersion: number): Promise<boolean>;
}

/** What a tier has been told of its rota. */
export interface RotaMemoryStore {
  load(tier: Tier): Promise<Versioned<RotaMemory> | undefined>;
  /** False where the stored version is not `ifVersion` (0 = none stored). Kept until `keepUntil`. */
  save(
    of: { tier: Tier; memory: RotaMemory; keepUntil: number },
    ifVersion: number,
  ): Promise<boolean>;
}

export interface Clock {
  /** Epoch milliseconds */
  now(): number;
}

export interface Telemetry {
  count(metric: Metric, tier: Tier, value?: number): void;
  /** `fields` hold ids and numbers, never a person's data. */
  note(message: string, fields: Record<string, string | number | undefined>): void;
  fail(message: string, error: unknown, fields: Record<string, string | number | undefined>): void;
}

export type Metric =
  | 'PagesSent'
  | 'PagesFailed'
  /** A pager was called past its queue. */
  | 'QueueBypassed'
  /** SMS of a flood that told of all that waited. */
  | 'DigestsSent'
  | 'AlertUnanswered'
  /** A reporter wishes their words erased and a supervisor has to do it; once more when the alert ends. */
  | 'ErasureRequested'
  | 'NobodyOnCall'
  /** Responders on call who lacked a certificate. */
  | 'RespondersPassedOver'
  /** SMS that only the second region took. */
  | 'PagesFellOver'
  | 'AlertsSwept'
  | 'RotaWarnings'
  | 'HandoffNoticesSent'
  | 'HandoffNoticesFailed';
