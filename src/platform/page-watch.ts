/** How often the address is looked at where the browser does not tell, in milliseconds. */
const POLL_MS = 500;

/** Navigation API, as far as it is used. TypeScript's DOM library has it as optional. */
type NavigationTarget = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

/**
 * Notices that a single-page app moved, without touching its history methods.
 *
 * The title is read a moment after the address changed, when the app has rendered.
 */
export class PageWatch {
  readonly #onChange: (url: string, title: string) => void;
  #url = location.href;
  #timer: ReturnType<typeof setInterval> | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(onChange: (url: string, title: string) => void) {
    this.#onChange = onChange;
  }

  start(): void {
    this.stop();
    this.#url = location.href;
    addEventListener('popstate', this.#check);
    addEventListener('hashchange', this.#check);
    const navigation = navigationOf();
    if (navigation) navigation.addEventListener('currententrychange', this.#check);
    else this.#timer = setInterval(this.#check, POLL_MS);
  }

  stop(): void {
    removeEventListener('popstate', this.#check);
    removeEventListener('hashchange', this.#check);
    navigationOf()?.removeEventListener('currententrychange', this.#check);
    clearInterval(this.#timer);
    clearTimeout(this.#telling);
  }

  readonly #check = () => {
    if (location.href === this.#url) return;
    this.#url = location.href;
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => this.#onChange(location.href, document.title), 0);
  };
}

function navigationOf(): NavigationTarget | undefined {
  return (window as Window & {navigation?: NavigationTarget}).navigation;
}
