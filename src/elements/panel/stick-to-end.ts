import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** How near the end, in pixels, still counts as being there. */
const SLACK = 48;

/** Keeps a scroller at its end while its content grows, until the reader scrolls away. */
export class StickToEnd implements ReactiveController {
  /** Whether the end is in view. */
  pinned = true;
  readonly #host: ReactiveControllerHost;
  readonly #resize = new ResizeObserver(() => this.#follow());
  #scroller: HTMLElement | undefined;
  #last = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Names the scroller; its children's sizes are what grows. */
  attach(scroller: HTMLElement | undefined) {
    if (scroller === this.#scroller) return;
    this.#scroller?.removeEventListener('scroll', this.#onScroll);
    this.#resize.disconnect();
    this.#scroller = scroller;
    if (!scroller) return;
    scroller.addEventListener('scroll', this.#onScroll, {passive: true});
    // The first report of a size comes by itself, after the layout that is due anyway.
    for (const part of [scroller, ...scroller.children]) this.#resize.observe(part);
  }

  /** Goes to the end and stays there. */
  pin = () => {
    this.pinned = true;
    this.#follow();
    this.#host.requestUpdate();
  };

  hostDisconnected() {
    this.attach(undefined);
  }

  #follow() {
    const scroller = this.#scroller;
    if (!scroller || !this.pinned) return;
    scroller.scrollTop = scroller.scrollHeight;
    this.#last = scroller.scrollTop;
  }

  #onScroll = () => {
    const scroller = this.#scroller;
    if (!scroller) return;
    const {scrollTop} = scroller;
    const near = scroller.scrollHeight - scrollTop - scroller.clientHeight < SLACK;
    // Content that grew before this event came is no reason to let go: only going up is.
    const pinned = near || (this.pinned && scrollTop >= this.#last);
    this.#last = scrollTop;
    if (pinned === this.pinned) return;
    this.pinned = pinned;
    this.#host.requestUpdate();
  };
}
