import type {RequestHandler} from 'express';
import type {Captures} from '../domain/records/captures.js';
import {answer} from './answer.js';
import {Problem} from './problem.js';
import {captureRequest, parseBody} from './schemas.js';
import {admitSession, type SessionAdmission} from './session-admission.js';

/** `POST /api/sessions/:id/captures`. A 2xx is sent only once the row is on disk. */
export function captureHandler(
  options: SessionAdmission & {captures: Captures},
): RequestHandler<{id: string}> {
  return async (request, response) => {
    const session = await admitSession(request, options);
    response.locals['sessionId'] = session.id;
    const stored = await options.captures.put(session, parseBody(captureRequest, request.body));
    if (!stored) {
      throw new Problem(422, 'The value is not of its kind. Ask the visitor to check it.', {
        code: 'INVALID_CAPTURE',
      });
    }
    answer(response, stored.created ? 201 : 200, stored.capture);
  };
}
