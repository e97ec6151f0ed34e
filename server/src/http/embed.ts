import {join} from 'node:path';
import {Router, type Request, type Response} from 'express';
import {sendPrecompressed} from './precompressed.js';

/**
 * The script tag's file and the ES module, revalidated; their chunks, immutable.
 *
 * @param directory - Where the bundles lie; it may be empty while nothing is built.
 */
export function embedRoutes(directory: string): Router {
  const router = Router();
  router.get(/^\/(aiw-voice-widget\.m?js(?:\.map)?)$/, (request, response) => {
    sendScript(request, response, {root: directory, name: request.params[0], isImmutable: false});
  });
  router.get(/^\/chunks\/((?:[\w-]+\/)?[\w-][\w.-]*)$/, (request, response) => {
    const root = join(directory, 'chunks');
    sendScript(request, response, {root, name: request.params[0], isImmutable: true});
  });
  return router;
}

/** Any site loads these, under any embedder policy. */
function sendScript(
  request: Request,
  response: Response,
  file: Parameters<typeof sendPrecompressed>[2],
): void {
  response.set('Access-Control-Allow-Origin', '*');
  response.set('Cross-Origin-Resource-Policy', 'cross-origin');
  sendPrecompressed(request, response, file);
}
