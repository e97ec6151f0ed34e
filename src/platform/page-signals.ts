import type {Signals} from '../triggers/ports.js';
import type {EngagementMeter} from './engagement.js';
import {PageWatch} from './page-watch.js';

/** How near to the top edge an upward movement counts as leaving, in CSS pixels. */
const EXIT_EDGE = 12;

/** Share of the viewport's height that an inner scroller fills to stand for the page. */
const PAGE_SCROLLER = 0.5;

const ACTIVITY = [
  'pointermove',
  'pointerdown',
  'pointerout',
  'keydown',
  'scroll',
  'wheel',
  'touchstart',
  'touchmove',
];

/** What was counted before anybody measured signals. */
export type EarlierEvents = Pick<EngagementMeter, 'read' | 'firstUrl' | 'lastEventMs'>;

/**
 * Measures the live signals of triggers (§4.2), from the first trusted event on.
 *
 * A page-view is a load, or a change of the address in a single-page app. Depth is the share of
 * what can be scrolled; a page that cannot be scrolled stays at nought. What was before comes from
 * the meter, which has been counting since the load.
 */
export class PageSignals {
  readonly #meter: EarlierEvents;
  readonly #now: () => number;
  readonly #onChange: () => void;
  readonly #watch: PageWatch;
  #page: string;
  #dwellBefore = 0;
  #depth = 0;
  #exitIntent = false;
  #pointerY = 0;
  #activeAt: number;

  /**
   * `now`: milliseconds since the epoch. `onChange` is told what is worth a look before the next
   * tick: depth, exit intent, a new address.
   */
  constructor(meter: EarlierEvents, now: () => number, onChange: () => void) {
    this.#meter = meter;
    this.#now = now;
    this.#onChange = onChange;
    this.#watch = new PageWatch(onChange);
    this.#page = pageOf(meter.firstUrl || location.href);
    this.#activeAt = now() - (performance.now() - meter.lastEventMs);
  }

  start(): void {
    this.turn();
    for (const type of ACTIVITY) {
      addEventListener(type, this.#onActivity, {capture: true, passive: true});
    }
    this.#watch.start();
    // What brought this code here may have been the scroll.
    if (this.#meter.read().scroll_events > 0) this.#scrolled(document);
  }

  stop(): void {
    for (const type of ACTIVITY) removeEventListener(type, this.#onActivity, {capture: true});
    this.#watch.stop();
  }

  /**
   * Whether a new page-view has begun since this was asked last; dwell, depth and exit intent start
   * anew then. To be asked before each reading: the address changes a moment before that is told.
   */
  turn(): boolean {
    const page = pageOf(location.href);
    if (page === this.#page) return false;
    this.#page = page;
    this.#dwellBefore = this.#meter.read().dwell_ms;
    this.#depth = 0;
    this.#exitIntent = false;
    return true;
  }

  /** The signals now, but for the visits. */
  read(): Omit<Signals, 'visitCount'> {
    return {
      url: location.href,
      dwellMs: this.#meter.read().dwell_ms - this.#dwellBefore,
      scrollDepth: this.#depth,
      exitIntent: this.#exitIntent,
      idleMs: this.#now() - this.#activeAt,
    };
  }

  readonly #onActivity = (event: Event) => {
    if (!event.isTrusted) return;
    this.#activeAt = this.#now();
    if (event.type === 'scroll') this.#scrolled(event.target);
    else if (event instanceof PointerEvent && event.pointerType === 'mouse') this.#moved(event);
  };

  #scrolled(target: EventTarget | null): void {
    const scroller = target === document ? document.scrollingElement : target;
    if (!(scroller instanceof Element)) return;
    const {scrollTop, scrollHeight, clientHeight} = scroller;
    const room = scrollHeight - clientHeight;
    if (room <= 0 || clientHeight < innerHeight * PAGE_SCROLLER) return;
    const depth = Math.min(1, scrollTop / room);
    // A fraction of a pixel must not keep anybody from the very end.
    const reached = room - scrollTop < 1 ? 1 : depth;
    if (reached <= this.#depth) return;
    this.#depth = reached;
    this.#onChange();
  }

  /** Where the first movement comes from is unknown: upwards counts from the second on. */
  #moved({type, clientY, relatedTarget, buttons}: PointerEvent): void {
    const leaves = type === 'pointerout' && relatedTarget === null;
    const upwards = clientY < this.#pointerY;
    this.#pointerY = clientY;
    // With a button held it is a selection or a drag, which goes anywhere.
    if (this.#exitIntent || buttons !== 0 || clientY > EXIT_EDGE || !(upwards || leaves)) return;
    this.#exitIntent = true;
    this.#onChange();
  }
}

/** An address without its fragment, which names a place on the page; one that holds a route stays. */
function pageOf(url: string): string {
  return url.replace(/#(?![/!]).*$/, '');
}
