/** A server that renders whole pages; htmx swaps their bodies. */
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {createRequire} from 'node:module';
import {layout} from './site/layout.mjs';
import {pages} from './site/pages.mjs';

const {AIW_TOKEN = '', AIW_BACKEND_URL = 'http://localhost:8787', PORT = '4000'} = process.env;
const htmx = createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js');
const FILES = {
  '/site.css': [new URL('site/site.css', import.meta.url), 'text/css'],
  '/agent.js': [new URL('site/agent.js', import.meta.url), 'text/javascript'],
  '/htmx.js': [htmx, 'text/javascript'],
};

const server = createServer(async (request, response) => {
  const {pathname} = new URL(request.url ?? '/', 'http://localhost');
  const [file, type] = FILES[pathname] ?? [];
  if (file) {
    response.setHeader('Content-Type', type);
    response.end(await readFile(file));
    return;
  }
  const page = pages[pathname];
  response.writeHead(page ? 200 : 404, {'Content-Type': 'text/html; charset=utf-8'});
  const settings = {token: AIW_TOKEN, backendUrl: AIW_BACKEND_URL};
  response.end(page ? layout({...page, path: pathname, ...settings}) : 'Not found');
});
server.listen(Number(PORT), () => console.log(`http://localhost:${PORT}`));
