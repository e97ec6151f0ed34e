/** Fewer words than this may well be the visitor's own: "yes", "the pricing page". */
const MIN_WORDS = 3;
/** After the agent stopped, its words may still come back through the room. */
const TAIL_MS = 1_200;

/**
 * Tells the agent's own words, come back through the microphone, from the visitor's.
 *
 * The browser cancels echo; where it cannot (some Bluetooth speakers), an agent that
 * answers itself would never stop.
 */
export class EchoGuard {
  #said = '';
  #until = 0;

  /** The agent is saying this now. */
  speaking(text: string): void {
    this.#said = plain(text);
    this.#until = Infinity;
  }

  /** The agent has stopped. @param now ms since the epoch */
  stopped(now: number): void {
    if (this.#until === Infinity) this.#until = now + TAIL_MS;
  }

  /** Whether the words just heard are the agent's. @param now ms since the epoch */
  isEcho(heard: string, now: number): boolean {
    if (now > this.#until || !this.#said) return false;
    const words = plain(heard).split(' ').filter(Boolean);
    if (words.length < MIN_WORDS) return false;
    const pairs = words.slice(1).map((word, index) => `${words[index]} ${word}`);
    const known = pairs.filter(pair => ` ${this.#said} `.includes(` ${pair} `));
    return known.length / pairs.length >= 0.75;
  }
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
