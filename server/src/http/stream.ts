import type {IncomingMessage, Server} from 'node:http';
import type {Duplex} from 'node:stream';
import {WebSocketServer, type WebSocket} from 'ws';
import {STREAM_CLOSE, STREAM_PROTOCOL, TOKEN_PROTOCOL_PREFIX} from '../../../src/contract/index.js';
import type {Calls} from '../domain/calls/calls.js';
import type {Clock} from '../domain/clock.js';
import type {LiveCall} from '../domain/calls/live-call.js';
import {isAllowedOn, parseOrigin} from '../domain/admission/origin.js';
import type {SessionTokens} from '../domain/admission/session-token.js';
import {siteOfWidget} from '../domain/widgets/widget.js';
import {StreamConnection} from './stream-connection.js';

/** Largest frame taken, in bytes. */
const MAX_PAYLOAD = 64 * 1024;
const PING_MS = 15_000;

/** What the streams need. */
export interface StreamOptions {
  calls: Calls;
  tokens: SessionTokens;
  clock: Clock;
  requireOrigin: boolean;
  onUnexpected: (error: unknown) => void;
  /** Told of the code that a stream was closed with, at its beginning or for what came over it. */
  onRefused: (code: number) => void;
}

/** `GET /api/sessions/:id/stream`: WebSockets of live calls, each checked before a frame is read. */
export class StreamServer {
  readonly #options: StreamOptions;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_PAYLOAD,
    // Audio does not compress, and a compressor's memory would be spent on each visitor.
    perMessageDeflate: false,
    handleProtocols: offered => (offered.has(STREAM_PROTOCOL) ? STREAM_PROTOCOL : false),
  });
  readonly #alive = new WeakSet<WebSocket>();
  #stopPings = () => {};

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#schedulePings();
  }

  /** Takes over the upgrades of an HTTP server. */
  attach(server: Server): void {
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const sessionId = /^\/api\/sessions\/([\w-]+)\/stream$/.exec(pathOf(request))?.[1];
      socket.on('error', () => socket.destroy());
      if (sessionId === undefined) {
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      this.#sockets.handleUpgrade(request, socket, head, webSocket => {
        void this.#accept(webSocket, request, sessionId);
      });
    });
  }

  /** Closes what is still open. */
  async close(): Promise<void> {
    this.#stopPings();
    for (const socket of this.#sockets.clients) {
      socket.close(1001, 'The server is shutting down.');
      this.#options.clock.after(500, () => socket.terminate());
    }
    await new Promise<void>(resolve => this.#sockets.close(() => resolve()));
  }

  /** A page sees a refused upgrade as a bare 1006: the reason is told over an accepted one. */
  async #accept(socket: WebSocket, request: IncomingMessage, sessionId: string): Promise<void> {
    this.#alive.add(socket);
    socket.on('pong', () => this.#alive.add(socket));
    const onError = () => socket.terminate();
    socket.on('error', onError);
    // What comes meanwhile waits in the connection, not in memory.
    socket.pause();
    const admitted = await this.#admit(request, sessionId).catch((error: unknown) => {
      this.#options.onUnexpected(error);
      return {code: 1011, reason: 'The server failed. Try again.'};
    });
    socket.resume();
    if ('code' in admitted) {
      this.#options.onRefused(admitted.code);
      socket.close(admitted.code, admitted.reason);
      return;
    }
    socket.off('error', onError);
    new StreamConnection(socket, admitted.call, this.#options).start();
  }

  async #admit(
    {headers}: IncomingMessage,
    sessionId: string,
  ): Promise<{call: LiveCall} | {code: number; reason: string}> {
    const {calls, tokens, requireOrigin} = this.#options;
    const origin = headers.origin === undefined ? null : parseOrigin(headers.origin);
    const isOriginMissing = headers.origin === undefined && !requireOrigin;
    const badOrigin = {
      code: STREAM_CLOSE.origin,
      reason: "The page's origin may not use this widget.",
    };
    if (!origin && !isOriginMissing) return badOrigin;
    const token = tokenOf(headers['sec-websocket-protocol']);
    if (token === null || !tokens.check(token, sessionId)) {
      return {code: STREAM_CLOSE.token, reason: 'The session token is missing, wrong or expired.'};
    }
    const call = await calls.take(sessionId);
    if (!call && calls.isClosed) return {code: 1012, reason: 'The server is restarting.'};
    if (!call) return {code: STREAM_CLOSE.gone, reason: 'The session is over. Start a new one.'};
    return origin && !isAllowedOn(origin, siteOfWidget(call.widget)) ? badOrigin : {call};
  }

  #schedulePings(): void {
    this.#stopPings = this.#options.clock.after(PING_MS, () => {
      for (const socket of this.#sockets.clients) this.#ping(socket);
      this.#schedulePings();
    });
  }

  #ping(socket: WebSocket): void {
    if (!this.#alive.delete(socket)) socket.terminate();
    else if (socket.readyState === socket.OPEN) socket.ping();
  }
}

function pathOf({url = '/'}: IncomingMessage): string {
  return url.replace(/[?#].*$/s, '');
}

function tokenOf(protocols: string | undefined): string | null {
  const offered = (protocols ?? '').split(',').map(protocol => protocol.trim());
  const token = offered.find(protocol => protocol.startsWith(TOKEN_PROTOCOL_PREFIX));
  return token && offered.includes(STREAM_PROTOCOL)
    ? token.slice(TOKEN_PROTOCOL_PREFIX.length)
    : null;
}
