import type {SessionMaker} from '../call/ports.js';
import type {
  Capture,
  CaptureRequest,
  Engagement,
  GivenConsent,
  ResolveResponse,
  SessionRequest,
  SessionResponse,
} from '../contract/index.js';
import {warnOnce} from '../errors.js';
import {post, type ApiFailure, type ApiResult} from './post.js';
import {explain, type Resolver} from './resolver.js';

/** Statuses after which a capture will never be taken. */
const FINAL_STATUSES = [400, 401, 404, 413, 422];

/** What a session's request says of the visitor's side. */
export interface SessionContext {
  engagement: Engagement;
  visitorToken?: string;
  locale?: string;
  /** What the visitor agreed to, where the widget asks for it. */
  consent?: GivenConsent | null;
}

/** Where the text has changed under an open page: the backend would say the same. */
const CONSENT_MISSING: ApiFailure = {
  ok: false,
  problem: 'refused',
  status: 403,
  code: 'CONSENT_REQUIRED',
  message: 'The visitor is asked to agree first.',
};

/**
 * Makes sessions for one widget.
 *
 * A challenge is good for one session within five minutes: where the backend says that it is used
 * or expired, the widget resolves again and retries, once, by itself (contract §1).
 */
export class Sessions implements SessionMaker {
  readonly #resolver: Resolver;
  readonly #context: () => SessionContext | Promise<SessionContext>;

  constructor(resolver: Resolver, context: () => SessionContext | Promise<SessionContext>) {
    this.#resolver = resolver;
    this.#context = context;
  }

  resolve(): Promise<ApiResult<ResolveResponse>> {
    return this.#resolver.resolve();
  }

  async createSession(mode: 'voice' | 'text'): Promise<ApiResult<SessionResponse>> {
    let result = await this.#create(mode);
    if (isStale(result)) result = await this.#create(mode);
    if (!result.ok) {
      explain(result);
      return result;
    }
    const {visitorTokenError} = result.value;
    if (visitorTokenError) {
      warnOnce('identity', `${visitorTokenError.error}: ${visitorTokenError.message}`);
    }
    return result;
  }

  async #create(mode: 'voice' | 'text'): Promise<ApiResult<SessionResponse>> {
    const resolved = await this.resolve();
    if (!resolved.ok) return resolved;
    const {engagement, visitorToken, locale, consent} = await this.#context();
    if (resolved.value.consent && !consent) return CONSENT_MISSING;
    const request: SessionRequest = {
      token: this.#resolver.token,
      challenge: this.#resolver.takeChallenge(),
      engagement,
      mode,
      ...(visitorToken && {visitor_token: visitorToken}),
      page: {url: location.href, title: document.title, referrer: document.referrer},
      ...(locale && {locale}),
      ...(consent && {consent}),
    };
    return post(this.#resolver.baseUrl, '/api/sessions', request);
  }
}

/** What settings and a challenge of now may mend. */
function isStale(result: ApiResult<unknown>): result is ApiFailure {
  return !result.ok && /^(CHALLENGE_(EXPIRED|USED)|CONSENT_REQUIRED)$/.test(result.code ?? '');
}

/** Sends captures to a backend; a value or session that it will never take is `refused`. */
export function captureSender(baseUrl: string) {
  return async (capture: CaptureRequest, sessionId: string, sessionToken: string) => {
    const path = `/api/sessions/${encodeURIComponent(sessionId)}/captures`;
    const answer = await post<Capture>(baseUrl, path, capture, {
      Authorization: `Bearer ${sessionToken}`,
    });
    if (answer.ok || !FINAL_STATUSES.includes(answer.status)) return answer;
    explain(answer);
    return {...answer, refused: true as const};
  };
}
