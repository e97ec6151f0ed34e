import type {FeedbackSender} from '../call/ports.js';
import type {FeedbackRequest} from '../contract/index.js';
import {post} from './post.js';
import {explain} from './resolver.js';

/** Sends verdicts to a backend, where there is no stream to send them by. */
export function feedbackSender(baseUrl: string): FeedbackSender {
  return async ({messageId, ...verdict}, {sessionId, sessionToken}) => {
    const request: FeedbackRequest = {...(messageId && {message_id: messageId}), ...verdict};
    const path = `/api/sessions/${encodeURIComponent(sessionId)}/feedback`;
    const headers = {Authorization: `Bearer ${sessionToken}`};
    const answer = await post(baseUrl, path, request, headers);
    if (!answer.ok) explain(answer);
    return answer.ok;
  };
}
