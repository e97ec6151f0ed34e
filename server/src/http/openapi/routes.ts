import {createRequire} from 'node:module';
import {dirname} from 'node:path';
import {Router} from 'express';
import {openApiDocument} from './document.js';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>aiw-server API</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="reference"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'list',
  defaultModelsExpandDepth: 0,
  supportedSubmitMethods: [],
  validatorUrl: null,
});
`;

/** `/api/openapi.json`, and `/api/docs` that shows it. */
export function openApiRoutes(): Router {
  const document = openApiDocument();
  const router = Router();
  router.get('/api/openapi.json', (_request, response) => {
    // Public by nature: any tool may read it.
    response.set('Access-Control-Allow-Origin', '*').json(document);
  });
  router.get('/api/docs', (_request, response) => {
    response.type('html').send(PAGE);
  });
  router.get('/api/docs/start.js', (_request, response) => {
    response.type('js').send(START);
  });
  router.get(/^\/api\/docs\/(swagger-ui(?:-bundle\.js|\.css))$/, (request, response) => {
    response.sendFile(request.params[0], {root: swaggerDirectory(), cacheControl: false});
  });
  return router;
}

/** Where the page's library lies; importing it would load all of it into this process. */
function swaggerDirectory(): string {
  return dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
}
