/** Serves `site/` with the widget's token and server filled in, as a template language would do. */
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname} from 'node:path';

const {AIW_TOKEN = '', AIW_BACKEND_URL = 'http://localhost:8787', PORT = '4000'} = process.env;
const SITE = new URL('site/', import.meta.url);
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

const server = createServer(async (request, response) => {
  const {pathname} = new URL(request.url ?? '/', 'http://localhost');
  const name = /^\/[\w-]+(?:\.\w+)?$/.test(pathname) ? pathname.slice(1) : 'index';
  const file = extname(name) ? name : `${name}.html`;
  try {
    const text = await readFile(new URL(file, SITE), 'utf8');
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'text/plain');
    response.end(
      text.replaceAll('%AIW_TOKEN%', AIW_TOKEN).replaceAll('%AIW_BACKEND_URL%', AIW_BACKEND_URL),
    );
  } catch {
    response.writeHead(404).end('Not found');
  }
});
server.listen(Number(PORT), () => console.log(`http://localhost:${PORT}`));
