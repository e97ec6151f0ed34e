import {existsSync} from 'node:fs';
import {join} from 'node:path';
import type {Request, Response} from 'express';

const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
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
 * Sends a built file, in its smallest form that the browser takes; 404 where there is none.
 *
 * @param name - Within `root`, without a step upwards.
 */
export function sendPrecompressed(
  request: Request,
  response: Response,
  {root, name, isImmutable}: {root: string; name: string; isImmutable: boolean},
): void {
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)];
  if (!type || !existsSync(join(root, name))) {
    response.set('Cache-Control', 'no-store').type('text').status(404);
    response.send('There is no such file. Where nothing is built yet: npm run build.\n');
    return;
  }
  response.set('Cache-Control', isImmutable ? IMMUTABLE : REVALIDATED);
  response.set('Content-Type', type).vary('Accept-Encoding');
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
