/** A site of ordinary documents, each loaded in full, with the widget on every page. */
import {mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {ServerProcess} from './server.js';
import {until, Visitor, type Seen, type Visit} from './visitor.js';

export const SITE = 'https://www.acme.com';
const PAGES = fileURLToPath(new URL('../../e2e/hosts/navigation/', import.meta.url));
const NAVIGATION = {
  enabled: true,
  targets: [
    {label: 'Pricing', url: '/pricing', sectionSelector: '#plans'},
    {label: 'Contact', url: '/contact'},
  ],
  site: 'documents',
};
const KNOWLEDGE = '# Plans\n\nThe Starter plan costs $19 a month.\n';

/** A session as `aiw-server sessions show` prints it. */
interface Details {
  id: string;
  endReason: string | null;
  turns: {role: string; text: string}[];
  pages: {url: string}[];
}

/** Makes a live widget that knows the plans and leads to pricing and contact; gives its token. */
export async function createGuide(server: ServerProcess): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aiw-documents-'));
  const files = {navigation: JSON.stringify(NAVIGATION), knowledge: KNOWLEDGE};
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const {token} = await server.command<{token: string}>(
    ...['widget', 'create', '--domain', 'acme.com', '--page-url', `${SITE}/`, '--live'],
    ...['--modes', 'voice,text', '--navigation', join(folder, 'navigation')],
    ...['--knowledge', join(folder, 'knowledge')],
  );
  await rm(folder, {recursive: true});
  return token;
}

/** The site with a server of its own. */
export class DocumentSite {
  readonly server: ServerProcess;
  readonly #token: string;

  private constructor(server: ServerProcess, token: string) {
    this.server = server;
    this.#token = token;
  }

  /** `env` is the server's. */
  static async open(env: Record<string, string> = {}): Promise<DocumentSite> {
    const server = await ServerProcess.start(env);
    return new DocumentSite(server, await createGuide(server));
  }

  /** Puts its first page before a visitor. */
  async receive(visit: Visit = {}): Promise<Visitor> {
    const visitor = await Visitor.arrive('about:blank', visit);
    await visitor.page.context().route(`${SITE}/**`, async route => {
      const name = new URL(route.request().url()).pathname.slice(1) || 'index';
      const html = await readFile(join(PAGES, `${name}.html`), 'utf8').catch(() => null);
      if (html === null) return route.fulfill({status: 404});
      const body = html.replace('%TAG%', `${this.server.url}/aiw-voice-widget.js`);
      return route.fulfill({contentType: 'text/html', body: body.replace('%TOKEN%', this.#token)});
    });
    await visitor.page.goto(`${SITE}/`);
    return visitor;
  }

  /** The one session there has been. */
  async onlySession(): Promise<Details> {
    const {sessions} = await this.server.command<{sessions: {id: string}[]}>('sessions', 'list');
    const [session] = sessions;
    if (!session || sessions.length > 1) throw new Error(`${sessions.length} sessions, not one.`);
    return {
      ...(await this.server.command<Details>('sessions', 'show', session.id)),
      id: session.id,
    };
  }

  close(): Promise<void> {
    return this.server.close();
  }
}

/** The frames of a type. */
export const framesOf = (list: readonly Seen[], type: string) =>
  list.filter(({frame}) => frame.type === type).map(({frame}) => frame);

/** Waits until the call goes on on a page that was loaded after `hellos` others. */
export async function resumed(visitor: Visitor, hellos = 1): Promise<void> {
  await until(
    () => framesOf(visitor.received, 'ready').filter(frame => frame.resumed).length >= hellos,
    () => `The call was not resumed: ${JSON.stringify(framesOf(visitor.sent, 'hello'))}`,
  );
}
