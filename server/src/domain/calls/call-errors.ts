import type {ServerEvent} from '../../../../src/contract/index.js';

type ErrorEvent = Extract<ServerEvent, {type: 'error'}>;

/** The engine could not open a conversation. */
export const AGENT_FAILED: ErrorEvent = {
  type: 'error',
  error: 'AGENT_FAILED',
  message: 'The agent could not start. Try again in a moment.',
  fatal: true,
};

/** The visitor asked for a voice that this call cannot have. */
export const VOICE_UNAVAILABLE: ErrorEvent = {
  type: 'error',
  error: 'VOICE_UNAVAILABLE',
  message: 'Voice is not available right now. You can go on by typing.',
  fatal: false,
};
