import type {RequestHandler} from 'express';
import {parseOrigin} from '../domain/admission/origin.js';

const EXPOSED = [
  'X-Request-Id',
  'Retry-After',
  'RateLimit-Limit',
  'RateLimit-Remaining',
  'RateLimit-Reset',
  'RateLimit-Policy',
].join(', ');

/** Ten minutes. */
const PREFLIGHT_SECONDS = 600;

/**
 * Lets the page read the answer, also where it is refused: the origin rule guards, not CORS.
 * Never `null`, never `*`, never credentials. Answers preflights.
 */
export const cors: RequestHandler = (request, response, next) => {
  response.setHeader('Vary', 'Origin');
  const {origin} = request.headers;
  if (origin !== undefined && parseOrigin(origin)) {
    response.setHeader('Access-Control-Allow-Origin', origin);
    response.setHeader('Access-Control-Expose-Headers', EXPOSED);
  }
  if (request.method !== 'OPTIONS') {
    next();
    return;
  }
  response.set('Access-Control-Allow-Methods', 'POST');
  response.set('Access-Control-Allow-Headers', 'Content-Type, Authorization');
  response.set('Access-Control-Max-Age', String(PREFLIGHT_SECONDS));
  response.status(204).end();
};
