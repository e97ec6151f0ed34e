import type {TableRow} from './library.js';

/** What an answer was about, for the question after it. */
export interface Topic {
  /** Stems that carried the question. */
  terms: readonly string[];
  rows: readonly TableRow[];
}

interface Remembered {
  text: string;
  topic: Topic | null;
}

const SIZE = 40;

/**
 * What the agent has said and what it meant by it.
 *
 * Keyed by the words themselves: a reply may be thought of and never said, and only what was
 * said is in the conversation. An interrupted reply is found by its beginning.
 */
export class Memory {
  #said: Remembered[] = [];

  remember(text: string, topic: Topic | null): void {
    this.#said = [...this.#said.filter(entry => entry.text !== text), {text, topic}].slice(-SIZE);
  }

  /** The whole of a reply of which at least the beginning was said. */
  recall(said: string): Remembered | null {
    const start = said.trim();
    if (!start) return null;
    return this.#said.findLast(({text}) => text.startsWith(start)) ?? null;
  }
}
