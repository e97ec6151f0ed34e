import type {Feedback, SessionResponse} from '../contract/index.js';
import type {CallEvent} from './events.js';
import type {FeedbackSender} from './ports.js';
import {WHOLE, type CallState, type Verdict} from './state.js';
import {isLive, step, type Step} from './step.js';

/** The visitor's verdict goes by the stream where there is one, else by HTTP (contract §1). */
export function onJudge(state: CallState, feedback: Feedback): Step {
  return isLive(state.stage)
    ? step(withVerdict(state, feedback, 'sent'), {
        type: 'send',
        frame: {type: 'feedback', ...feedback},
      })
    : step(withVerdict(state, feedback, 'sending'), {type: 'sendFeedback', feedback});
}

/** Sends a verdict about `session`, and tells what became of it. */
export async function sendFeedback(
  feedback: Feedback,
  session: SessionResponse | null,
  send: FeedbackSender,
): Promise<CallEvent> {
  return {type: 'judged', feedback, isStored: session !== null && (await send(feedback, session))};
}

/** What became of a verdict, unless it is about words that are gone or was changed meanwhile. */
export function onJudged(
  state: CallState,
  {feedback, isStored}: Extract<CallEvent, {type: 'judged'}>,
): Step {
  const verdict = state.verdicts[feedback.messageId ?? WHOLE];
  const isMeant = verdict?.status === 'sending' && verdict.rating === feedback.rating;
  return step(isMeant ? withVerdict(state, feedback, isStored ? 'sent' : 'failed') : state);
}

function withVerdict(
  state: CallState,
  {messageId = WHOLE, rating, comment}: Feedback,
  status: Verdict['status'],
): CallState {
  const verdict: Verdict = {rating, status, hasComment: Boolean(comment)};
  return {...state, verdicts: {...state.verdicts, [messageId]: verdict}};
}
