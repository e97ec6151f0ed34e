import {randomUUID} from 'node:crypto';
import type {Conversation, ConversationFrame, ConversationOutput} from './conversation.js';

/** Hz, as of the server's own voice; nothing is heard or said aloud. */
const SAMPLE_RATE = 16_000;

interface Words {
  joined: (name: string) => string;
  left: (name: string, agent: string) => string;
}

/** How visitors are told who speaks, by language. */
const WORDS: Readonly<Record<string, Words>> = {
  en: {
    joined: name => `${name} is here now, in person, and answers you in writing.`,
    left: (name, agent) => `${name} has left. ${agent} goes on.`,
  },
  de: {
    joined: name => `${name} ist jetzt persönlich da und antwortet Ihnen schriftlich.`,
    left: (name, agent) => `${name} ist gegangen. ${agent} macht weiter.`,
  },
  fr: {
    joined: name => `${name} est maintenant là en personne et vous répond par écrit.`,
    left: (name, agent) => `${name} est parti. ${agent} continue.`,
  },
  es: {
    joined: name => `${name} está aquí en persona y le responde por escrito.`,
    left: (name, agent) => `${name} se ha ido. ${agent} continúa.`,
  },
  it: {
    joined: name => `${name} è qui di persona e le risponde per iscritto.`,
    left: (name, agent) => `${name} ha lasciato la conversazione. ${agent} continua.`,
  },
  pt: {
    joined: name => `${name} está aqui em pessoa e responde por escrito.`,
    left: (name, agent) => `${name} saiu. ${agent} continua.`,
  },
};

/** An operator in the agent's place: what the visitor types is heard, and answered by a person. */
export class OperatorConversation implements Conversation {
  readonly inputSampleRate = SAMPLE_RATE;
  readonly outputSampleRate = SAMPLE_RATE;
  /** Of the operator, as the visitor reads it. */
  readonly name: string;
  readonly #output: ConversationOutput;
  readonly #words: Words;
  readonly #onClosed: () => void;

  constructor(
    name: string,
    output: ConversationOutput,
    {locale, onClosed}: {locale: string; onClosed: () => void},
  ) {
    this.name = name;
    this.#output = output;
    this.#onClosed = onClosed;
    const words = WORDS[locale.split('-', 1)[0] ?? ''] ?? WORDS['en'];
    if (!words) throw new Error('There are no words to join with.');
    this.#words = words;
    this.#tell(randomUUID(), words.joined(name));
  }

  say(id: string, text: string): void {
    this.#tell(id, `${this.name}: ${text}`);
  }

  leave(id: string, agent: string): void {
    this.#tell(id, this.#words.left(this.name, agent));
  }

  receive(frame: ConversationFrame): void {
    if (frame.type !== 'text') return;
    const {id, text} = frame;
    this.#output.event({type: 'transcript', id, role: 'visitor', text, final: true});
  }

  receiveAudio(): void {}

  suspend(): void {}

  resume(): void {}

  async close(): Promise<void> {
    this.#onClosed();
  }

  #tell(id: string, text: string): void {
    this.#output.event({type: 'transcript', id, role: 'agent', text, final: true});
  }
}
