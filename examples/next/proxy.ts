import {NextResponse, type NextRequest} from 'next/server';
import {backendUrl} from './lib/settings';

/** Gives each page a policy under which only scripts with this answer's nonce run. */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64');
  const policy = policyOf(nonce);
  // Next.js reads the nonce from here and gives it to its own scripts.
  const headers = new Headers(request.headers);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({request: {headers}});
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('Permissions-Policy', 'microphone=(self)');
  return response;
}

/** What `next dev` needs to replace modules while the page is open. */
const isDevelopment = process.env.NODE_ENV === 'development';
const DEV_SCRIPTS = isDevelopment ? " 'unsafe-eval'" : '';
const DEV_STYLES = isDevelopment ? " 'unsafe-inline'" : '';

function policyOf(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${DEV_SCRIPTS}`,
    `style-src 'self'${DEV_STYLES}`,
    "img-src 'self' data:",
    `connect-src 'self' ${backendUrl} ${backendUrl.replace(/^http/, 'ws')}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export const config = {matcher: '/((?!_next/static|favicon.ico).*)'};
