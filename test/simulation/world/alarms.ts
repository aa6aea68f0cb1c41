import type { Metric } from '../../../lambdas/ports.ts';

/** What the metrics have said so far; an alarm hangs on each of them. */
export class Alarms {
  private readonly counts = new Map<Metric, number>();

  count(metric: Metric, value: number): void {
    this.counts.set(metric, this.of(metric) + value);
  }

  of(metric: Metric): number {
    return this.counts.get(metric) ?? 0;
  }
}
