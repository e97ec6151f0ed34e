import {join} from 'node:path';
import {Router, type Request, type Response} from 'express';
import type {KeptWidget} from '../domain/widgets/kept-widget.js';
import {sendPrecompressed} from './precompressed.js';

/** What may be asked for below a version's own address. */
const PINNED = /^\/v(\d+\.\d+\.\d+(?:-[\w.-]+)?)\/((?:chunks\/[\w-]+\/)?[\w-][\w.-]*)$/;

/**
 * The script tag's file, the ES module and their integrity, revalidated; their chunks, immutable.
 *
 * Each kept version has an address of its own, `/v1.4.0/aiw-voice-widget.js`, that never changes.
 *
 * @param directory - Where the newest bundles lie; it may be empty while nothing is built.
 */
export function embedRoutes(directory: string, kept: readonly KeptWidget[]): Router {
  const router = Router();
  router.get(/^\/(aiw-voice-widget\.m?js(?:\.map)?|integrity\.json)$/, (request, response) => {
    send(request, response, {root: directory, name: request.params[0], isImmutable: false});
  });
  router.get(PINNED, (request, response, next) => {
    const {0: version, 1: name} = request.params;
    const root = kept.find(widget => widget.version === version)?.folder;
    if (root === undefined) return next();
    return send(request, response, {root, name, isImmutable: true});
  });
  router.get(/^\/chunks\/(?:([\w-]+)\/)?([\w-][\w.-]*)$/, (request, response) => {
    const {0: graph = '', 1: file} = request.params;
    // A page that has been open during an upgrade asks for chunks of the version before.
    const older = kept.find(({chunks}) => chunks.includes(graph))?.folder ?? directory;
    const root = join(older, 'chunks');
    send(request, response, {root, name: graph ? `${graph}/${file}` : file, isImmutable: true});
  });
  return router;
}

/** Any site loads these, under any embedder policy. */
function send(
  request: Request,
  response: Response,
  {root, name = '', isImmutable}: {root: string; name?: string; isImmutable: boolean},
): void {
  response.set('Access-Control-Allow-Origin', '*');
  response.set('Cross-Origin-Resource-Policy', 'cross-origin');
  sendPrecompressed(request, response, {root, name, isImmutable});
}
