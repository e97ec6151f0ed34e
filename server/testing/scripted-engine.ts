import type {EndReason} from '../../src/contract/index.js';
import type {
  Conversation,
  ConversationEngine,
  ConversationFrame,
  ConversationInit,
} from '../src/domain/calls/conversation.js';

/** What a scripted conversation was told, in order; audio as the number of its bytes. */
export type Heard =
  | {frame: ConversationFrame}
  | {audio: number}
  | {suspended: true}
  | {resumed: true}
  | {closed: EndReason};

/** A conversation whose agent says what the test makes it say. */
export class ScriptedConversation implements Conversation {
  readonly inputSampleRate = 16_000;
  readonly outputSampleRate = 16_000;
  readonly init: ConversationInit;
  readonly heard: Heard[] = [];
  /** Runs before {@link close} resolves. */
  beforeClosed: () => void | Promise<void> = () => {};
  #waiting: {test: (heard: Heard) => boolean; resolve: (heard: Heard) => void}[] = [];

  constructor(init: ConversationInit) {
    this.init = init;
  }

  /** The first thing told that passes the test, now or later. */
  told(test: (heard: Heard) => boolean): Promise<Heard> {
    const known = this.heard.find(test);
    if (known) return Promise.resolve(known);
    return new Promise(resolve => this.#waiting.push({test, resolve}));
  }

  receive(frame: ConversationFrame): void {
    this.#note({frame});
    if (frame.type !== 'text') return;
    const {id, text} = frame;
    this.init.output.event({type: 'transcript', id, role: 'visitor', text, final: true});
    this.say(`re-${id}`, `You said ${text}`);
  }

  receiveAudio(pcm: Uint8Array): void {
    this.#note({audio: pcm.byteLength});
  }

  suspend(): void {
    this.#note({suspended: true});
  }

  resume(): void {
    this.#note({resumed: true});
  }

  async close(reason: EndReason): Promise<void> {
    await this.beforeClosed();
    this.#note({closed: reason});
  }

  /** Answers in writing. */
  say(id: string, text: string): void {
    this.init.output.event({type: 'transcript', id, role: 'agent', text, final: true});
  }

  #note(heard: Heard): void {
    this.heard.push(heard);
    const ready = this.#waiting.filter(({test}) => test(heard));
    this.#waiting = this.#waiting.filter(waiting => !ready.includes(waiting));
    for (const {resolve} of ready) resolve(heard);
  }
}

/** An agent without ears, mouth or brain: it greets who is new, and echoes what is typed. */
export class ScriptedEngine implements ConversationEngine {
  voice: ConversationEngine['voice'] = 'ready';
  readonly conversations = new Map<string, ScriptedConversation>();
  /** Made to throw, an agent that cannot start. */
  beforeOpen: () => void = () => {};

  async warm(): Promise<void> {}

  open(init: ConversationInit): ScriptedConversation {
    this.beforeOpen();
    const conversation = new ScriptedConversation(init);
    this.conversations.set(init.sessionId, conversation);
    if (init.turns.length === 0) {
      conversation.say('greeting', init.widget.settings.agent.greeting);
    }
    return conversation;
  }

  async close(): Promise<void> {}

  /** @throws {Error} Where the session has no conversation yet. */
  of(sessionId: string): ScriptedConversation {
    const conversation = this.conversations.get(sessionId);
    if (!conversation) throw new Error('This session has no conversation yet.');
    return conversation;
  }
}
