/** Serves a folder on `PORT`, and its `index.html` for each path that is no file: an app's router has those. */
import {readFile} from 'node:fs/promises';
import {createServer} from 'node:http';
import {extname, join, resolve} from 'node:path';

const folder = resolve(process.argv[2] ?? '.');
const TYPES = {'.js': 'text/javascript', '.css': 'text/css', '.html': 'text/html; charset=utf-8'};

const server = createServer(async (request, response) => {
  const {pathname} = new URL(request.url ?? '/', 'http://localhost');
  const name = extname(pathname) ? pathname : '/index.html';
  const content = await readFile(join(folder, name)).catch(() => null);
  response.writeHead(content ? 200 : 404, {'Content-Type': TYPES[extname(name)] ?? 'text/plain'});
  response.end(content);
});
server.listen(Number(process.env.PORT));
