import type {Facts, Violation} from './ports.js';
import {fail, ok, unknown, warn, type Outcome} from './report.js';

/** The line that lets the page use the microphone. */
const POLICY_LINE = 'Permissions-Policy: microphone=(self)';

export function checkSecureContext({page}: Facts): Outcome {
  if (page.isSecure) return ok('The page is secure.');
  const https = page.url.replace(/^http:/, 'https:');
  return fail(
    'The page is not secure: browsers give it no microphone.',
    `Serve it over HTTPS (localhost is exempt): ${https}`,
  );
}

export function checkFrame({page}: Facts): Outcome {
  if (page.origin === 'null') {
    return fail(
      'The page has no origin of its own: a sandboxed iframe, or a file.',
      '<iframe sandbox="allow-scripts allow-same-origin" allow="microphone" …>',
    );
  }
  if (!page.isFramed) return ok('The page is not in an iframe.');
  if (page.policyAllowsMicrophone !== false)
    return ok('The page is in an iframe that may use the microphone.');
  return fail(
    page.allow === null
      ? 'The page is in an iframe without allow="microphone".'
      : `The page is in an iframe that may not use the microphone: allow="${page.allow}".`,
    `<iframe allow="microphone" …>, and on the page around it: Permissions-Policy: microphone=(self "${page.origin}")`,
  );
}

export function checkPermissionsPolicy({page}: Facts): Outcome {
  if (page.policyAllowsMicrophone === null) return unknown('This browser does not tell.');
  if (page.policyAllowsMicrophone) return ok('The page may use the microphone.');
  if (page.isFramed || page.origin === 'null') return unknown('The iframe decides: see there.');
  return fail("The page's own Permissions-Policy header forbids the microphone.", POLICY_LINE);
}

/** Directives that the widget needs, with what has to be in them. */
function lineFor({directive}: Violation, backendUrl: string): string {
  const {origin} = new URL(backendUrl);
  const stream = origin.replace(/^http/, 'ws');
  const name = directive.replace(/-(?:elem|attr)$/, '');
  if (name === 'connect-src') return `connect-src ${origin} ${stream}`;
  if (name === 'script-src' || name === 'worker-src') return `script-src ${origin}`;
  if (/trusted-types/.test(name)) return 'trusted-types lit-html';
  return `${name} ${origin}`;
}

export function checkCsp({trials, backendUrl}: Facts): Outcome {
  const {violations, worklet} = trials;
  if (violations.length > 0) {
    const what = violations.map(({directive, blocked}) => `${directive} blocks ${blocked}`);
    const lines = violations.map(violation => lineFor(violation, backendUrl));
    return fail(
      `The page's Content-Security-Policy: ${[...new Set(what)].join('; ')}.`,
      `Content-Security-Policy: ${[...new Set(lines)].join('; ')}`,
    );
  }
  if (worklet === false) {
    return warn(
      'The policy keeps the audio worklet out: audio runs on the main thread.',
      `Content-Security-Policy: script-src ${new URL(backendUrl).origin}, or 'strict-dynamic' beside the nonce`,
    );
  }
  return ok('Nothing that the widget needs is blocked.');
}

export function checkLit({page}: Facts): Outcome {
  const copies = Object.values(page.lit).filter(versions => versions.length > 1);
  if (copies.length === 0) return ok('Lit is on the page once.');
  const versions = [...new Set(copies.flat())].join(', ');
  return warn(
    `Lit is on the page more than once (${versions}).`,
    "Where your page is built with Lit, import the widget from npm, so that there is one: import 'aiw-voice-widget/define'",
  );
}

export function checkStorage({page}: Facts): Outcome {
  if (page.blockedStorage.length === 0) return ok('Storage can be used.');
  return warn(
    `${page.blockedStorage.join(' and ')} cannot be used: cooldowns, repeat visits and captures that wait for the server last as long as the page.`,
    'Allow site data for this page in the browser, and allow-same-origin on a sandboxed iframe.',
  );
}
