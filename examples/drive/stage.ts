import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {ServerProcess} from '../../testing/journey/server.js';
import type {Example, Settings} from './examples.js';

const KNOWLEDGE = fileURLToPath(new URL('../../server/demo/knowledge.md', import.meta.url));
const TARGETS = [
  {label: 'Home', url: '/', aliases: ['home page', 'start page']},
  {label: 'Pricing', url: '/pricing', sectionSelector: '#plans', aliases: ['prices', 'plans']},
  {label: 'Contact', url: '/contact', aliases: ['contact page', 'get in touch']},
];

type Tokens = Readonly<Record<Example['site'], string>>;

/** The real server, with a widget for each kind of site. */
export class Stage {
  readonly server: ServerProcess;
  readonly #tokens: Tokens;

  private constructor(server: ServerProcess, tokens: Tokens) {
    this.server = server;
    this.#tokens = tokens;
  }

  static async start(): Promise<Stage> {
    const server = await ServerProcess.start({AIW_VOICE: 'off'});
    const app = await createWidget(server, 'app');
    return new Stage(server, {app, documents: await createWidget(server, 'documents')});
  }

  /** What an example of a kind is told. */
  settings(site: Example['site']): Settings {
    return {AIW_TOKEN: this.#tokens[site], AIW_BACKEND_URL: this.server.url};
  }

  close(): Promise<void> {
    return this.server.close();
  }
}

async function createWidget(server: ServerProcess, site: Example['site']): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'aiw-examples-'));
  const navigation = join(folder, 'navigation.json');
  await writeFile(navigation, JSON.stringify({enabled: true, targets: TARGETS, site}));
  const {token} = await server.command<{token: string}>(
    ...['widget', 'create', '--domain', 'localhost', '--page-url', 'http://localhost/', '--live'],
    ...['--knowledge', KNOWLEDGE, '--navigation', navigation, '--modes', 'text'],
  );
  await rm(folder, {recursive: true});
  return token;
}
