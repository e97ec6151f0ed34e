import type {RequestHandler} from 'express';
import {timestamp} from '../domain/clock.js';
import {feedbackOf} from '../domain/calls/feedback.js';
import {answer} from './answer.js';
import {Problem} from './problem.js';
import {feedbackRequest, parseBody} from './schemas.js';
import {admitSession, type SessionAdmission} from './session-admission.js';

/** `POST /api/sessions/:id/feedback`: a verdict of a visitor whose stream is closed. */
export function feedbackHandler(options: SessionAdmission): RequestHandler<{id: string}> {
  const {sessions, clock} = options;
  return async (request, response) => {
    const {id} = await admitSession(request, options);
    response.locals['sessionId'] = id;
    const {message_id: messageId, ...rest} = parseBody(feedbackRequest, request.body);
    const feedback = feedbackOf({messageId, ...rest}, timestamp(clock.now()));
    if (!(await sessions.putFeedback(id, feedback))) {
      throw new Problem(404, 'There is no such message. Name one of this conversation, or none.');
    }
    answer(response, 200, feedback);
  };
}
