import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {fileURLToPath} from 'node:url';
import {ServerProcess} from '../../testing/journey/server.js';
import {htmlOf, tagOf, type Backend, type HostPage} from './host-page.js';

const KNOWLEDGE = fileURLToPath(new URL('../../server/demo/knowledge.md', import.meta.url));

/** Somebody else's site on an origin of its own, and the widget's server beside it. */
export class HostSite {
  readonly server: ServerProcess;
  readonly url: string;
  /** Of the widget that the pages' tag names. */
  readonly token: string;
  readonly backend: Backend;
  readonly #http: Server;
  readonly #pages = new Map<string, {html: string; headers: Record<string, string>}>();

  private constructor(server: ServerProcess, http: Server, token: string) {
    this.server = server;
    this.token = token;
    this.backend = {origin: server.url, stream: server.url.replace('http', 'ws')};
    this.url = `http://localhost:${(http.address() as AddressInfo).port}`;
    this.#http = http;
    http.on('request', (request, response) => {
      const page = this.#pages.get(request.url?.split('?')[0] ?? '');
      response.writeHead(page ? 200 : 404, {'Content-Type': 'text/html', ...page?.headers});
      response.end(page?.html);
    });
  }

  /** Starts both; `env` is the server's. */
  static async start(env: Record<string, string> = {}): Promise<HostSite> {
    const server = await ServerProcess.start(env);
    const http = createServer();
    await new Promise<void>(resolve => http.listen(0, '127.0.0.1', resolve));
    return new HostSite(server, http, (await createWidget(server)).token);
  }

  /** Puts a page at a path and gives its address. */
  add(path: string, host: HostPage, tag = tagOf(host, this.backend, this.token)): string {
    const headers = host.headers?.(this.backend) ?? {};
    this.#pages.set(path, {html: htmlOf(host, tag), headers});
    return this.url + path;
  }

  async close(): Promise<void> {
    this.#http.closeAllConnections();
    this.#http.close();
    await this.server.close();
  }
}

/** Makes a live widget that knows what the demo's knows. */
export function createWidget(
  server: ServerProcess,
  ...more: string[]
): Promise<{id: string; token: string; secret: string}> {
  const site = ['--domain', 'acme.com', '--page-url', 'https://acme.com/'];
  return server.command(
    ...['widget', 'create', ...site, '--knowledge', KNOWLEDGE, '--live'],
    ...more,
  );
}
