import {inOrder, isConsentMissing, readConsent, type Wish} from '../call/consent.js';
import type {CallState} from '../call/state.js';
import type {AskedConsent, GivenConsent} from '../contract/index.js';
import type {WidgetStorage} from '../platform/storage.js';
import type {ConsentQuestion} from './call-context.js';

/** Where a visitor's consent is remembered, with the version of the text they agreed to. */
const CONSENT_KEY = 'consent';

/** The widget that asks for consent. */
export interface GateHost {
  /** As the widget asks for it now. */
  asked(): AskedConsent | undefined;
  /** Does what starts a call. */
  fulfil(wish: Wish): void;
  /** What would start a call has waited, and the visitor has agreed; inside their tap. */
  again(wish: Wish): void;
  changed(): void;
}

/**
 * Keeps what would start a call until the visitor has agreed to the widget's text.
 *
 * Until then nothing is asked of the browser or sent. Reads what is remembered each time: another
 * tab may have asked, the site may have erased it.
 */
export class ConsentGate implements ConsentQuestion {
  status: ConsentQuestion['status'] = undefined;
  readonly #storage: WidgetStorage;
  readonly #host: GateHost;
  readonly #now: () => Date;
  #wishes: readonly Wish[] = [];

  constructor(storage: WidgetStorage, host: GateHost, now = () => new Date()) {
    this.#storage = storage;
    this.#host = host;
    this.#now = now;
  }

  /** What the visitor agreed to, where it is the text of now. */
  get given(): GivenConsent | null {
    const given = readConsent(this.#storage.read(CONSENT_KEY));
    return isConsentMissing(this.#host.asked(), given) ? null : given;
  }

  get text(): string {
    return this.#host.asked()?.text ?? '';
  }

  get policyUrl(): string | undefined {
    return this.#host.asked()?.policyUrl;
  }

  get waiting(): readonly string[] {
    return this.#wishes.flatMap(wish => ('text' in wish ? [wish.text] : []));
  }

  /** Lets a wish through, or keeps it and asks. */
  pass(...wishes: readonly Wish[]): void {
    if (this.given) {
      for (const wish of wishes) this.#host.fulfil(wish);
      return;
    }
    this.#wishes = [...this.#wishes, ...wishes];
    this.#become('asked');
  }

  /** What the visitor agreed to; what began without is kept, and asked for. */
  admit({stage, mode, transcript}: CallState): GivenConsent | null {
    const {given} = this;
    if (!given && (stage.phase === 'resolving' || stage.phase === 'connecting')) {
      const texts = transcript.filter(({pending}) => pending).map(({text}) => ({text}));
      this.pass({mode: mode === 'text' ? mode : 'voice'}, ...texts);
    }
    return given;
  }

  agree(): void {
    const {version = ''} = this.#host.asked() ?? {};
    this.#storage.write(CONSENT_KEY, {version, agreed_at: this.#now().toISOString()});
    const wishes = inOrder(this.#wishes);
    this.forget();
    for (const wish of wishes) this.#host.again(wish);
  }

  /** What was written waits on, should the visitor think better of it; a call does not. */
  decline(): void {
    this.#wishes = this.#wishes.filter(wish => 'text' in wish);
    this.#become('declined');
  }

  review(): void {
    this.#become('asked');
  }

  /** Drops what waits, and the question. */
  forget(): void {
    this.#wishes = [];
    this.#become(undefined);
  }

  #become(status: ConsentQuestion['status']): void {
    this.status = status;
    this.#host.changed();
  }
}
