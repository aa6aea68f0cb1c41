import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../local/main.ts', import.meta.url));

/** `npm start` in a process of its own, which can be killed and started again in the same place. */
export class Stack {
  readonly url: string;
  private readonly dataDir: string;
  private child: ChildProcess | undefined;

  private constructor(dataDir: string, port: number) {
    this.dataDir = dataDir;
    this.url = `http://localhost:${port}`;
  }

  static async in(dataDir: string): Promise<Stack> {
    return new Stack(dataDir, await freePort());
  }

  /** `ready` fulfils with true once it serves, and with false where it is killed before. */
  start(): { ready: Promise<boolean> } {
    assert.ok(this.child === undefined, 'it runs already');
    const child = spawn(process.execPath, [main, '--data', this.dataDir], {
      env: { ...process.env, PORT: new URL(this.url).port },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said = (said + String(chunk)).slice(-2_000)));
    const isReady = async () => {
      for await (const line of createInterface(child.stdout)) {
        if (line.startsWith('ready ')) return true;
      }
      assert.ok(this.child !== child, `it ended by itself: ${said}`);
      return false;
    };
    return { ready: isReady() };
  }

  async kill(): Promise<void> {
    const { child } = this;
    if (child === undefined) return;
    this.child = undefined;
    if (child.exitCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
