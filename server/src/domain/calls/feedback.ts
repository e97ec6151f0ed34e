import type {Feedback as Verdict} from '../../../../src/contract/index.js';
import type {Feedback} from '../records/session-store.js';

/** A verdict as it is stored; a comment of white space is none. */
export function feedbackOf({messageId, rating, comment}: Verdict, at: string): Feedback {
  return {messageId: messageId ?? null, rating, comment: comment?.trim() || null, at};
}
