import type {CallProblem} from '../call/ports.js';
import type {ErrorBody, ErrorCode} from '../contract/index.js';

/** How long a request may take, in milliseconds. */
const TIMEOUT_MS = 15_000;

/** A request that brought no result, with what the backend said of it. */
export interface ApiFailure {
  ok: false;
  problem: CallProblem;
  /** HTTP status; 0 where no answer came. */
  status: number;
  code?: ErrorCode;
  /** The backend's own sentence, for the site's developer. */
  message: string;
  retryAfterMs?: number;
}

/** What a request brought. */
export type ApiResult<T> = {ok: true; value: T} | ApiFailure;

/**
 * Posts JSON to a backend; `headers` beside its content type.
 *
 * Never throws for what a network or a backend can do.
 */
export async function post<T>(
  baseUrl: string,
  path: string,
  body: unknown,
  headers?: Record<string, string>,
): Promise<ApiResult<T>> {
  try {
    const response = await fetch(baseUrl + path, {
      method: 'POST',
      headers: {'Content-Type': 'application/json', ...headers},
      body: JSON.stringify(body),
      credentials: 'omit',
      referrerPolicy: 'origin',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return {ok: true, value: (await response.json()) as T};
    return await failureOf(response);
  } catch {
    const message = `No answer from ${baseUrl}. Check that the server runs and that data-backend-url names it.`;
    return {ok: false, problem: 'unreachable', status: 0, message};
  }
}

async function failureOf(response: Response): Promise<ApiFailure> {
  const {status, headers} = response;
  const body = (await response.json().catch(() => ({}))) as Partial<ErrorBody>;
  const seconds = Number(headers.get('Retry-After') ?? NaN);
  return {
    ok: false,
    problem: problemOf(status, body.error),
    status,
    code: body.error,
    message: body.message ?? `The server answered ${status}.`,
    retryAfterMs: Number.isFinite(seconds) ? seconds * 1000 : undefined,
  };
}

const PROBLEMS: Readonly<Record<number, CallProblem>> = {
  401: 'unknown-token',
  409: 'not-live',
  429: 'rate-limited',
  503: 'busy',
};

function problemOf(status: number, code: ErrorCode | undefined): CallProblem {
  if (code?.startsWith('ORIGIN_')) return 'origin';
  return PROBLEMS[status] ?? (status >= 500 ? 'unreachable' : 'refused');
}
