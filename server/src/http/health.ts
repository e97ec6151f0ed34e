import {Router} from 'express';
import type {ConversationEngine} from '../domain/conversation.js';
import type {Store} from '../domain/ports.js';

/** `/healthz`: the process is alive. `/readyz`: the store answers and the voice is loaded. */
export function healthRoutes({store, engine}: {store: Store; engine: ConversationEngine}): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    // Any page may ask whether the server is there, and what time it has: `diagnose()` does.
    response.set('Access-Control-Allow-Origin', '*');
    response.set('Access-Control-Expose-Headers', 'Date');
    response.json({status: 'ok'});
  });
  router.get('/readyz', async (_request, response) => {
    const isStoreThere = await store.ping().then(
      () => true,
      () => false,
    );
    const {voice} = engine;
    const isReady = isStoreThere && voice !== 'loading';
    response.status(isReady ? 200 : 503).json({
      status: isReady ? 'ready' : 'starting',
      store: isStoreThere ? 'ok' : 'unreachable',
      voice,
    });
  });
  return router;
}
