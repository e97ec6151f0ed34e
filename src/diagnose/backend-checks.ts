import {WIDGET_TOKEN_PATTERN} from '../contract/token.js';
import {isPrivateHost} from './hosts.js';
import type {Facts} from './ports.js';
import {fail, ok, unknown, warn, type Outcome} from './report.js';

/** How far the clocks may be apart, in milliseconds. */
const MAX_SKEW_MS = 60_000;

const NOT_ASKED = unknown('The server did not answer: see backend.');
const NOT_REACHED = unknown('The server did not come to this: see the check before it.');

/** Whether the page's policy, and not the network, keeps the backend away. */
function isKeptAway({trials}: Facts): boolean {
  return trials.violations.some(({directive}) => directive === 'connect-src');
}

export function checkBackend(facts: Facts): Outcome {
  const {backendUrl, trials, page} = facts;
  if (isKeptAway(facts))
    return unknown("The page's Content-Security-Policy keeps it away: see csp.");
  if (trials.resolve.status === 429) {
    return warn(
      'This address has asked too often (429).',
      'Wait a minute. Behind a proxy set AIW_TRUST_PROXY on the server, or all visitors share one limit.',
    );
  }
  if (trials.resolve.status === 0) {
    if (
      page.url.startsWith('https:') &&
      backendUrl.startsWith('http:') &&
      !isPrivateHost(new URL(backendUrl).hostname)
    ) {
      return fail(
        `${backendUrl} is not secure, and this page is.`,
        `data-backend-url="${backendUrl.replace(/^http:/, 'https:')}"`,
      );
    }
    return trials.health.status === 0
      ? fail(
          `No answer from ${backendUrl}.`,
          `curl -i ${backendUrl}/healthz, and check data-backend-url`,
        )
      : fail(
          `${backendUrl} runs, and its answers cannot be read from this page.`,
          'Let the proxy before it pass OPTIONS requests and the Access-Control-* headers through unchanged.',
        );
  }
  if (trials.resolve.status >= 500) {
    return fail(`${backendUrl} answers ${trials.resolve.status}.`, "Read the server's log.");
  }
  if (trials.stream) return ok(`${backendUrl} answers, and its stream opens.`);
  return fail(
    `${backendUrl} answers, and its stream does not open.`,
    'nginx: proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade; proxy_set_header Connection "upgrade";',
  );
}

export function checkToken({token, trials: {resolve}}: Facts): Outcome {
  if (!WIDGET_TOKEN_PATTERN.test(token)) {
    return fail(
      token ? 'The token is not wt_ and 32 lower-case hexadecimal digits.' : 'There is no token.',
      'data-widget-token="wt_…", copied from the dashboard or from: aiw-server widget list --json',
    );
  }
  if (resolve.status === 401 && !resolve.code) {
    return fail(
      'The server does not know this token.',
      'Copy it again, and check that data-backend-url names the server it is from: aiw-server widget list --json',
    );
  }
  return isJudged(resolve.status) ? ok('The server knows the token.') : NOT_ASKED;
}

export function checkOrigin({page, token, trials: {resolve}}: Facts): Outcome {
  if (resolve.code?.startsWith('ORIGIN_')) {
    const {hostname} = new URL(page.url);
    return fail(
      `${page.origin} does not share a registrable domain with the widget.`,
      `aiw-server widget create --domain ${hostname} --page-url ${page.origin}/ --live`,
    );
  }
  if (!isJudged(resolve.status)) return NOT_ASKED;
  if (resolve.status === 401 || !WIDGET_TOKEN_PATTERN.test(token)) return NOT_REACHED;
  return ok(`${page.origin} may use this widget.`);
}

export function checkLive({trials: {resolve}}: Facts): Outcome {
  if (resolve.ok) return ok('The widget is live.');
  if (resolve.status === 409)
    return fail('The widget is not live.', 'aiw-server widget publish ID');
  return isJudged(resolve.status) ? NOT_REACHED : NOT_ASKED;
}

export function checkClock({trials: {health}, nowMs}: Facts): Outcome {
  if (health.dateMs === null) return unknown('The server did not tell its time.');
  const skewMs = nowMs - health.dateMs;
  if (Math.abs(skewMs) <= MAX_SKEW_MS) return ok("This device's clock and the server's agree.");
  const how = `${Math.round(Math.abs(skewMs) / 1000)} s ${skewMs > 0 ? 'ahead of' : 'behind'}`;
  return warn(
    `This device's clock is ${how} the server's: visitor tokens may be taken for expired, or for future ones.`,
    'Set the clock of the device, or of the server: timedatectl set-ntp true',
  );
}

export function checkLocalNetwork({page, backendUrl}: Facts): Outcome {
  const isNear = isPrivateHost(new URL(backendUrl).hostname);
  if (!isNear || isPrivateHost(new URL(page.url).hostname)) {
    return ok('The page does not reach into a local network.');
  }
  const found = `The page is public and ${backendUrl} is in a local network.`;
  if (page.localNetworkPermission === 'granted') return ok(`${found} The browser allows it.`);
  if (page.localNetworkPermission === null) return unknown(`${found} This browser does not tell.`);
  return (page.localNetworkPermission === 'denied' ? fail : warn)(
    found,
    'Give the server a public address, or allow local network access for this page in the site settings.',
  );
}

/** Whether the server looked at the request, whatever it made of it. */
function isJudged(status: number): boolean {
  return status > 0 && status < 500 && status !== 429;
}
