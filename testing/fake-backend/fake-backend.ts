import type {
  CaptureRequest,
  ErrorBody,
  FeedbackRequest,
  ResolveResponse,
  SessionRequest,
  SessionResponse,
} from '../../src/contract/index.js';
import {FakeSocket} from './fake-socket.js';
import {captureFrom, feedbackFrom, resolveResponse, sessionResponse} from './responses.js';

/** A route of the HTTP contract. */
export type Route = 'resolve' | 'sessions' | 'captures' | 'feedback';

/** What a request meets: an answer, or nobody. */
export type Answer = 'unreachable' | {status: number; body?: unknown; retryAfter?: string};

/** A request as it arrived. */
export interface SeenRequest {
  route: Route;
  url: string;
  body: unknown;
  authorization: string | null;
}

const SUCCESS: Readonly<Record<Route, number>> = {
  resolve: 200,
  sessions: 201,
  captures: 201,
  feedback: 200,
};

/** An error body of the contract with its status. */
export function refusal(status: number, body: ErrorBody, retryAfter?: string): Answer {
  return {status, body, retryAfter};
}

/**
 * A backend in the page: `fetch` for its address, and every `WebSocket`, are its own until it is
 * restored. It answers as the contract says; a test changes that answer by answer.
 */
export class FakeBackend {
  readonly url: string;
  readonly requests: SeenRequest[] = [];
  readonly sockets: FakeSocket[] = [];
  /** Settings that resolve answers with; each answer has its own challenge. */
  settings: Partial<ResolveResponse> = {};
  /** What a session is answered with beside its transport. */
  session: Partial<SessionResponse> = {};
  /** Whether sockets open by themselves, and a `hello` is answered with `ready`. */
  isLively = true;
  readonly #planned: Record<Route, (Answer | Promise<Answer | null>)[]> = {
    resolve: [],
    sessions: [],
    captures: [],
    feedback: [],
  };
  readonly #fetch = window.fetch;
  readonly #WebSocket = window.WebSocket;

  constructor(url = 'https://backend.test') {
    this.url = url;
  }

  /** Takes the place of the network. */
  install(): this {
    window.fetch = (input, init) => this.#answer(String(input), init ?? {});
    const open = (url: string, protocols: readonly string[]) => this.#open(url, protocols);
    // What a constructor returns is what `new` gives.
    const Fake = function (this: unknown, url: string, protocols: readonly string[]) {
      return open(url, protocols);
    };
    Object.assign(Fake, {CONNECTING: 0, OPEN: 1, CLOSED: 3});
    window.WebSocket = Fake as unknown as typeof WebSocket;
    return this;
  }

  /** Gives the network back. */
  restore(): void {
    window.fetch = this.#fetch;
    window.WebSocket = this.#WebSocket;
  }

  /** The next requests of a route meet these, in this order; then it is as before. */
  plan(route: Route, ...answers: Answer[]): void {
    this.#planned[route].push(...answers);
  }

  /** The next request of a route waits until the answer is called, and meets what it is given. */
  hold(route: Route): (answer?: Answer) => void {
    let release: (answer: Answer | null) => void = () => {};
    this.#planned[route].push(new Promise(resolve => (release = resolve)));
    return answer => release(answer ?? null);
  }

  /** Bodies of the requests of a route. */
  bodies(route: 'sessions'): SessionRequest[];
  bodies(route: 'captures'): CaptureRequest[];
  bodies(route: 'feedback'): FeedbackRequest[];
  bodies(route: Route): unknown[];
  bodies(route: Route): unknown[] {
    return this.requests.filter(request => request.route === route).map(({body}) => body);
  }

  /** The socket opened last. */
  get socket(): FakeSocket {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error('No socket was opened.');
    return socket;
  }

  async #answer(url: string, init: RequestInit): Promise<Response> {
    const route = routeOf(url.slice(this.url.length));
    if (!url.startsWith(this.url) || !route) return this.#fetch.call(window, url, init);
    const body: unknown = JSON.parse(String(init.body));
    const authorization = new Headers(init.headers).get('Authorization');
    this.requests.push({route, url, body, authorization});
    const answer = await this.#planned[route].shift();
    if (answer === 'unreachable') throw new TypeError('Failed to fetch');
    const headers = new Headers(answer?.retryAfter ? {'Retry-After': answer.retryAfter} : {});
    return Response.json(answer?.body ?? this.#success(route, body), {
      status: answer?.status ?? SUCCESS[route],
      headers,
    });
  }

  #success(route: Route, body: unknown): unknown {
    const count = this.requests.filter(request => request.route === route).length;
    switch (route) {
      case 'resolve':
        return resolveResponse(count, this.settings);
      case 'sessions':
        return sessionResponse(this.url, count, this.session);
      case 'captures':
        return captureFrom(body as CaptureRequest);
      case 'feedback':
        return feedbackFrom(body as FeedbackRequest);
    }
  }

  #open(url: string, protocols: readonly string[]): FakeSocket {
    const socket = new FakeSocket(url, protocols);
    this.sockets.push(socket);
    if (!this.isLively) return socket;
    socket.onFrame = frame => {
      if (frame.type !== 'hello') return;
      const resumed = frame.lastSeq !== undefined;
      const event = {type: 'ready', inputSampleRate: 16_000, outputSampleRate: 24_000} as const;
      queueMicrotask(() => socket.say({...event, resumed}, (frame.lastSeq ?? 0) + 1));
    };
    queueMicrotask(() => socket.accept());
    return socket;
  }
}

function routeOf(path: string): Route | null {
  if (path === '/api/widget/resolve') return 'resolve';
  if (path === '/api/sessions') return 'sessions';
  const [, route] = /^\/api\/sessions\/[^/]+\/(captures|feedback)$/.exec(path) ?? [];
  return (route as Route | undefined) ?? null;
}
