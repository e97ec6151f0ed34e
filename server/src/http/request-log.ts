import {randomUUID} from 'node:crypto';
import type {RequestHandler} from 'express';

/** What is known of a request once it is answered: nothing of its visitor, its token or its body. */
export interface RequestEntry {
  requestId: string;
  method: string;
  /** A pattern from a fixed list, never an address as it was asked for. */
  route: Route;
  status: number;
  /** The code of a refusal, where it has one. */
  code?: string;
  /** Of the session it began or belongs to. */
  sessionId?: string;
  ms: number;
  /** The visitor went away before the answer was out. */
  aborted?: true;
}

const ROUTES = [
  ['/api/widget/resolve', /^\/api\/widget\/resolve\/?$/],
  ['/api/sessions', /^\/api\/sessions\/?$/],
  ['/api/sessions/:id/captures', /^\/api\/sessions\/[^/]+\/captures\/?$/],
  ['/api/sessions/:id/feedback', /^\/api\/sessions\/[^/]+\/feedback\/?$/],
  ['operator', /^\/api\/operator\//],
  ['dashboard', /^\/dashboard(\/|$)/],
  ['/api/openapi.json', /^\/api\/openapi\.json$/],
  ['/api/docs', /^\/api\/docs(\/|$)/],
  ['/healthz', /^\/healthz$/],
  ['/readyz', /^\/readyz$/],
  ['script', /^\/aiw-voice-widget\.m?js(\.map)?$/],
  ['chunks', /^\/chunks\//],
] as const;

/** Where a request went: an endpoint, a kind of file, or `other`. */
export type Route = (typeof ROUTES)[number][0] | 'other';

/** An id that somebody in front has given: letters, digits and a few signs, which say nothing in a log. */
const GIVEN_ID = /^[\w.-]{8,64}$/;
const HEADER = 'X-Request-Id';

const METHODS = ['GET', 'HEAD', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'];

/**
 * Gives each request an id, which its answer bears, and tells of each that was answered.
 *
 * What handlers know of it they leave in `response.locals`: `code`, `sessionId`.
 */
export function requestLog(onAnswered: (entry: RequestEntry) => void): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now();
    const given = request.get(HEADER);
    const requestId = given !== undefined && GIVEN_ID.test(given) ? given : randomUUID();
    response.set(HEADER, requestId);
    const {method, path} = request;
    response.once('close', () => {
      const {code, sessionId} = response.locals as Pick<RequestEntry, 'code' | 'sessionId'>;
      onAnswered({
        requestId,
        method: METHODS.includes(method) ? method : 'other',
        route: routeOf(path),
        status: response.statusCode,
        ...(code !== undefined && {code}),
        ...(sessionId !== undefined && {sessionId}),
        ms: Math.round((performance.now() - startedAt) * 10) / 10,
        ...(!response.writableFinished && {aborted: true}),
      });
    });
    next();
  };
}

function routeOf(path: string): Route {
  return ROUTES.find(([, pattern]) => pattern.test(path))?.[0] ?? 'other';
}
