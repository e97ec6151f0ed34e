import {timestamp, type Clock} from '../clock.js';
import type {PublishedWidget} from '../widgets/widget.js';

/** How much widgets are used, by day. */
export interface UsageStore {
  /** Adds to a widget's day (`YYYY-MM-DD`). The sum after it. */
  add(widgetId: string, day: string, seconds: number): Promise<number>;
  seconds(widgetId: string, day: string): Promise<number>;
}

/** Most of a widget's minutes of a day are used, or all. */
export interface UsageNotice {
  widgetId: string;
  day: string;
  level: 'warning' | 'stop';
  minutesPerDay: number;
  /** Whether it was not so at the entry before: to be told to the operator. */
  isNew: boolean;
}

/** How much of a day's minutes warns the operator. */
const WARNING_SHARE = 0.8;
/** A call under way is entered this often: another process, or one after a crash, sees it. */
const ENTRY_MS = 60_000;

/** The day in UTC, as usage is counted. */
export function dayOf(ms: number): string {
  return timestamp(ms).slice(0, 10);
}

/** Seconds until the next day in UTC begins, at least one. */
export function secondsLeftOf(ms: number): number {
  const day = 86_400_000;
  return Math.max(1, Math.ceil((day - (ms % day)) / 1000));
}

/** How a day's use stands against its limit. */
export function levelOf(seconds: number, minutesPerDay: number | undefined): UsageLevel {
  if (minutesPerDay === undefined) return 'ok';
  if (seconds >= minutesPerDay * 60) return 'stop';
  return seconds >= minutesPerDay * 60 * WARNING_SHARE ? 'warning' : 'ok';
}

/** `stop`: no call of the widget goes on that day. */
export type UsageLevel = 'ok' | 'warning' | 'stop';

/** Counts the time of one call, from its first use to its end. */
export class UsageMeter {
  readonly #widget: PublishedWidget;
  readonly #store: UsageStore;
  readonly #clock: Clock;
  readonly #onLevel: (notice: UsageNotice) => void;
  #since: number | null = null;
  #cancel = () => {};

  constructor(
    widget: PublishedWidget,
    {
      store,
      clock,
      onLevel,
    }: {store: UsageStore; clock: Clock; onLevel: (notice: UsageNotice) => void},
  ) {
    this.#widget = widget;
    this.#store = store;
    this.#clock = clock;
    this.#onLevel = onLevel;
  }

  /** The call is used from now on. @param enter - Runs what writes, in the order of the call's other writes. */
  begin(enter: (write: () => Promise<void>) => void): void {
    this.#since = this.#clock.now();
    const next = () => {
      this.#cancel = this.#clock.after(ENTRY_MS, () => {
        const now = this.#clock.now();
        enter(() => this.enter(now));
        next();
      });
    };
    next();
  }

  stop(): void {
    this.#cancel();
  }

  /** Enters the time since the last entry, up to `now`: the store may be asked later. */
  async enter(now: number): Promise<void> {
    if (this.#since === null) return;
    const seconds = Math.round((now - this.#since) / 1000);
    if (seconds === 0) return;
    const {id: widgetId, settings} = this.#widget;
    const {minutesPerDay} = settings.limits;
    const day = dayOf(now);
    const sum = await this.#store.add(widgetId, day, seconds);
    this.#since += seconds * 1000;
    const level = levelOf(sum, minutesPerDay);
    if (minutesPerDay === undefined || level === 'ok') return;
    const isNew = level !== levelOf(sum - seconds, minutesPerDay);
    this.#onLevel({widgetId, day, level, minutesPerDay, isNew});
  }
}
