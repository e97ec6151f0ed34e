import type {CallEffect} from './effects.js';
import type {CallEvent} from './events.js';
import type {CallProblem, CallState} from './state.js';
import {isUnderWay, step, type Step} from './step.js';

/** Before a call that could not start is tried again by itself, in milliseconds. */
const FIRST_DELAY_MS = 2_000;
/** Each delay is twice the one before, up to this. */
const LONGEST_DELAY_MS = 8_000;

/** How often a visitor's call is tried again: somebody who waits in a queue is patient. */
const TRIES: Readonly<Partial<Record<CallProblem, number>>> = {unreachable: 5, busy: 36};

/** A server that asks for more than this is asked again by the visitor only, in milliseconds. */
const LONGEST_WAIT_MS = 60_000;

/**
 * What a call that could not start does: it tries again by itself where that may help, for a while.
 */
export function onStartFailed(
  state: CallState,
  {problem, retryAfterMs, at}: Extract<CallEvent, {type: 'startFailed'}>,
): Step {
  const {stage} = state;
  if (!isUnderWay(stage)) return step(state);
  const attempt =
    stage.phase === 'resolving' || stage.phase === 'connecting' ? (stage.attempt ?? 0) : 0;
  const isSoon = (retryAfterMs ?? 0) <= LONGEST_WAIT_MS;
  const goesOn = isSoon && attempt < (TRIES[problem] ?? 0);
  const announce: CallEffect = {type: 'announce', announcement: {type: 'error', problem}};
  if (!goesOn) {
    return step(
      {...state, stage: {phase: 'failed', problem}, microphone: {status: 'off'}},
      announce,
      {type: 'release'},
    );
  }
  const backOffMs = Math.min(FIRST_DELAY_MS * 2 ** attempt, LONGEST_DELAY_MS);
  const delayMs = Math.max(backOffMs, retryAfterMs ?? 0);
  const next = attempt + 1;
  return step(
    {...state, stage: {phase: 'failed', problem, retryAt: at + delayMs, attempt: next}},
    {type: 'later', delayMs, event: {type: 'retry', attempt: next}},
    ...(attempt === 0 ? [announce] : []),
  );
}

/** The time of a try has come, unless the visitor has done something else meanwhile. */
export function onRetry(state: CallState, attempt: number): Step {
  const {stage} = state;
  if (stage.phase !== 'failed' || stage.attempt !== attempt) return step(state);
  const {problem} = stage;
  return step({...state, stage: {phase: 'resolving', attempt, problem}}, {type: 'begin'});
}
