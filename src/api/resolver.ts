import type {Challenge, ResolveResponse} from '../contract/index.js';
import {warnOnce} from '../errors.js';
import {post, type ApiFailure, type ApiResult} from './post.js';

/** A challenge this close to its end is not used, in milliseconds. */
const CHALLENGE_MARGIN_MS = 10_000;

/** One widget at one backend: asks for its settings, and again where its challenge is used up. */
export class Resolver {
  readonly baseUrl: string;
  readonly token: string;
  readonly #onAnswer: ((result: ApiResult<ResolveResponse>) => void) | undefined;
  #resolved: ApiResult<ResolveResponse> | null = null;
  /** The request that is under way. */
  asking: Promise<ApiResult<ResolveResponse>> | null = null;
  #challenge: Challenge | null = null;

  /**
   * `baseUrl`: address of the backend; a slash at its end is dropped. `onAnswer` is told of every
   * answer, before whoever asked.
   */
  constructor(
    baseUrl: string,
    token: string,
    onAnswer?: (result: ApiResult<ResolveResponse>) => void,
  ) {
    this.baseUrl = baseUrl.replace(/\/+$/, '');
    this.token = token;
    this.#onAnswer = onAnswer;
  }

  /** The widget's settings, with a challenge that is still good. */
  async resolve(): Promise<ApiResult<ResolveResponse>> {
    return this.#resolved && this.#isGood() ? this.#resolved : (this.asking ??= this.#ask());
  }

  /** The challenge of the last answer, to be used once. */
  takeChallenge(): string {
    const value = this.#challenge?.value ?? '';
    this.#challenge = null;
    return value;
  }

  async #ask(): Promise<ApiResult<ResolveResponse>> {
    const result = await post<ResolveResponse>(this.baseUrl, '/api/widget/resolve', {
      token: this.token,
    });
    this.asking = null;
    this.#resolved = result;
    if (result.ok) this.#challenge = result.value.challenge;
    else explain(result);
    this.#onAnswer?.(result);
    return result;
  }

  #isGood(): boolean {
    return Date.parse(this.#challenge?.expiresAt ?? '') - Date.now() > CHALLENGE_MARGIN_MS;
  }
}

/** Tells the site's developer why the backend refused, with its own advice. */
export function explain({status, code, message}: ApiFailure): void {
  warnOnce('', [status || 'No connection', code, '—', message].filter(Boolean).join(' '));
}
