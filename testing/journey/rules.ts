import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {ServerProcess} from './server.js';
import {Visitor} from './visitor.js';

/** As an operator writes it; the server gives the id. */
export interface Rule {
  name: string;
  priority: number;
  conditions: readonly object[];
  cooldown?: object;
  action?: string;
  message?: string;
}

/** A rule that opens the panel when all of these hold. */
export const rule = (...conditions: readonly object[]): Rule => ({
  name: 'Rule',
  priority: 1,
  conditions,
});

/** A site of long pages with a field and a dialog on each, and a server whose widgets have rules. */
export class SiteWithRules {
  /** Where its pages stand. */
  readonly origin = 'https://www.acme.com';
  readonly server: ServerProcess;
  readonly #folder: string;

  private constructor(server: ServerProcess, folder: string) {
    this.server = server;
    this.#folder = folder;
  }

  static async start(): Promise<SiteWithRules> {
    const folder = await mkdtemp(join(tmpdir(), 'aiw-rules-'));
    return new SiteWithRules(await ServerProcess.start({AIW_VOICE: 'off'}), folder);
  }

  async close(): Promise<void> {
    await this.server.close();
    await rm(this.#folder, {recursive: true, force: true});
  }

  /** A live widget with these rules; its token. */
  async widgetWith(...rules: Rule[]): Promise<string> {
    const file = join(this.#folder, 'triggers.json');
    await writeFile(file, JSON.stringify(rules));
    const site = ['--domain', 'acme.com', '--page-url', `${this.origin}/`];
    const {token} = await this.server.command<{token: string}>(
      ...['widget', 'create', ...site, '--modes', 'voice,text', '--live', '--triggers', file],
    );
    return token;
  }

  /** Opens a page with the tag on it; resolves once the widget knows its rules. */
  async arrive(token: string, path = '/'): Promise<Visitor> {
    const visitor = await Visitor.arrive('about:blank');
    const html = `<!doctype html><meta charset="utf-8"><title>Acme</title>
      <body style="height:3000px"><h1>Acme</h1>
      <input aria-label="Search"><dialog>Hello</dialog>
      <script src="${this.server.url}/aiw-voice-widget.js" data-widget-token="${token}"></script>`;
    await visitor.page.route(`${this.origin}/**`, route =>
      route.fulfill({contentType: 'text/html', body: html}),
    );
    await this.goTo(visitor, path);
    return visitor;
  }

  /** Loads another page of the site. */
  async goTo({page, orb}: Visitor, path: string): Promise<void> {
    const resolved = page.waitForResponse(/\/api\/widget\/resolve$/);
    await page.goto(this.origin + path);
    await resolved;
    await orb.waitFor();
  }
}
