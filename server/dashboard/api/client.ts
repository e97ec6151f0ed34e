/** A field that cannot be saved, and what it must be. */
export interface Fault {
  /** Such as `agent.name`. */
  path: string;
  message: string;
}

/** The server refused, or could not be reached. The message says what to do. */
export class ApiError extends Error {
  override name = 'ApiError';
  /** Of HTTP; 0: the server was not reached. */
  readonly status: number;
  readonly faults: readonly Fault[];

  constructor(status: number, message: string, faults: readonly Fault[] = []) {
    super(message);
    this.status = status;
    this.faults = faults;
  }

  /** What is wrong with a field; empty: nothing. */
  of(path: string): string {
    return this.faults.find(fault => fault.path === path)?.message ?? '';
  }
}

const BASE = '/api/operator';

/** Told that nobody is signed in any more. */
let onSignedOut = () => {};

/** @param listener - Runs when the server says that nobody is signed in. */
export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/** Values of a query; what is empty is left out. */
export type Query = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** `?a=1&b=2`, or nothing. */
export function queryOf(values: Query): string {
  const given = Object.entries(values).filter(
    ([, value]) => value !== '' && value !== null && value !== undefined,
  );
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

async function ask<Answer>(method: string, path: string, body?: unknown): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(BASE + path, {
      method,
      credentials: 'same-origin',
      headers: body === undefined ? {} : {'Content-Type': 'application/json'},
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
  } catch {
    throw new ApiError(0, 'The server cannot be reached. Check that it runs, and try again.');
  }
  const text = await response.text();
  const answer = parsed(text);
  if (response.ok) return answer as Answer;
  const {message, faults} = (answer ?? {}) as {message?: string; faults?: Fault[]};
  if (response.status === 401 && path !== '/session') onSignedOut();
  throw new ApiError(
    response.status,
    message ?? `The server answered with ${response.status}. Try again in a moment.`,
    faults,
  );
}

function parsed(text: string): unknown {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

/** The operators' API, by paths below `/api/operator`. */
export const api = {
  get: <Answer>(path: string, query: Query = {}) => ask<Answer>('GET', path + queryOf(query)),
  post: <Answer>(path: string, body: unknown = {}) => ask<Answer>('POST', path, body),
  put: <Answer>(path: string, body: unknown) => ask<Answer>('PUT', path, body),
  patch: <Answer>(path: string, body: unknown) => ask<Answer>('PATCH', path, body),
  delete: <Answer>(path: string, body?: unknown) => ask<Answer>('DELETE', path, body),
};
