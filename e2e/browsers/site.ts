import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {HostSite, type HostPage} from '../../testing/journey/host.js';
import {ServerProcess} from '../../testing/journey/server.js';

const NAVIGATION = {
  enabled: true,
  targets: [
    {label: 'Pricing', url: '/pricing', sectionSelector: '#plans'},
    {label: 'Contact', url: '/contact'},
  ],
  site: 'documents',
};
const KNOWLEDGE = '# Plans\n\nThe Starter plan costs $19 a month.\n';

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
  readonly #folder: string;

  private constructor(server: ServerProcess, host: HostSite, folder: string) {
    this.server = server;
    this.#host = host;
    this.#folder = folder;
  }

  /** Starts both; `env` is the server's. */
  static async start(env: Record<string, string>): Promise<StrictSite> {
    const server = await ServerProcess.start(env);
    const folder = await mkdtemp(join(tmpdir(), 'aiw-engines-'));
    const files = {navigation: JSON.stringify(NAVIGATION), knowledge: KNOWLEDGE};
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    const {token} = await server.command<{token: string}>(
      ...['widget', 'create', '--domain', 'acme.com', '--page-url', 'https://acme.com/', '--live'],
      ...['--navigation', join(folder, 'navigation'), '--knowledge', join(folder, 'knowledge')],
    );
    const page = (title: string, body: string) => pageOf(server.url, token, title, body);
    const host = await HostSite.start({
      '/': page('Acme', '<p>We make things.</p>'),
      '/pricing': page('Pricing', '<p>Prices.</p><h2 id="plans">Plans</h2><p>Three of them.</p>'),
      '/contact': page('Contact', '<p>Write to us.</p>'),
    });
    return new StrictSite(server, host, folder);
  }

  url(path: string): string {
    return this.#host.url(path);
  }

  async close(): Promise<void> {
    await this.#host.close();
    await this.server.close();
    await rm(this.#folder, {recursive: true, force: true});
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
