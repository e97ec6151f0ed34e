import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import type {Logger} from 'pino';
import WebSocket from 'ws';
import type {
  ClientFrame,
  ResolveResponse,
  ServerFrame,
  SessionRequest,
  SessionResponse,
} from '../../src/contract/index.js';
import {loadConfig, type Config} from '../src/config.js';
import type {Directories} from '../src/directories.js';
import {systemClock, type Clock} from '../src/domain/clock.js';
import type {WidgetSettings} from '../src/domain/widgets/widget.js';
import type {WidgetCredentials} from '../src/domain/widgets/widgets.js';
import {createLogger} from '../src/logger.js';
import {openOperator, type Operator} from '../src/operator.js';
import {startServer} from '../src/start-server.js';
import type {Patience} from '../src/wire.js';
import {ScriptedEngine} from './scripted-engine.js';

/** A page of the widget's own site. */
export const PAGE = 'https://www.acme.com';

/** Settings of a widget for acme.com. */
export function settings(changes: Partial<WidgetSettings> = {}): WidgetSettings {
  return {
    name: 'Acme',
    domain: 'acme.com',
    pageUrl: 'https://acme.com/',
    agent: {name: 'Ava', greeting: 'Hello, I am Ava.', instructions: 'Secret orders.'},
    knowledge: '# Plans\n\nThe starter plan costs nine dollars.',
    appearance: {},
    locale: 'en-US',
    modes: {voice: true, text: true},
    triggers: [],
    navigation: {enabled: false, targets: []},
    identity: {enabled: false},
    capture: {kinds: ['email', 'phone', 'name']},
    limits: {maxCallSeconds: 600, idleSeconds: 60},
    ...changes,
  };
}

/** A clock that stands still until it is moved. */
export class FakeClock implements Clock {
  #now = Date.parse('2030-01-01T00:00:00Z');
  #tasks: {at: number; task: () => void}[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, task: () => void): () => void {
    const entry = {at: this.#now + ms, task};
    this.#tasks.push(entry);
    return () => {
      this.#tasks = this.#tasks.filter(other => other !== entry);
    };
  }

  /** Runs what falls due, in order. */
  advance(ms: number): void {
    const until = this.#now + ms;
    for (;;) {
      const [next] = this.#tasks.filter(({at}) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      this.#tasks = this.#tasks.filter(other => other !== next);
      this.#now = next.at;
      next.task();
    }
    this.#now = until;
  }
}

/** What one click leaves behind. */
export const CLICKED: SessionRequest['engagement'] = {
  opened_by: 'gesture',
  pointer_events: 3,
  key_events: 0,
  scroll_events: 0,
  touch_events: 0,
  dwell_ms: 1500,
  first_event_ms: 800,
};

/** A real server on a free port, with an agent that follows a script. */
export class TestServer {
  readonly url: string;
  readonly engine: ScriptedEngine;
  readonly operator: Operator;
  readonly dataDir: string;
  readonly metricsUrl: string | null;
  readonly close: () => Promise<void>;

  constructor(
    url: string,
    engine: ScriptedEngine,
    operator: Operator,
    {
      dataDir,
      close,
      metricsUrl,
    }: {dataDir: string; close: () => Promise<void>; metricsUrl: string | null},
  ) {
    this.metricsUrl = metricsUrl;
    this.dataDir = dataDir;
    this.url = url;
    this.engine = engine;
    this.operator = operator;
    this.close = close;
  }

  /** Stopped and its data removed at the end of the test. */
  static async start(
    context: TestContext,
    {
      env = {},
      clock = systemClock,
      directories,
      logger = createLogger('silent'),
      patience,
    }: {
      env?: Record<string, string>;
      clock?: Clock;
      directories?: Directories;
      logger?: Logger;
      patience?: Patience;
    } = {},
  ): Promise<TestServer> {
    const dataDir = mkdtempSync(join(tmpdir(), 'aiw-server-'));
    const config: Config = loadConfig({PORT: '0', AIW_DATA_DIR: dataDir, ...env});
    const engine = new ScriptedEngine();
    const nowhere = join(dataDir, 'nothing');
    const server = await startServer({
      config,
      engine,
      clock,
      logger,
      ...(patience && {patience}),
      directories: directories ?? {
        ...{embed: nowhere, demo: nowhere, demoContent: nowhere, dashboard: nowhere},
      },
    });
    const operator = await openOperator(config);
    context.after(async () => {
      await server.close();
      await operator.store.close();
      rmSync(dataDir, {recursive: true, force: true});
    });
    return new TestServer(server.url, engine, operator, {
      dataDir: config.dataDir,
      close: server.close,
      metricsUrl: server.metricsUrl,
    });
  }

