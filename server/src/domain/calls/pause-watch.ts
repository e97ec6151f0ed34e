import type {Calls} from './calls.js';
import type {Clock} from '../clock.js';
import type {WidgetStore} from '../widgets/widget-store.js';

/** How long a paused widget's calls may go on, in milliseconds. */
const LOOK_MS = 2000;

/** Ends the calls of widgets that are taken off the air, also by another process on the same store. */
export class PauseWatch {
  readonly #calls: Calls;
  readonly #widgets: WidgetStore;
  readonly #clock: Clock;
  readonly #onError: (error: unknown) => void;
  #cancel = () => {};

  /** @param onError - Told of a look that failed; the next one comes all the same. */
  constructor({
    calls,
    widgets,
    clock,
    onError,
  }: {
    calls: Calls;
    widgets: WidgetStore;
    clock: Clock;
    onError: (error: unknown) => void;
  }) {
    this.#calls = calls;
    this.#widgets = widgets;
    this.#clock = clock;
    this.#onError = onError;
  }

  start(): void {
    this.#cancel = this.#clock.after(LOOK_MS, () => {
      this.#look().catch(this.#onError);
      this.start();
    });
  }

  stop(): Promise<void> {
    this.#cancel();
    return Promise.resolve();
  }

  async #look(): Promise<void> {
    const inUse = this.#calls.visitedIds;
    if (inUse.length === 0) return;
    const paused = await this.#widgets.offAir(inUse);
    // Not `shutdown`: the visitor's widget would look for another server.
    await Promise.all(paused.map(id => this.#calls.endVisits(id, 'agent')));
  }
}
