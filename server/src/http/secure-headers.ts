import type {Request, RequestHandler, Response} from 'express';
import helmet from 'helmet';

type Directives = Record<string, string[]>;

/** Of answers that are no page: nothing in them is ever run or shown. */
const DATA: Directives = {defaultSrc: ["'none'"], frameAncestors: ["'none'"]};

/** Of the server's own pages: from this origin only, nothing inline, no `eval`. */
const PAGES: Directives = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  // An agent's avatar may lie anywhere.
  imgSrc: ["'self'", 'data:', 'https:'],
  // The dashboard's controls read their own symbols from `data:`.
  connectSrc: ["'self'", 'data:', 'ws:', 'wss:'],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'self'"],
};

/**
 * Headers of every answer; what the API answers is stored nowhere. The demo is plain HTTP on many a
 * machine: a proxy in front forces TLS.
 */
export function secureHeaders(): RequestHandler {
  const unstored = {'Cache-Control': 'no-store'};
  const pages = new Map(Object.entries(headersWith(PAGES)));
  const docs = new Map(Object.entries({...headersWith(PAGES), ...unstored}));
  const data = new Map(Object.entries({...headersWith(DATA), ...unstored}));
  return ({path}, response, next) => {
    if (!/^\/api(?:\/|$)/i.test(path)) response.setHeaders(pages);
    else response.setHeaders(path.startsWith('/api/docs') ? docs : data);
    next();
  };
}

/** What helmet sets, whatever the request: asked once, and not by each request again. */
function headersWith(directives: Directives): Record<string, string> {
  const headers: Record<string, string> = {
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(self)',
  };
  const response = {
    setHeader: (name: string, value: string) => void (headers[name] = value),
    removeHeader: (name: string) => void delete headers[name],
  };
  const protect = helmet({
    strictTransportSecurity: false,
    // The browsers' own: under `no-referrer` some requests would bear `Origin: null`.
    referrerPolicy: {policy: 'strict-origin-when-cross-origin'},
    contentSecurityPolicy: {useDefaults: false, directives},
  });
  protect({} as Request, response as unknown as Response, () => {});
  return headers;
}
