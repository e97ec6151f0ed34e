import type {CallEffect} from './effects.js';
import type {CallStage, CallState} from './state.js';

/** A state and what is to be done on the way into it. */
export interface Step {
  state: CallState;
  effects: readonly CallEffect[];
}

/** A step from its parts. */
export function step(state: CallState, ...effects: CallEffect[]): Step {
  return {state, effects};
}

/** Whether the stream is up: frames can be sent. */
export function isLive({phase}: CallStage): boolean {
  return phase === 'listening' || phase === 'thinking' || phase === 'speaking';
}

/** Whether a call is on its way, live or being restored; one that waits to be tried again too. */
export function isUnderWay(stage: CallStage): boolean {
  switch (stage.phase) {
    case 'idle':
    case 'ended':
      return false;
    case 'failed':
      return stage.retryAt !== undefined;
    default:
      return true;
  }
}
