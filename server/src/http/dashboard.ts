import {existsSync} from 'node:fs';
import {join} from 'node:path';
import express, {Router} from 'express';
import {sendPrecompressed} from './precompressed.js';

const NOT_BUILT = 'The dashboard is not built yet: npm run build.\n';

/**
 * The operators' dashboard: a single-page app, every address of which is its index.
 *
 * @param directory - The built dashboard; it may be empty while nothing is built.
 */
export function dashboardRoutes(directory: string): Router {
  const router = Router();
  router.get(/^\/dashboard$/, (_request, response) => response.redirect(302, '/dashboard/'));
  router.get(/^\/dashboard\/assets\/([\w-][\w.-]*)$/, (request, response) => {
    const root = join(directory, 'assets');
    // Their names change with their content.
    sendPrecompressed(request, response, {root, name: request.params[0], isImmutable: true});
  });
  router.use('/dashboard', express.static(directory, {index: false, redirect: false}));
  router.get(/^\/dashboard\//, (_request, response) => {
    response.set('Cache-Control', 'no-cache');
    if (existsSync(join(directory, 'index.html'))) {
      response.sendFile('index.html', {root: directory, cacheControl: false});
    } else response.status(404).type('text').send(NOT_BUILT);
  });
  return router;
}
