import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Invoke, Outcome, RuntimeData } from './runtime.ts';
import type { LocalFunction } from './stack.ts';

/** The function failed: it threw, ran out of time, or its worker died. */
export class FunctionError extends Error {
  override name = 'FunctionError';
}

export interface FunctionsOptions {
  functions: LocalFunction[];
  region: string;
  frontDoor: string;
  logDir: string;
}

/**
 * The functions, each in a worker of its own with nothing but its own environment and its own
 * credentials. A worker serves several calls at once, as many of Lambda's would one each.
 */
export class Functions {
  private readonly byId: Map<string, Runner>;
  private readonly byKey: Map<string, LocalFunction>;

  constructor(options: FunctionsOptions) {
    this.byId = new Map(options.functions.map((fn) => [fn.id, new Runner(fn, options)]));
    this.byKey = new Map(options.functions.map((fn) => [accessKeyOf(fn), fn]));
  }

  callerOf(accessKeyId: string): LocalFunction | undefined {
    return this.byKey.get(accessKeyId);
  }

  /** Loads every function's code, so that the first call meets a warm one. */
  warm(): void {
    for (const runner of this.byId.values()) runner.start();
  }

  /** Rejects with a FunctionError where the function fails. */
  invoke(functionId: string, event: unknown): Promise<unknown> {
    return this.byId.get(functionId)!.invoke(event);
  }

  crash(fn: LocalFunction): void {
    this.byId.get(fn.id)!.stop('the worker was killed');
  }

  /** Resolves once all that the functions said is in their logs. */
  async close(): Promise<void> {
    await Promise.all(Array.from(this.byId.values(), (runner) => runner.close()));
  }
}

function accessKeyOf(fn: LocalFunction): string {
  return `LOCAL${fn.id.toUpperCase()}`;
}

/** A handler is `file.export`, its file a module of either kind. */
function codeOf({ arn, codeDir, handler }: LocalFunction): RuntimeData {
  const dot = handler.lastIndexOf('.');
  const files = ['.mjs', '.js', '.cjs'].map((end) => join(codeDir, handler.slice(0, dot) + end));
  const file = files.find((one) => existsSync(one));
  if (file === undefined) throw new Error(`${codeDir} has no file for the handler ${handler}`);
  return { file, exported: handler.slice(dot + 1), arn };
}

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
  timer: NodeJS.Timeout;
}

class Runner {
  private readonly fn: LocalFunction;
  private readonly options: FunctionsOptions;
  private readonly log: WriteStream;
  private worker: Worker | undefined;
  private pending = new Map<string, Pending>();

  constructor(fn: LocalFunction, options: FunctionsOptions) {
    this.fn = fn;
    this.options = options;
    this.log = createWriteStream(join(options.logDir, `${fn.name}.log`), { flags: 'a' });
  }

  start(): Worker {
    if (this.worker !== undefined) return this.worker;
    const worker = new Worker(new URL('runtime.ts', import.meta.url), {
      name: this.fn.name,
      workerData: codeOf(this.fn),
      env: {
        ...this.fn.environment,
        AWS_REGION: this.options.region,
        AWS_LAMBDA_FUNCTION_NAME: this.fn.id,
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(this.fn.memoryMb),
        AWS_ACCESS_KEY_ID: accessKeyOf(this.fn),
        AWS_SECRET_ACCESS_KEY: 'local',
        AWS_ENDPOINT_URL: this.options.frontDoor,
        POWERTOOLS_DEV: 'false',
      },
      stdout: true,
      stderr: true,
    });
    worker.stdout.on('data', (chunk: Buffer) => this.log.write(chunk));
    worker.stderr.on('data', (chunk: Buffer) => this.log.write(chunk));
    worker.on('message', (outcome: Outcome) => this.settle(outcome));
    worker.on('error', (error) => {
      this.log.write(`${String(error)}\n`);
      if (this.worker === worker) this.stop('the function ended with an error');
    });
    // A handler may end its process, and what it was doing ends with it.
    worker.on('exit', () => {
      if (this.worker === worker) this.stop('the function ended its worker');
    });
    this.worker = worker;
    return worker;
  }

  invoke(event: unknown): Promise<unknown> {
    const id = randomUUID();
    const { timeoutMs } = this.fn;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.stop(`ran longer than ${timeoutMs} ms`), timeoutMs);
      this.pending.set(id, { resolve, reject, timer });
      const invoke: Invoke = { id, event, deadline: Date.now() + timeoutMs };
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, no window
      this.start().postMessage(invoke);
    });
  }

  /** Ends the worker and with it all that it was doing; the next call starts another. */
  stop(why: string): void {
    this.tell(why);
    this.end(why);
  }

  close(): Promise<void> {
    this.end('the local stack is closing');
    return new Promise((resolve) => this.log.end(resolve));
  }

  private end(why: string): void {
    const { worker, pending } = this;
    this.worker = undefined;
    this.pending = new Map();
    void worker?.terminate();
    for (const { reject, timer } of pending.values()) {
      clearTimeout(timer);
      reject(new FunctionError(why));
    }
  }

  /** In the console only what failed: the log alone may hold what a function says about it. */
  private tell(what: string): void {
    const { name } = this.fn;
    process.stderr.write(`${name}: ${what}, see ${join(this.options.logDir, name)}.log\n`);
  }

  private settle(outcome: Outcome): void {
    const pending = this.pending.get(outcome.id);
    if (pending === undefined) return;
    this.pending.delete(outcome.id);
    clearTimeout(pending.timer);
    if ('result' in outcome) return pending.resolve(outcome.result);
    this.log.write(`${outcome.error.name}: ${outcome.error.message}\n`);
    this.tell(`failed with ${outcome.error.name}`);
    pending.reject(new FunctionError(outcome.error.name));
  }
}
