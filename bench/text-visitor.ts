import {randomUUID} from 'node:crypto';
import WebSocket from 'ws';
import type {
  ClientFrame,
  ResolveResponse,
  ServerFrame,
  SessionRequest,
  SessionResponse,
} from '../src/contract/index.js';

/** A page of the benches' widget. */
const ORIGIN = 'https://www.acme.com';
export const HEADERS = {'content-type': 'application/json', origin: ORIGIN};

/** What makes a live widget for {@link ORIGIN} by the command line. */
export const WIDGET_ARGS = [
  ...['widget', 'create', '--domain', 'acme.com', '--page-url', `${ORIGIN}/`, '--live'],
];

/** Body of a request for a session in writing. */
export function sessionBody(token: string, challenge: string): SessionRequest {
  return {
    ...{token, challenge, mode: 'text', locale: 'en-US'},
    engagement: {
      ...{opened_by: 'gesture', pointer_events: 3, key_events: 0, scroll_events: 0},
      ...{touch_events: 0, dwell_ms: 1500, first_event_ms: 800},
    },
    page: {url: `${ORIGIN}/pricing`, title: 'Pricing', referrer: ''},
  };
}

/** An answer of the server that is not the one wanted. */
export class RefusedError extends Error {
  readonly status: number;

  constructor(path: string, status: number, text: string) {
    super(`${path}: ${status} ${text}`);
    this.status = status;
  }
}

/** @throws {RefusedError} For any status but 2xx. */
export async function post<T>(
  url: string,
  path: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<T> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: {...HEADERS, ...headers},
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new RefusedError(path, response.status, await response.text());
  return (await response.json()) as T;
}

/** Resolves, and starts a session in writing. */
export async function startSession(url: string, token: string): Promise<SessionResponse> {
  const {challenge} = await post<ResolveResponse>(url, '/api/widget/resolve', {token});
  return post<SessionResponse>(url, '/api/sessions', sessionBody(token, challenge.value));
}

/** Confirms an email address in a session. Resolves once it is acknowledged. */
export function capture(
  url: string,
  {sessionId, sessionToken}: SessionResponse,
  {id = randomUUID(), value = 'jane@example.com'} = {},
): Promise<unknown> {
  return post(
    url,
    `/api/sessions/${sessionId}/captures`,
    {id, kind: 'email', value, source: 'agent_asked', prefilled: false},
    {authorization: `Bearer ${sessionToken}`},
  );
}

/** A visitor who types, without a browser. */
export class TextVisitor {
  readonly #session: SessionResponse;
  #socket: WebSocket | null = null;
  #lastSeq = 0;
  #waiting: {test: (frame: ServerFrame) => boolean; resolve: () => void}[] = [];

  constructor(session: SessionResponse) {
    this.#session = session;
  }

  /** Whether the stream is up. */
  get isConnected(): boolean {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  /** Connects, for the first time or again. Resolves once the server is ready. */
  async connect(): Promise<void> {
    const {transport, sessionToken} = this.#session;
    if (transport.kind !== 'websocket') throw new Error('No WebSocket transport.');
    const protocols = ['aiw.v1', `aiw.token.${sessionToken}`];
    const socket = new WebSocket(transport.url, protocols, {
      origin: ORIGIN,
      perMessageDeflate: false,
    });
    this.#socket = socket;
    socket.on('message', data => this.#read(JSON.parse(String(data)) as ServerFrame));
    const ready = this.#next(({type}) => type === 'ready');
    const failed = new Promise<never>((_, reject) => {
      socket.once('error', reject);
      socket.once('close', code => reject(new Error(`The stream closed with ${code}.`)));
    });
    failed.catch(() => {});
    socket.once('open', () => this.#send({type: 'hello', mode: 'text', lastSeq: this.#lastSeq}));
    await Promise.race([ready, failed]);
  }

  /** Types something and waits for the whole answer. */
  async ask(text: string): Promise<void> {
    const answered = this.#next(
      frame => frame.type === 'transcript' && frame.role === 'agent' && frame.final,
    );
    this.#send({type: 'text', id: randomUUID(), text});
    await answered;
  }

  /** Loses the connection without a word. */
  drop(): void {
    this.#socket?.terminate();
  }

  /** Hangs up. */
  async end(): Promise<void> {
    const ended = this.#next(({type}) => type === 'ended');
    this.#send({type: 'end'});
    await ended;
    this.#socket?.close();
  }

  #send(frame: ClientFrame): void {
    this.#socket?.send(JSON.stringify(frame));
  }

  #next(test: (frame: ServerFrame) => boolean): Promise<void> {
    return new Promise(resolve => this.#waiting.push({test, resolve}));
  }

  #read(frame: ServerFrame): void {
    this.#lastSeq = frame.seq;
    const done = this.#waiting.filter(({test}) => test(frame));
    this.#waiting = this.#waiting.filter(waiting => !done.includes(waiting));
    for (const {resolve} of done) resolve();
  }
}
