import {randomUUID} from 'node:crypto';
import type {ConversationOutput} from '../../domain/calls/conversation.js';
import type {TurnEvent} from '../listen/turn-stt.js';

/** The visitor's side of the transcript: spoken turns, told while they are being said. */
export class VisitorWords {
  readonly #output: ConversationOutput;
  #id: string | null = null;
  #parts: string[] = [];
  #told = '';

  constructor(output: ConversationOutput) {
    this.#output = output;
  }

  /** Whether a turn is under way. */
  get isSpeaking(): boolean {
    return this.#id !== null;
  }

  hear(event: TurnEvent): void {
    const text = [...this.#parts, event.text].filter(Boolean).join(' ');
    if (event.type === 'part') this.#parts.push(event.text);
    if (event.type !== 'turn') return this.#tell(text, false);
    this.#tell(text, true);
    this.#id = null;
    this.#parts = [];
    this.#told = '';
  }

  /** A turn that came to nothing keeps what was shown of it. */
  abandon(): void {
    if (this.#id) this.hear({type: 'turn', text: '', endedAt: Date.now()});
  }

  #tell(text: string, final: boolean): void {
    if (!text || (!final && text === this.#told)) return;
    this.#id ??= randomUUID();
    this.#told = text;
    this.#output.event({type: 'transcript', id: this.#id, role: 'visitor', text, final});
  }
}
