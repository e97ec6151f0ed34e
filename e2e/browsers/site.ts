import {createGuide} from '../../testing/journey/documents.js';
import {HostSite, type HostPage} from '../../testing/journey/host.js';
import {ServerProcess} from '../../testing/journey/server.js';

/** Notes what goes wrong on a page, from its first line on. */
const WATCH = `
  window.hostSeen = {id: Math.random(), faults: []};
  const note = text => window.hostSeen.faults.push(text);
  addEventListener('error', event => note('error: ' + (event.message || event.target?.src)), true);
  addEventListener('unhandledrejection', event => note('rejected: ' + event.reason));
  document.addEventListener('securitypolicyviolation', event =>
    note('policy: ' + event.violatedDirective + ' ' + event.blockedURI));
  const {warn, error} = console;
  console.warn = (...words) => (window.hostSeen.warnings ??= []).push(words.join(' ')) && warn(...words);
  console.error = (...words) => note(words.join(' ')) || error(...words);
`;

/** A site of three documents under a strict policy, and the server of its widget. */
export class StrictSite {
  readonly server: ServerProcess;
  readonly #host: HostSite;

  private constructor(server: ServerProcess, host: HostSite) {
    this.server = server;
    this.#host = host;
  }

  /** Starts both; `env` is the server's. */
  static async start(env: Record<string, string>): Promise<StrictSite> {
    const server = await ServerProcess.start(env);
    const token = await createGuide(server);
    const page = (title: string, body: string) => pageOf(server.url, token, title, body);
    const host = await HostSite.start({
      '/': page('Acme', '<p>We make things.</p>'),
      '/pricing': page('Pricing', '<p>Prices.</p><h2 id="plans">Plans</h2><p>Three of them.</p>'),
      '/contact': page('Contact', '<p>Write to us.</p>'),
    });
    return new StrictSite(server, host);
  }

  url(path: string): string {
    return this.#host.url(path);
  }

  async close(): Promise<void> {
    await this.#host.close();
    await this.server.close();
  }
}

function pageOf(server: string, token: string, title: string, body: string): HostPage {
  const stream = server.replace('http', 'ws');
  const policy = [
    "default-src 'none'",
    `script-src ${server} 'nonce-host'`,
    `connect-src ${server} ${stream}`,
    `worker-src ${server}`,
    'img-src data:',
    "base-uri 'none'",
  ];
  return {
    html: `<!doctype html><html lang="en"><meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <link rel="icon" href="data:,"><title>${title}</title>
      <script nonce="host">${WATCH}</script>
      <script src="${server}/aiw-voice-widget.js" data-widget-token="${token}" defer></script>
      <h1>${title}</h1>${body}<a href="/contact">Contact</a></html>`,
    headers: {
      'Content-Security-Policy': policy.join('; '),
      'Permissions-Policy': 'microphone=(self)',
    },
  };
}
