import type {OrbState} from './orb-state.js';
import type {CallState} from './state.js';

/** The face that a call's state puts on the orb. */
export function orbStateOf({stage, microphone}: CallState): OrbState {
  switch (stage.phase) {
    case 'idle':
    case 'ended':
      return 'idle';
    case 'resolving':
    case 'connecting':
      return 'connecting';
    case 'listening':
      return microphone.status === 'muted' ? 'muted' : 'listening';
    case 'failed':
      // One that tries again has not failed yet.
      return stage.retryAt === undefined ? 'failed' : 'connecting';
    default:
      return stage.phase;
  }
}
