import {Router} from 'express';
import type {ConversationEngine} from '../domain/calls/conversation.js';
import type {Store} from '../domain/store.js';

/** `/healthz`: the process is alive. `/readyz`: the store answers, the voice is loaded, and no shutdown has begun. */
export function healthRoutes({
  store,
  engine,
  isClosing,
}: {
  store: Store;
  engine: ConversationEngine;
  /** Whether the server takes no more calls: a proxy sends its visitors elsewhere. */
  isClosing: () => boolean;
}): Router {
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
    const isReady = isStoreThere && voice !== 'loading' && !isClosing();
    response.status(isReady ? 200 : 503).json({
      status: isReady ? 'ready' : isClosing() ? 'stopping' : 'starting',
      store: isStoreThere ? 'ok' : 'unreachable',
      voice,
    });
  });
  return router;
}
