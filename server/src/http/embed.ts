import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {Router, type Request, type Response} from 'express';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  map: 'application/json; charset=utf-8',
  css: 'text/css; charset=utf-8',
  wasm: 'application/wasm',
};

const REVALIDATED = 'public, max-age=0, must-revalidate';
const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Precompressed forms that may lie beside a file, best first. */
const ENCODINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

/**
 * The script tag's file and the ES module, revalidated; their chunks, immutable.
 *
 * @param directory - Where the bundles lie; it may be empty while nothing is built.
 */
export function embedRoutes(directory: string): Router {
  const router = Router();
  router.get(/^\/(aiw-voice-widget\.m?js(?:\.map)?)$/, (request, response) => {
    sendScript(request, response, directory, request.params[0], REVALIDATED);
  });
  router.get(/^\/chunks\/((?:[\w-]+\/)?[\w-][\w.-]*)$/, (request, response) => {
    sendScript(request, response, join(directory, 'chunks'), request.params[0], IMMUTABLE);
  });
  return router;
}

function sendScript(
  request: Request,
  response: Response,
  root: string,
  name: string,
  cacheControl: string,
): void {
  // Any site loads these, under any embedder policy.
  response.set('Access-Control-Allow-Origin', '*');
  response.set('Cross-Origin-Resource-Policy', 'cross-origin');
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
  if (!type || !existsSync(join(root, name))) {
    response.set('Cache-Control', 'no-store').type('text').status(404);
    response.send('There is no such file. Where the widget is not built yet: npm run build.\n');
    return;
  }
  response.set('Cache-Control', cacheControl).set('Content-Type', type).vary('Accept-Encoding');
  const [encoding, extension] = chosenEncoding(request, join(root, name));
  if (encoding) response.set('Content-Encoding', encoding);
  response.sendFile(name + extension, {
    root,
    cacheControl: false,
    // Ranges of a compressed form are of no use to anybody.
    acceptRanges: false,
  });
}

function chosenEncoding(request: Request, file: string): readonly [string | null, string] {
  const found = ENCODINGS.find(
    ([encoding, extension]) =>
      request.acceptsEncodings(encoding) === encoding && existsSync(file + extension),
  );
  return found ?? [null, ''];
}
