import {randomUUID} from 'node:crypto';
import type {ConversationOutput} from '../../domain/calls/conversation.js';

/**
 * The agent's side of the transcript: one message at a time, told as it grows and once more
 * when it is final.
 */
export class AgentMessages {
  readonly #output: ConversationOutput;
  #open: {id: string; text: string} | null = null;
  #last: {id: string; text: string} | null = null;
  #isUnanswered = false;
  #askedAt: number | null = null;
  #latencyMs: number | null = null;

  constructor(output: ConversationOutput) {
    this.#output = output;
  }

  /** The last message that became final. */
  get last(): {id: string; text: string} | null {
    return this.#last;
  }

  /** What was said before, in another process. */
  continueAfter(last: {id: string; text: string}): void {
    this.#last = last;
  }

  /** Whether the next message to be finished is one without an answer. */
  judge(isUnanswered: boolean): void {
    this.#isUnanswered = isUnanswered;
  }

  /** Something was asked in writing just now. */
  asked(): void {
    this.#askedAt = Date.now();
  }

  /** The open message, or the next one, began so long after the visitor's last sound. */
  answeredAfter(ms: number): void {
    this.#latencyMs = Math.round(ms);
    this.#askedAt = null;
  }

  /** Starts a message, unless one is open, and returns its id. */
  open(): string {
    this.#open ??= {id: randomUUID(), text: ''};
    return this.#open.id;
  }

  /** More of the open message; told at once. */
  grow(text: string): void {
    const id = this.open();
    if (this.#askedAt !== null) this.answeredAfter(Date.now() - this.#askedAt);
    this.#open = {id, text};
    this.#output.event({type: 'transcript', id, role: 'agent', text, final: false});
  }

  append(text: string): void {
    this.grow((this.#open?.text ?? '') + text);
  }

  /** Closes the open message with what the visitor got of it. */
  finish(text = this.#open?.text ?? ''): void {
    const open = this.#open;
    if (!open) return;
    this.#open = null;
    this.#last = {id: open.id, text: text.trim()};
    this.#output.event({type: 'transcript', ...this.#last, role: 'agent', final: true});
    this.#note(open.id);
  }

  #note(messageId: string): void {
    const latencyMs = this.#latencyMs;
    const isUnanswered = this.#isUnanswered;
    this.#latencyMs = null;
    this.#isUnanswered = false;
    if (latencyMs === null && !isUnanswered) return;
    this.#output.answered({
      messageId,
      ...(latencyMs !== null && {latencyMs}),
      ...(isUnanswered && {isUnanswered}),
    });
  }
}
