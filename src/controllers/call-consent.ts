import type {Wish} from '../call/consent.js';
import type {CallState} from '../call/state.js';
import {isUnderWay} from '../call/step.js';
import type {GivenConsent} from '../contract/index.js';
import type {WidgetStorage} from '../platform/storage.js';
import type {ConsentQuestion} from './call-context.js';
import type {ConsentGate} from './consent-gate.js';
import type {WidgetController} from './widget-controller.js';

/** The call that may have to wait for consent. */
export interface ConsentHost {
  /** Fetches what asks; null where it cannot be had now. */
  consentGate(): Promise<typeof ConsentGate | null>;
  state(): CallState;
  /** Does what starts a call. */
  fulfil(wish: Wish): void;
  /** The same after the visitor has agreed; inside their tap. */
  again(wish: Wish): void;
  /** Takes back a call that has begun to start. */
  clear(): void;
  changed(): void;
}

/** Stands between what would start a call and the call, where the widget asks for consent. */
export class CallConsent {
  readonly #widget: WidgetController;
  readonly #storage: WidgetStorage;
  readonly #host: ConsentHost;
  #gate: ConsentGate | null = null;

  constructor(widget: WidgetController, storage: WidgetStorage, host: ConsentHost) {
    this.#widget = widget;
    this.#storage = storage;
    this.#host = host;
  }

  /** What the visitor is asked, while they are. */
  get question(): ConsentQuestion | undefined {
    return (this.#gate?.status && this.#gate) ?? undefined;
  }

  /** Fetches what asks, where the widget does. */
  async load(): Promise<ConsentGate | null> {
    if (this.#gate || !this.#asked) return this.#gate;
    const Gate = await this.#host.consentGate();
    const {fulfil, again, changed} = this.#host;
    this.#gate ??=
      Gate && new Gate(this.#storage, {asked: () => this.#asked, fulfil, again, changed});
    return this.#gate;
  }

  /** Does what may start a call; before a first one the visitor agrees. */
  wish(wish: Wish): void {
    if (!this.#asked || isUnderWay(this.#host.state().stage)) this.#host.fulfil(wish);
    else void this.load().then(gate => gate?.pass(wish));
  }

  /** Resolves when a microphone may be asked for; undefined where it may be at once. */
  admitMicrophone(): Promise<unknown> | undefined {
    return this.#widget.settings && !this.#asked ? undefined : this.admit();
  }

  /**
   * What the visitor agreed to, once the widget is known. A call that began before it was known
   * that they have to, or to another text by now, is taken back to be asked for.
   */
  async admit(): Promise<GivenConsent | null> {
    // On a page that the backend refuses, for ever: nothing is to begin there.
    await this.#widget.ready.catch(() => new Promise(() => {}));
    const gate = await this.load();
    const given = gate?.admit(this.#host.state());
    if (given || !this.#asked) return given ?? null;
    const {phase} = this.#host.state().stage;
    if (phase === 'resolving' || phase === 'connecting') this.#host.clear();
    return null;
  }

  /** What waited for an answer is not wanted any more. */
  forget(): void {
    this.#gate?.forget();
  }

  get #asked() {
    return this.#widget.settings?.consent;
  }
}
