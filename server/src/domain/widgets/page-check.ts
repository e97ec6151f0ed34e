/** One thing about a page that the widget needs. */
export interface PageFinding {
  about: 'reachable' | 'https' | 'permissions-policy' | 'csp' | 'tag';
  verdict: 'ok' | 'warning' | 'fault';
  message: string;
  /** A line to paste: a header, or the tag. */
  paste?: string;
}

/** Whether a page will let the widget work. */
export interface PageCheck {
  findings: PageFinding[];
}

/** A page as it was fetched. */
export interface FetchedPage {
  url: string;
  headers: {permissionsPolicy: string | null; csp: string | null};
  html: string;
}

/** @param server - Where the widget comes from, as an origin. */
export function judgePage(page: FetchedPage, server: string): PageCheck {
  return {
    findings: [
      httpsFinding(page.url),
      policyFinding(page.headers.permissionsPolicy),
      cspFinding(page.headers.csp, server),
      tagFinding(page.html),
    ],
  };
}

function httpsFinding(url: string): PageFinding {
  const {protocol, hostname} = new URL(url);
  if (protocol === 'https:') {
    return {about: 'https', verdict: 'ok', message: 'The page is served over HTTPS.'};
  }
  const isLocal = /^(?:localhost|127\.0\.0\.1|\[::1\])$|\.localhost$/.test(hostname);
  return isLocal
    ? {about: 'https', verdict: 'ok', message: 'Plain HTTP is fine on this machine.'}
    : {
        about: 'https',
        verdict: 'fault',
        message: 'The page is plain HTTP: browsers give it no microphone. Serve it over HTTPS.',
      };
}

function policyFinding(policy: string | null): PageFinding {
  const about = 'permissions-policy';
  const microphone = /(?:^|,)\s*microphone\s*=\s*(\([^)]*\)|\*|self)/i.exec(policy ?? '')?.[1];
  if (microphone === undefined) {
    return {about, verdict: 'ok', message: 'No Permissions-Policy keeps the microphone away.'};
  }
  return /\*|self/.test(microphone)
    ? {about, verdict: 'ok', message: 'The Permissions-Policy allows the microphone.'}
    : {
        about,
        verdict: 'fault',
        message: 'The Permissions-Policy header denies the microphone. Send this in its place.',
        paste: `Permissions-Policy: ${(policy ?? '').replace(/(^|,\s*)microphone\s*=\s*\([^)]*\)/i, '$1microphone=(self)')}`,
      };
}

/** What the widget fetches from its server, by the directive that must allow it. */
const NEEDS = [
  ['script-src', ''],
  ['connect-src', ' ws'],
] as const;

function cspFinding(csp: string | null, server: string): PageFinding {
  const about = 'csp';
  if (!csp) return {about, verdict: 'ok', message: 'No Content-Security-Policy is in the way.'};
  const directives = directivesOf(csp);
  const missing = NEEDS.filter(([name]) => {
    const sources = directives.get(name) ?? directives.get('default-src');
    return sources !== undefined && !allows(sources, server);
  });
  if (missing.length === 0) {
    return {about, verdict: 'ok', message: 'The Content-Security-Policy lets the widget work.'};
  }
  const socket = server.replace(/^http/, 'ws');
  for (const [name, also] of missing) {
    const sources = directives.get(name) ?? directives.get('default-src') ?? [];
    const kept = sources.filter(source => source !== "'none'");
    directives.set(name, [...kept, server, ...(also ? [socket] : [])]);
  }
  const line = [...directives].map(([name, sources]) => [name, ...sources].join(' ')).join('; ');
  return {
    about,
    verdict: 'fault',
    message: `The Content-Security-Policy keeps the widget out (${missing.map(([name]) => name).join(', ')}). Send this in its place.`,
    paste: `Content-Security-Policy: ${line}`,
  };
}

function directivesOf(csp: string): Map<string, string[]> {
  const parts = csp.split(';').map(part => part.trim().split(/\s+/));
  return new Map(
    parts.filter(([name]) => name).map(([name = '', ...sources]) => [name.toLowerCase(), sources]),
  );
}

/** Whether a source list lets something be fetched from the server. */
function allows(sources: readonly string[], server: string): boolean {
  const {protocol, host, hostname} = new URL(server);
  return sources.some(source => {
    if (source === '*' || source === protocol || source === "'strict-dynamic'") return true;
    if (source.startsWith("'nonce-")) return true;
    const bare = source.replace(/^[a-z]+:\/\//i, '').replace(/\/.*$/, '');
    if (bare.startsWith('*.')) return hostname.endsWith(bare.slice(1).replace(/:.*$/, ''));
    return bare === host;
  });
}

function tagFinding(html: string): PageFinding {
  const about = 'tag';
  return /data-widget-token\s*=|<aiw-voice-widget/i.test(html)
    ? {about, verdict: 'ok', message: 'The widget’s tag is on the page.'}
    : {about, verdict: 'warning', message: 'The widget’s tag is not on the page yet.'};
}
