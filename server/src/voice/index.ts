/** The agent: ears, mouth and brain, and the conversation that holds them together. */
import type {ConversationEngine} from '../domain/calls/conversation.js';
import {VoiceEngine, type EngineOptions} from './engine.js';
import {createEmbeddedBrain} from './think/embedded-brain.js';
import {createModelBrain} from './think/model-brain.js';

export type {EngineOptions} from './engine.js';
export type {TurnTimings} from './timings.js';

/** Makes the agent of this server. Nothing is loaded until `warm` or the first call. */
export function createConversationEngine(options: EngineOptions): ConversationEngine {
  const {llm} = options.config;
  return new VoiceEngine(options, llm ? init => createModelBrain(init, llm) : createEmbeddedBrain);
}
