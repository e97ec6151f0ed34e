import type {Guide} from '../call/ports.js';
import {warnOnce} from '../errors.js';
import type {NavRequest} from '../navigation/ports.js';
import type {PageGuide, PageGuideOptions} from '../platform/page-guide.js';

type Outcome = ReturnType<Guide['go']>;

/** Guided navigation, fetched by the sites that use it and by no others (§7). */
export class LazyGuide implements Guide {
  readonly #options: PageGuideOptions;
  #loading: Promise<PageGuide | null> | null = null;
  #guide: PageGuide | null = null;
  /** Counts endings: what was asked for before one and is not under way yet is dropped. */
  #endings = 0;

  constructor(options: PageGuideOptions) {
    this.#options = options;
  }

  /** Fetches it, so that the first way is as quick as the next; what failed is tried again. */
  load(): Promise<PageGuide | null> {
    this.#loading ??= import('../platform/page-guide.js').then(
      ({PageGuide}) => (this.#guide = new PageGuide(this.#options)),
      () => {
        warnOnce('', 'A part of the widget could not be loaded. Check the network and script-src.');
        return (this.#loading = null);
      },
    );
    return this.#loading;
  }

  go(target: NavRequest, leaving?: () => Promise<boolean>): Outcome {
    return this.#ask(guide => guide.go(target, leaving));
  }

  arrive(target: NavRequest): Outcome {
    return this.#ask(guide => guide.arrive(target));
  }

  /** Ends what it is waiting for. */
  stop(): void {
    this.#endings++;
    this.#guide?.stop();
  }

  async #ask(act: (guide: PageGuide) => Outcome): Outcome {
    const endings = this.#endings;
    const guide = await this.load();
    return guide && endings === this.#endings ? act(guide) : UNAVAILABLE;
  }
}

const UNAVAILABLE: Awaited<Outcome> = {result: 'refused', reason: 'unavailable'};
