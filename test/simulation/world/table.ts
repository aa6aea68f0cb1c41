import type { Alert } from '../../../lambdas/domain/alert.ts';
import type { Said } from '../../../lambdas/domain/case.ts';
import type { Pace } from '../../../lambdas/domain/pacing.ts';
import type { Tier } from '../../../lambdas/domain/policy.ts';

interface Row {
  version: number;
  doc: string;
  /** The alert as it was handed over, to be looked at only. */
  alert: Alert;
}

interface IndexEntry {
  tier: Tier;
  /** Infinity where nothing is due, which the real index leaves out. */
  dueAt: number;
  version: number;
}

/** The table: conditional writes, consistent reads, and an index that follows a little later. */
export class Table {
  private readonly rows = new Map<string, Row>();
  private readonly index = new Map<string, IndexEntry>();
  private readonly words = new Map<string, Said>();
  private readonly paces = new Map<Tier, Pace>();
  /** Does something once the index has caught up. */
  private readonly later: (change: () => void) => void;

  constructor(later: (change: () => void) => void) {
    this.later = later;
  }

  create(alert: Alert): boolean {
    if (this.rows.has(alert.alertId)) return false;
    this.write(alert);
    return true;
  }

  save(alert: Alert): boolean {
    if (this.rows.get(alert.alertId)?.version !== alert.version - 1) return false;
    this.write(alert);
    return true;
  }

  load(alertId: string): Alert | undefined {
    const row = this.rows.get(alertId);
    return row && (JSON.parse(row.doc) as Alert);
  }

  overdue(tier: Tier, before: number, limit: number): string[] {
    return [...this.index]
      .filter(([, entry]) => entry.tier === tier && entry.dueAt < before)
      .toSorted(([, a], [, b]) => a.dueAt - b.dueAt)
      .slice(0, limit)
      .map(([alertId]) => alertId);
  }

  keep(said: Said): void {
    this.words.set(`${said.alertId} ${said.key}`, said);
  }

  said(alertId: string, key: string): Said | undefined {
    return this.words.get(`${alertId} ${key}`);
  }

  pace(tier: Tier): Pace | undefined {
    return this.paces.get(tier);
  }

  savePace(tier: Tier, pace: Pace): boolean {
    if ((this.paces.get(tier)?.version ?? 0) !== pace.version - 1) return false;
    this.paces.set(tier, pace);
    return true;
  }

  /** What is true, for those who watch. */
  truth(alertId: string): Alert | undefined {
    return this.rows.get(alertId)?.alert;
  }

  all(): Alert[] {
    return Array.from(this.rows.values(), (row) => row.alert);
  }

  private write(alert: Alert): void {
    const { alertId, version, tier, dueAt } = alert;
    this.rows.set(alertId, { version, doc: JSON.stringify(alert), alert });
    this.later(() => {
      if ((this.index.get(alertId)?.version ?? 0) > version) return;
      this.index.set(alertId, { tier, dueAt: dueAt ?? Infinity, version });
    });
  }
}
