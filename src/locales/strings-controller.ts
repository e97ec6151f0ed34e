import {ContextConsumer, createContext} from '@lit/context';
import type {LitElement} from 'lit';
import {en} from './en.js';
import type {Strings} from './strings.js';

/** The words of the widget an element stands in. */
export const stringsContext = createContext<Strings>(Symbol('aiw-strings'));

/** Gives an element its words: those of its widget, and English where it stands alone. */
export class StringsController {
  readonly #consumer: ContextConsumer<typeof stringsContext, LitElement>;

  constructor(host: LitElement) {
    this.#consumer = new ContextConsumer(host, {context: stringsContext, subscribe: true});
  }

  /** The word, or the function that makes it, for `key`. */
  term<K extends keyof Strings>(key: K): Strings[K] {
    return (this.#consumer.value ?? en)[key];
  }
}
