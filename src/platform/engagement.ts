import type {Engagement} from '../contract/index.js';

/** Counts of what the visitor did, without who opened the panel. */
export type EngagementCounts = Omit<Engagement, 'opened_by' | 'trigger_id'>;

const TYPES = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart'];

/** What an event's type begins with names its counter. */
const KIND = /^(pointer|key|scroll|touch)/;

/** Counts trusted events and visible time on a page, for the engagement gate (§4.4). */
export class EngagementMeter {
  #engage!: () => void;
  /** Settles at the first trusted event: somebody is there. */
  readonly engaged = new Promise<void>(resolve => {
    this.#engage = resolve;
  });
  /** The page's address at the first trusted event, before the page has heard of that event. */
  firstUrl = '';
  /** When the last trusted event was, in milliseconds since navigation start. */
  lastEventMs = 0;
  readonly #window: Window;
  readonly #counts = {pointer_events: 0, key_events: 0, scroll_events: 0, touch_events: 0};
  #firstEventMs: number | undefined;
  #visibleMs = 0;
  #visibleSince: number | null;

  constructor(target: Window) {
    this.#window = target;
    this.#visibleSince = target.document.hidden ? null : 0;
  }

  /** Starts counting. */
  connect(): void {
    this.#listen('addEventListener');
  }

  /** What was counted since the page was loaded. */
  read(): EngagementCounts {
    const now = performance.now();
    const current = this.#visibleSince === null ? 0 : now - this.#visibleSince;
    return {
      ...this.#counts,
      dwell_ms: Math.round(this.#visibleMs + current),
      ...(this.#firstEventMs !== undefined && {first_event_ms: this.#firstEventMs}),
    };
  }

  /** Stops counting. */
  disconnect(): void {
    this.#listen('removeEventListener');
  }

  #listen(method: 'addEventListener' | 'removeEventListener'): void {
    for (const type of TYPES) {
      this.#window[method](type, this.#onEvent, {capture: true, passive: true});
    }
    this.#window.document[method]('visibilitychange', this.#onVisibility);
  }

  readonly #onEvent = ({isTrusted, type, timeStamp}: Event) => {
    const kind = KIND.exec(type)?.[1];
    if (!isTrusted || !kind) return;
    this.#counts[`${kind as 'pointer' | 'key' | 'scroll' | 'touch'}_events`]++;
    this.#firstEventMs ??= Math.round(timeStamp);
    this.firstUrl ||= location.href;
    this.lastEventMs = timeStamp;
    this.#engage();
  };

  readonly #onVisibility = () => {
    const now = performance.now();
    if (this.#visibleSince !== null) this.#visibleMs += now - this.#visibleSince;
    this.#visibleSince = this.#window.document.hidden ? null : now;
  };
}
