import type {Backend, HostPage} from './host-page.js';

const NONCE = 'cmFuZG9t';

/** A policy that allows nothing but `directives` and the page's own icon. */
const csp =
  (directives: (backend: Backend) => string) =>
  (backend: Backend): Record<string, string> => ({
    'Content-Security-Policy': `default-src 'none'; img-src data:; ${directives(backend)}`,
    'Permissions-Policy': 'microphone=(self)',
  });

const connect = ({origin, stream}: Backend) => `connect-src ${origin} ${stream}`;
const trustedTypes = "require-trusted-types-for 'script'; trusted-types lit-html";

/** A page that allows the widget by a policy, and how audio runs there. */
export interface PolicyPage extends HostPage {
  /** `script`: the policy keeps the worklet out, and Chromium says that its stand-in is old. */
  audio: 'worklet' | 'script';
}

/** The strictest policies of each kind under which the widget works, as docs/csp.md has them. */
export const policies: readonly PolicyPage[] = [
  {
    name: 'that allows the server by name and nothing else',
    headers: csp(backend => `script-src ${backend.origin}; ${connect(backend)}`),
    audio: 'worklet',
  },
  {
    name: 'that allows scripts by nonce alone',
    headers: csp(backend => `script-src 'nonce-${NONCE}'; ${connect(backend)}`),
    tag: `nonce="${NONCE}"`,
    audio: 'script',
  },
  {
    name: 'that allows scripts by nonce and what they load',
    headers: csp(backend => `script-src 'nonce-${NONCE}' 'strict-dynamic'; ${connect(backend)}`),
    tag: `nonce="${NONCE}"`,
    audio: 'worklet',
  },
  {
    name: 'that enforces Trusted Types',
    headers: csp(backend => `script-src ${backend.origin}; ${connect(backend)}; ${trustedTypes}`),
    audio: 'worklet',
  },
];