  widget(changes: Partial<WidgetSettings> = {}, live = true): Promise<WidgetCredentials> {
    return this.operator.widgets.create(settings(changes), {live});
  }

  post(path: string, body: unknown, headers: Record<string, string> = {origin: PAGE}) {
    return fetch(this.url + path, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
      headers: {'content-type': 'application/json', ...headers},
    });
  }

  async resolve(token: string, origin = PAGE): Promise<ResolveResponse> {
    const response = await this.post('/api/widget/resolve', {token}, {origin});
    if (response.status !== 200) throw new Error(`resolve answered ${response.status}`);
    return (await response.json()) as ResolveResponse;
  }

  async sessionRequest(
    token: string,
    changes: Partial<SessionRequest> = {},
  ): Promise<SessionRequest> {
    const {challenge} = await this.resolve(token);
    return {
      token,
      challenge: challenge.value,
      engagement: CLICKED,
      mode: 'voice',
      page: {url: `${PAGE}/pricing`, title: 'Pricing', referrer: ''},
      locale: 'en-US',
      ...changes,
    };
  }

  async session(token: string, changes: Partial<SessionRequest> = {}): Promise<SessionResponse> {
    const request = await this.sessionRequest(token, changes);
    const response = await this.post('/api/sessions', request);
    if (response.status !== 201) throw new Error(`sessions answered ${response.status}`);
    return (await response.json()) as SessionResponse;
  }

  stream(session: SessionResponse, origin: string | undefined = PAGE): TestStream {
    const {transport, sessionToken} = session;
    return new TestStream(transport.url, sessionToken, origin);
  }
}

type FrameOf<Type extends ServerFrame['type']> = Extract<ServerFrame, {type: Type}>;

/** The widget's end of a stream. */
export class TestStream {
  readonly frames: ServerFrame[] = [];
  /** Binary frames, by their size in bytes. */
  readonly audio: number[] = [];
  readonly closed: Promise<{code: number; reason: string}>;
  readonly socket: WebSocket;
  readonly #opened: Promise<void>;
  #isClosed = false;
  #waiting: (() => void)[] = [];

  constructor(url: string, token: string | null, origin?: string) {
    const protocols = ['aiw.v1', ...(token === null ? [] : [`aiw.token.${token}`])];
    this.socket = new WebSocket(url, protocols, origin === undefined ? {} : {origin});
    this.#opened = new Promise((resolve, reject) => {
      this.socket.once('open', resolve);
      this.socket.once('error', reject);
    });
    this.#opened.catch(() => {});
    this.closed = new Promise(resolve => {
      this.socket.once('close', (code, reason) => {
        this.#isClosed = true;
        this.#wake();
        resolve({code, reason: String(reason)});
      });
    });
    this.socket.on('message', (data, isBinary) => {
      if (isBinary) this.audio.push((data as Buffer).length);
      else this.frames.push(JSON.parse(String(data)) as ServerFrame);
      this.#wake();
    });
  }

  async send(...frames: (ClientFrame | Buffer | string)[]): Promise<this> {
    await this.#opened;
    for (const frame of frames) {
      const isRaw = typeof frame === 'string' || Buffer.isBuffer(frame);
      this.socket.send(isRaw ? frame : JSON.stringify(frame));
    }
    return this;
  }

  /** The first frame of a type that passes the test, received already or yet to come. */
  async next<Type extends ServerFrame['type']>(
    type: Type,
    test: (frame: FrameOf<Type>) => boolean = () => true,
  ): Promise<FrameOf<Type>> {
    for (;;) {
      const found = this.frames.find(
        (frame): frame is FrameOf<Type> => frame.type === type && test(frame as FrameOf<Type>),
      );
      if (found) return found;
      if (this.#isClosed) throw new Error(`The stream closed before ${type}.`);
      await this.#change();
    }
  }

  /** Resolves once so many bytes of audio have arrived. */
  async heard(bytes: number): Promise<void> {
    while (this.audio.reduce((sum, size) => sum + size, 0) < bytes) await this.#change();
  }

  /** Drops the connection without a word. */
  drop(): void {
    this.socket.terminate();
  }

  #change(): Promise<void> {
    return new Promise(resolve => this.#waiting.push(resolve));
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
