import type {Clock} from '../call/ports.js';

/** An element that has not moved for this long stands still, in milliseconds. */
const STILL_MS = 150;
/** Longest wait for a smooth scroll's end, in milliseconds. */
const LONGEST_SCROLL_MS = 2_500;
/** What counts as the same place, in CSS pixels. */
const TOLERANCE_PX = 2;

/** The visitor's own ways to scroll: whoever uses one is not corrected. */
const OWN_SCROLLING = ['wheel', 'touchmove', 'keydown', 'pointerdown'];

/**
 * Brings a section before the visitor: scrolls to it, once more if the layout has shifted on the
 * way or a pinned header covers it, and moves the focus there for those who read by it.
 */
export class SectionView {
  readonly #clock: Clock;
  #showing = new AbortController();
  #unfocus = () => {};

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** `find` gives the section as it is by then: a router may have rendered it anew. */
  async show(section: Element, find: () => Element | null, takesFocus: boolean): Promise<void> {
    this.#showing.abort();
    this.#showing = new AbortController();
    const {signal} = this.#showing;
    scrollTo(section);
    if (takesFocus) this.#focus(section);
    const giveUp = () => this.#showing.abort();
    for (const type of OWN_SCROLLING) addEventListener(type, giveUp, {signal, passive: true});
    await this.#standsStill(section, signal);
    if (signal.aborted) return;
    const now = find() ?? section;
    scrollTo(now);
    await this.#standsStill(now, signal);
    if (!signal.aborted) uncover(now);
    giveUp();
  }

  /** To the top of the page. */
  top(): void {
    this.#showing.abort();
    window.scrollTo({top: 0, behavior: scrollBehavior()});
  }

  /** Leaves the page as it was. */
  stop(): void {
    this.#showing.abort();
    this.#unfocus();
  }

  /** A section is no stop of the tab key: it becomes focusable for as long as it has focus. */
  #focus(section: Element): void {
    this.#unfocus();
    if (!(section instanceof HTMLElement)) return;
    if (section.tabIndex < 0 && !section.hasAttribute('tabindex')) this.#lendTabIndex(section);
    section.focus({preventScroll: true});
    // Not by `:focus`: in a window that is not in front, WebKit matches nothing by it.
    if (!hasFocus(section)) this.#unfocus();
  }

  #lendTabIndex(section: HTMLElement): void {
    const hadStyle = section.hasAttribute('style');
    const {outline} = section.style;
    section.tabIndex = -1;
    section.style.outline = 'none';
    const takeBack = () => {
      this.#unfocus = () => {};
      section.removeEventListener('blur', takeBack);
      section.removeAttribute('tabindex');
      section.style.outline = outline;
      if (!hadStyle && !section.style.length) section.removeAttribute('style');
    };
    this.#unfocus = takeBack;
    section.addEventListener('blur', takeBack);
  }

  /** Resolves when the section has come to rest; `scrollend` is not told everywhere. */
  #standsStill(section: Element, signal: AbortSignal): Promise<void> {
    const clock = this.#clock;
    const end = clock.now() + LONGEST_SCROLL_MS;
    let stillSince = clock.now();
    let last = section.getBoundingClientRect().top;
    return new Promise(resolve => {
      const look = () => {
        const {top} = section.getBoundingClientRect();
        if (top !== last) stillSince = clock.now();
        last = top;
        const isOver = clock.now() - stillSince >= STILL_MS || clock.now() >= end;
        if (signal.aborted || isOver) resolve();
        else clock.after(STILL_MS / 5, look);
      };
      look();
    });
  }
}

function hasFocus(section: Element): boolean {
  return (section.getRootNode() as Document | ShadowRoot).activeElement === section;
}

function scrollTo(section: Element): void {
  section.scrollIntoView({behavior: scrollBehavior(), block: 'start'});
}

function scrollBehavior(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}

/** Scrolls back by as much of the section as a pinned header covers. */
function uncover(section: Element): void {
  const {top} = section.getBoundingClientRect();
  const hidden = coverEnd(section) - top;
  if (hidden < TOLERANCE_PX) return;
  scrollerOf(section).scrollBy({top: -hidden, behavior: scrollBehavior()});
}

/** Where the lowest header ends that lies over the section's beginning; the section's top if none. */
function coverEnd(section: Element): number {
  const {left, width, top} = section.getBoundingClientRect();
  const y = Math.max(top, 0) + 1;
  const ends = [0.1, 0.5, 0.9].flatMap(share => {
    const x = Math.min(Math.max(left + width * share, 1), innerWidth - 1);
    return coversAt(x, y, section).map(cover => cover.getBoundingClientRect().bottom);
  });
  // What reaches further down than half the window is a dialog or a sheet, and no header.
  return Math.max(top, ...ends.filter(end => end < innerHeight / 2));
}

/** Pinned elements that lie over the section at a point of the window. */
function coversAt(x: number, y: number, section: Element): Element[] {
  const stack = document.elementsFromPoint(x, y);
  const own = stack.findIndex(element => element.contains(section) || section.contains(element));
  const above = own < 0 ? stack : stack.slice(0, own);
  return above.map(pinned).filter(cover => cover !== null && !cover.contains(section)) as Element[];
}

/** The element itself or its nearest ancestor that does not scroll along; null where all do. */
function pinned(element: Element | null): Element | null {
  while (element && !/fixed|sticky/.test(getComputedStyle(element).position)) {
    element = element.parentElement;
  }
  return element;
}

function scrollerOf(section: Element): Element | Window {
  let box = section.parentElement;
  while (box && box !== document.body && box !== document.documentElement) {
    const {overflowY} = getComputedStyle(box);
    if (/auto|scroll/.test(overflowY) && box.scrollHeight > box.clientHeight) return box;
    box = box.parentElement;
  }
  return window;
}
