import {timestamp, type Clock} from '../clock.js';
import type {WidgetStore} from './widget-store.js';

/** How exactly it is known when a page last asked for a widget, in milliseconds. */
const NOTE_MS = 60_000;

/** Notes that pages ask for widgets, without making any of them wait for it. */
export class SeenWidgets {
  readonly #store: Pick<WidgetStore, 'see'>;
  readonly #clock: Pick<Clock, 'now'>;
  readonly #onError: (error: unknown) => void;
  readonly #last = new Map<string, {at: number; origin: string}>();

  constructor(
    store: Pick<WidgetStore, 'see'>,
    clock: Pick<Clock, 'now'>,
    onError: (error: unknown) => void,
  ) {
    this.#store = store;
    this.#clock = clock;
    this.#onError = onError;
  }

  note(widgetId: string, origin: string): void {
    const now = this.#clock.now();
    const last = this.#last.get(widgetId);
    if (last && last.origin === origin && now - last.at < NOTE_MS) return;
    this.#last.set(widgetId, {at: now, origin});
    this.#store.see(widgetId, origin, timestamp(now)).catch(this.#onError);
  }
}
