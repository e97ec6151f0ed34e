import {execFileSync} from 'node:child_process';
import WebSocket from 'ws';
import {freePort} from '../server/testing/free-port.js';
import {ServerProcess} from '../testing/journey/server.js';
import {WIDGET_ARGS} from './text-visitor.js';

/** Memory of a process, in MB. */
export interface Memory {
  /** Of its JavaScript objects that are in use. */
  heapMB: number;
  /** Resident, as the system sees it. */
  residentMB: number;
}

/** A server without voice or limits, with a live widget, whose memory can be looked into. */
export async function startInspected(): Promise<{
  server: ServerProcess;
  token: string;
  probe: MemoryProbe;
  close: () => Promise<void>;
}> {
  const port = await freePort();
  const server = await ServerProcess.start({
    ...{AIW_VOICE: 'off', AIW_RATE_LIMITS: 'off', NODE_OPTIONS: `--inspect=127.0.0.1:${port}`},
  });
  const probe = await MemoryProbe.connect(port, server.pid ?? 0);
  const {token} = await server.command<{token: string}>(...WIDGET_ARGS);
  const close = async () => {
    probe.close();
    await server.close();
  };
  return {server, token, probe, close};
}

/** Looks into another Node process after a garbage collection, by its inspector. */
export class MemoryProbe {
  readonly #socket: WebSocket;
  readonly #pid: number;
  readonly #answers = new Map<number, (result: unknown) => void>();
  #lastId = 0;

  private constructor(socket: WebSocket, pid: number) {
    this.#socket = socket;
    this.#pid = pid;
    socket.on('message', data => {
      const {id, result} = JSON.parse(String(data)) as {id?: number; result?: unknown};
      if (id !== undefined) this.#answers.get(id)?.(result);
    });
  }

  static async connect(port: number, pid: number): Promise<MemoryProbe> {
    const targets = await (await fetch(`http://127.0.0.1:${port}/json/list`)).json();
    const [{webSocketDebuggerUrl}] = targets as [{webSocketDebuggerUrl: string}];
    const socket = new WebSocket(webSocketDebuggerUrl);
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    return new MemoryProbe(socket, pid);
  }

  async measure(): Promise<Memory> {
    for (let round = 0; round < 3; round++) await this.#ask('HeapProfiler.collectGarbage');
    const {usedSize} = (await this.#ask('Runtime.getHeapUsage')) as {usedSize: number};
    const residentKB = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(this.#pid)]));
    return {heapMB: tenth(usedSize / 1024 / 1024), residentMB: tenth(residentKB / 1024)};
  }

  close(): void {
    this.#socket.close();
  }

  #ask(method: string): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise(resolve => {
      this.#answers.set(id, resolve);
      this.#socket.send(JSON.stringify({id, method}));
    });
  }
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
