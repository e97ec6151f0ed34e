import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Tells its host how much of the window an on-screen keyboard takes, as
 * `--_keyboard`, and how far the browser has pushed the page up for it, as
 * `--_pushed`: iOS shrinks the visual viewport only.
 */
export class KeyboardInset implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    visualViewport?.addEventListener('resize', this.#measure);
    visualViewport?.addEventListener('scroll', this.#measure);
  }

  hostDisconnected() {
    visualViewport?.removeEventListener('resize', this.#measure);
    visualViewport?.removeEventListener('scroll', this.#measure);
  }

  #measure = () => {
    const viewport = visualViewport;
    // A page zoomed by fingers also has a small viewport, and no keyboard.
    const open = viewport !== null && viewport.scale < 1.05;
    const taken = open ? Math.max(0, innerHeight - viewport.height) : 0;
    this.#host.style.setProperty('--_keyboard', `${taken}px`);
    this.#host.style.setProperty('--_pushed', `${taken && viewport ? viewport.offsetTop : 0}px`);
  };
}
