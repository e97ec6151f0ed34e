import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import express, {Router, type Request} from 'express';

const TOKEN_MARK = '__DEMO_WIDGET_TOKEN__';

/** Addresses that are never a page of the demo. */
const NOT_PAGES = /^\/(api|chunks|dashboard)(\/|$)/;

/**
 * The demo site: a single-page app, whose every page is its index with the widget's token in it.
 *
 * @param directory - The built site.
 * @param token - Public token of the demo's widget; null: there is no demo.
 */
export function demoRoutes(directory: string, token: string | null): Router {
  const router = Router();
  if (token === null) return router;
  router.use(
    express.static(directory, {
      index: false,
      redirect: false,
      setHeaders: response => void response.setHeader('Cache-Control', 'no-cache'),
    }),
  );
  router.get(/.*/, async (request, response, next) => {
    if (!isPage(request)) {
      next();
      return;
    }
    const index = await readIndex(directory);
    if (index === null) {
      next();
      return;
    }
    response.set('Cache-Control', 'no-cache').type('html');
    response.send(index.replaceAll(TOKEN_MARK, token));
  });
  return router;
}

function isPage(request: Request): boolean {
  const isFile = /\.[^/]*$/.test(request.path);
  return !isFile && !NOT_PAGES.test(request.path) && request.accepts(['html']) === 'html';
}

async function readIndex(directory: string): Promise<string | null> {
  try {
    return await readFile(join(directory, 'index.html'), 'utf8');
  } catch {
    // Not built: the server works without its demo.
    return null;
  }
}
