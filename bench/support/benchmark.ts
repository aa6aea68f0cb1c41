import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startLocal } from '../../local/start.ts';
import { City } from '../../test/support/city.ts';
import type { Row } from './row.ts';

/** What every file in bench/ exports by default. */
export type Benchmark = (bench: Bench) => Promise<Row[]>;

/** What benchmarks share in one run. */
export class Bench {
  /** Tells somebody who waits what is being done. */
  readonly progress: (doing: string) => void;
  private readonly directory = mkdtempSync(join(tmpdir(), 'siaga-bench-'));
  private running: Promise<City> | undefined;

  constructor(progress: (doing: string) => void) {
    this.progress = progress;
  }

  /** A new directory, gone at the end of the run. */
  newDirectory(): string {
    return mkdtempSync(join(this.directory, 'd-'));
  }

  /** The running local stack, started by the first who asks. */
  city(): Promise<City> {
    this.running ??= this.start();
    return this.running;
  }

  async close(): Promise<void> {
    await (await this.running)?.close();
    rmSync(this.directory, { recursive: true, force: true });
  }

  private async start(): Promise<City> {
    const { progress } = this;
    return new City(await startLocal({ dataDir: this.newDirectory(), progress }));
  }
}
