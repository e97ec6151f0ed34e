import {createServer, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import type {TestContext} from 'node:test';

/** What a path of {@link testSite} answers: HTML, or anything by hand. */
export type SitePage = string | ((response: ServerResponse) => void);

/** A site of ordinary documents on loopback, with what it was asked for. */
export async function testSite(t: TestContext, pages: Readonly<Record<string, SitePage>>) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    asked.push(path);
    const page = pages[path];
    if (page === undefined) response.writeHead(404).end();
    else if (typeof page === 'function') page(response);
    else response.writeHead(200, {'content-type': 'text/html; charset=utf-8'}).end(page);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  const {port} = server.address() as AddressInfo;
  return {url: `http://localhost:${port}`, port, asked};
}

/** A redirect. */
export const redirect = (to: string) => (response: ServerResponse) =>
  void response.writeHead(302, {location: to}).end();

/** A body of some other type. */
export const file = (contentType: string, body: string) => (response: ServerResponse) =>
  void response.writeHead(200, {'content-type': contentType}).end(body);
