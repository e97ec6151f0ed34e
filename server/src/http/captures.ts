import {Router, type Request, type RequestHandler} from 'express';
import type {Captures} from '../domain/captures.js';
import {Problem} from './problem.js';
import {captureRequest, parseBody} from './schemas.js';
import {admitSession, type SessionAdmission} from './session-admission.js';

/** What {@link captureRoutes} needs. */
export interface CaptureRoutesOptions extends SessionAdmission {
  captures: Captures;
  guards: RequestHandler[];
}

/** `POST /api/sessions/:id/captures`. A 2xx is sent only once the row is on disk. */
export function captureRoutes(options: CaptureRoutesOptions): Router {
  return Router().post(
    '/api/sessions/:id/captures',
    ...options.guards,
    async (request: Request<{id: string}>, response) => {
      const session = await admitSession(request, options);
      response.locals['sessionId'] = session.id;
      const stored = await options.captures.put(session, parseBody(captureRequest, request.body));
      if (!stored) {
        throw new Problem(422, 'The value is not of its kind. Ask the visitor to check it.', {
          code: 'INVALID_CAPTURE',
        });
      }
      response.status(stored.created ? 201 : 200).json(stored.capture);
    },
  );
}
