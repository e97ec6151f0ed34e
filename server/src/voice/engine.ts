import {initializeLogger} from '@livekit/agents';
import type {
  Conversation,
  ConversationEngine,
  ConversationInit,
  KnowledgeIndex,
} from '../domain/calls/conversation.js';
import {DEFAULT_MODELS, type VoiceConfig} from './config.js';
import {EmbeddedRecognizer} from './listen/recognizer.js';
import {loadLocalInference} from './local-inference.js';
import type {VoiceLogger, VoiceParts} from './parts.js';
import {EmbeddedSynthesizer} from './speak/synthesizer.js';
import {VoiceConversation} from './talk/conversation.js';
import type {BrainFactory} from './think/brain.js';
import type {TurnTimings} from './timings.js';

/** What an engine is made from. */
export interface EngineOptions {
  knowledge: KnowledgeIndex;
  logger: VoiceLogger;
  config: VoiceConfig;
  /** Called once for each spoken turn that was answered aloud. */
  onTurnTimings?: (timings: TurnTimings) => void;
}

/** The agent of this server: ears and mouth loaded once, a session for each call. */
export class VoiceEngine implements ConversationEngine {
  readonly #options: EngineOptions;
  readonly #createBrain: BrainFactory;
  readonly #open = new Set<VoiceConversation>();
  readonly #voice: Promise<VoiceParts | null>;
  #startVoice: () => void = () => undefined;
  #recognizer: EmbeddedRecognizer | null = null;
  #synthesizer: EmbeddedSynthesizer | null = null;
  #status: ConversationEngine['voice'];

  constructor(options: EngineOptions, createBrain: BrainFactory) {
    this.#options = options;
    this.#createBrain = createBrain;
    this.#status = options.config.voice === 'off' ? 'off' : 'loading';
    const asked = new Promise<void>(resolve => {
      this.#startVoice = resolve;
    });
    this.#voice = this.#status === 'off' ? Promise.resolve(null) : asked.then(() => this.#load());
    initializeLogger({pretty: false, level: 'silent'});
  }

  get voice(): ConversationEngine['voice'] {
    return this.#status;
  }

  async warm(): Promise<void> {
    this.#startVoice();
    await this.#voice;
  }

  open(init: ConversationInit): Conversation {
    this.#startVoice();
    const {knowledge, logger, onTurnTimings} = this.#options;
    const conversation = new VoiceConversation(init, {
      knowledge,
      logger,
      onTurnTimings,
      voice: this.#voice,
      createBrain: this.#createBrain,
      onClosed: () => this.#open.delete(conversation),
    });
    this.#open.add(conversation);
    return conversation;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open].map(conversation => conversation.close('shutdown')));
    await Promise.all([this.#recognizer?.close(), this.#synthesizer?.close()]);
  }

  async #load(): Promise<VoiceParts | null> {
    const {config, logger} = this.#options;
    try {
      const local = loadLocalInference();
      local.initVad();
      this.#recognizer = new EmbeddedRecognizer(config.models ?? DEFAULT_MODELS);
      this.#synthesizer = await EmbeddedSynthesizer.load(config.mouthThreads ?? 1);
      await Promise.all([this.#recognizer.warm(), this.#synthesizer.warm()]);
      if (config.turnModel) local.initEot();
      this.#status = 'ready';
      return {
        recognizer: this.#recognizer,
        synthesizer: this.#synthesizer,
        endOfTurn: config.turnModel ? pcm => local.predict(pcm) : null,
      };
    } catch (error) {
      this.#status = 'off';
      logger.warn(
        {err: error},
        'the voice cannot load, so this server talks in writing only; ' +
          'run `npm run -w server models` if the weights are missing, or set AIW_VOICE=off',
      );
      return null;
    }
  }
}
