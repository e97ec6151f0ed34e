import type {ReactiveController, ReactiveControllerHost} from 'lit';

/**
 * Tells its host how much of its height an on-screen keyboard takes, as `--_keyboard`, and how far
 * down what is left begins, as `--_pushed`: iOS shrinks the visual viewport only, and pushes it.
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
    const {scale = 1, height = 0, offsetTop = 0} = visualViewport ?? {};
    // A page zoomed by fingers also has a small viewport, and no keyboard.
    const isOpen = scale < 1.05 && height < innerHeight;
    const {top, bottom} = this.#host.getBoundingClientRect();
    const pushed = isOpen ? Math.max(0, offsetTop - top) : 0;
    const covered = isOpen ? Math.max(0, bottom - offsetTop - height) : 0;
    this.#host.style.setProperty('--_keyboard', `${pushed + covered}px`);
    this.#host.style.setProperty('--_pushed', `${pushed}px`);
  };
}
