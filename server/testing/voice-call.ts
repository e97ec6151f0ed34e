import type {CallMode} from '../../src/contract/index.js';
import type {Conversation, ConversationEngine} from '../src/domain/calls/conversation.js';
import type {Turn} from '../src/domain/records/session-store.js';
import {createConversationEngine, type EngineOptions} from '../src/voice/index.js';
import {RecordingOutput, testKnowledge, testWidget} from './voice-fixtures.js';

/** An engine for tests: in writing only, unless told otherwise. */
export async function testEngine(
  changes: Partial<EngineOptions['config']> & Pick<EngineOptions, 'onTurnTimings'> = {},
): Promise<ConversationEngine> {
  const {onTurnTimings, ...config} = changes;
  const ignore = () => undefined;
  return createConversationEngine({
    knowledge: await testKnowledge(testWidget()),
    logger: {info: ignore, warn: ignore, error: ignore},
    config: {voice: 'off', llm: null, ...config},
    onTurnTimings,
  });
}

/** A conversation with what it sends. */
export function openCall(
  engine: ConversationEngine,
  mode: CallMode,
  changes: Parameters<typeof testWidget>[0] = {},
  turns: readonly Turn[] = [],
): {conversation: Conversation; output: RecordingOutput} {
  const output = new RecordingOutput();
  const conversation = engine.open({
    sessionId: crypto.randomUUID(),
    widget: testWidget(changes),
    mode,
    page: {url: 'https://larkspur.example/', title: 'Home'},
    locale: null,
    turns,
    output,
  });
  return {conversation, output};
}
