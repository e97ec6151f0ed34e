import type {Request} from 'express';

/**
 * Whether a request is of the dashboard's own pages, or of no page at all: the cookie alone says
 * who somebody is, not what they wanted.
 *
 * Beside `SameSite=Strict`, for the pages of a sibling domain. Reading is of no use to a foreign
 * page, which is shown no answer.
 */
export function isFromHere(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  const site = request.get('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = request.get('origin');
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}
