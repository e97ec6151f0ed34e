import type {ClientFrame} from '../contract/index.js';
import type {GuidedPlace} from './kept-call.js';
import type {Clock, Guide, GuideOutcome} from './ports.js';
import type {CallState} from './state.js';

/** How long a page waits for the end of a sentence before it is left, in milliseconds. */
const LONGEST_SENTENCE_MS = 3_000;

/** Whom a tour of the site is told to. */
export interface GuidingListener {
  /** For the agent. */
  outcome(frame: Extract<ClientFrame, {type: 'navigation'}>): void;
  shown(label: string): void;
}

/** The agent's taking the visitor to places, within one call (§7). */
export class Guiding {
  readonly #guide: Guide;
  readonly #clock: Clock;
  readonly #listener: GuidingListener;
  #life = new AbortController();
  #isQuiet = true;
  #onQuiet = () => {};
  /** The place for which this page is being left. */
  leavingFor: GuidedPlace | null = null;

  constructor(guide: Guide, clock: Clock, listener: GuidingListener) {
    this.#guide = guide;
    this.#clock = clock;
    this.#listener = listener;
  }

  /** Takes the visitor there. A page is not left in the middle of a sentence. */
  go(place: GuidedPlace): void {
    const {signal} = this.#life;
    const leaving = async () => {
      await this.#quiet();
      if (signal.aborted) return false;
      this.leavingFor = place;
      return true;
    };
    void this.#tell(place, this.#guide.go(targetOf(place), leaving));
  }

  /** The page before was left for a place on this one. */
  arrive(place: GuidedPlace): void {
    void this.#tell(place, this.#guide.arrive(targetOf(place)));
  }

  /** Follows who is speaking. */
  follow({stage, transcript}: CallState): void {
    this.#isQuiet = stage.phase === 'listening' && transcript.every(({final}) => final);
    if (this.#isQuiet) this.#onQuiet();
  }

  /** The call is over, or goes on elsewhere: nothing more is told. */
  stop(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.leavingFor = null;
    this.#onQuiet();
  }

  async #tell({id, label}: GuidedPlace, going: Promise<GuideOutcome>): Promise<void> {
    const {signal} = this.#life;
    const {result, reason} = await going;
    if (signal.aborted) return;
    this.leavingFor = null;
    this.#listener.outcome({type: 'navigation', id, result, ...(reason && {reason})});
    if (result !== 'refused') this.#listener.shown(label);
  }

  #quiet(): Promise<void> {
    if (this.#isQuiet) return Promise.resolve();
    return new Promise(resolve => {
      const cancel = this.#clock.after(LONGEST_SENTENCE_MS, resolve);
      this.#onQuiet = () => {
        cancel();
        resolve();
      };
    });
  }
}

function targetOf({url, sectionSelector}: GuidedPlace): Parameters<Guide['go']>[0] {
  return {url, sectionSelector};
}
