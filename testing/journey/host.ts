import {createServer, type IncomingMessage, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A page of a host site. */
export interface HostPage {
  html: string;
  headers?: Readonly<Record<string, string>>;
}

/** Somebody's site, on a port of its own: its pages by path, with their real headers. */
export class HostSite {
  readonly port: number;
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  static async start(pages: Readonly<Record<string, HostPage>>): Promise<HostSite> {
    const server = createServer((request: IncomingMessage, response) => {
      const page = pages[request.url ?? ''];
      response.writeHead(page ? 200 : 404, {
        'Content-Type': 'text/html; charset=utf-8',
        ...page?.headers,
      });
      response.end(page?.html ?? 'Not found');
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return new HostSite(server);
  }

  /** Address of a page; `host` is a name that leads to this machine. */
  url(path: string, host = 'localhost'): string {
    return `http://${host}:${this.port}${path}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}

/** A page with one heading and `body`. */
export function page(body: string, headers?: HostPage['headers']): HostPage {
  const html = `<!doctype html><html lang="en"><meta charset="utf-8">
    <link rel="icon" href="data:,"><title>Host</title><h1>Host</h1>${body}</html>`;
  return {html, headers};
}
