import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {Resolver} from '../api/resolver.js';
import type {ApiResult} from '../api/post.js';
import type {ResolveResponse} from '../contract/index.js';
import {WIDGET_TOKEN_PATTERN} from '../contract/token.js';
import type {NavigateHandler} from '../navigation/ports.js';
import {unlockAudio} from '../platform/audio/unlock.js';
import {defaultBackendUrl} from '../platform/default-backend.js';
import {EngagementMeter} from '../platform/engagement.js';
import type {ClientTools} from './client-tools.js';
import {hasLeftovers, unstored} from '../platform/storage-keys.js';

/** What a widget element tells its controller. */
export interface WidgetHost extends ReactiveControllerHost {
  readonly token: string;
  readonly backendUrl: string;
  /** `none`: the page's site allows nothing in the browser's storage. */
  readonly storage: string;
}

/** Problems after which this page will never have a widget: the launcher goes away. */
const REFUSALS = ['origin', 'unknown-token', 'not-live'];

/** The light half of a widget: resolves it, counts engagement, unlocks audio. */
export class WidgetController implements ReactiveController {
  readonly ready: Promise<void>;
  readonly meter = new EngagementMeter(window);
  /** The published revision, once the backend has told it. */
  settings: ResolveResponse | null = null;
  /** The backend refuses this page; the console says why. */
  refused = false;
  audioContext: AudioContext | null = null;
  resolver: Resolver | null = null;
  /** The page's router where it has registered one. */
  navigateHandler: NavigateHandler | null = null;
  /** What the page has told of itself, for the agent. */
  facts: Record<string, unknown> | null = null;
  /** Functions of the page, where it has declared some. */
  tools: ClientTools | null = null;
  readonly #host: WidgetHost;
  readonly #takeUp: () => unknown;
  #settle!: [resolve: () => void, reject: (reason: Error) => void];

  /**
   * `prefetch` is called where an earlier page has left something to be done; `watch` where there
   * are triggers, once somebody is there.
   */
  constructor(host: WidgetHost, prefetch: () => unknown, watch: () => unknown) {
    this.#host = host;
    this.#takeUp = () => hasLeftovers(host.token) && prefetch();
    this.ready = new Promise((...settle) => {
      this.#settle = settle;
    });
    this.ready.then(
      () => {
        this.#takeUp();
        if (this.settings?.triggers.length) void this.meter.engaged.then(watch);
      },
      // Waiting for it is optional.
      () => {},
    );
    host.addController(this);
  }

  /** Makes the audio context; inside a tap. `context` is one that the tap has unlocked already. */
  unlock(context?: AudioContext | null): AudioContext | null {
    this.audioContext ??= context ?? unlockAudio();
    // A second tap wakes a context that the browser has put to sleep.
    void this.audioContext?.resume();
    return this.audioContext;
  }

  hostConnected(): void {
    this.meter.connect();
    // Taken out and put in again, the root has left the top layer.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.meter.disconnect();
    void this.audioContext?.close();
    this.audioContext = null;
  }

  hostUpdate(): void {
    this.#keep();
    if (!this.resolver) this.#bootstrap();
  }

  /** What is kept moves to where the site allows it now. */
  #keep(): void {
    const {token} = this.#host;
    const isBarred = () => this.#host.storage === 'none';
    if (isBarred() === unstored.has(token)) return;
    if (isBarred()) unstored.add(token);
    // From the beginning there is nothing to move: what an earlier page has left is not touched.
    const isSwitch = !!this.resolver;
    // Fetched in any case: the server may be away when the site says yes.
    import('../platform/storage-mode.js')
      .then(({moveStorage}) => {
        if (!isSwitch) return;
        moveStorage(token, isBarred());
        this.#takeUp();
      })
      .catch(() => {});
  }

  #bootstrap(): void {
    const {token, backendUrl} = this.#host;
    // A framework may set the attribute a moment after it has inserted the element.
    if (!token) return;
    const resolver = new Resolver(backendUrl || defaultBackendUrl(), token, this.#answered);
    this.resolver = resolver;
    // In a task of its own: rendering and asking together would be a long one on a slow phone.
    if (self.origin !== 'null' && WIDGET_TOKEN_PATTERN.test(token)) {
      return void setTimeout(() => resolver.resolve());
    }
    // Words for pages that have no widget are fetched by them only.
    void import('./page-faults.js').then(({pageFault}) => this.#refuse(pageFault()));
  }

  /** Also of a later try, where the backend could not be reached at first. */
  readonly #answered = (result: ApiResult<ResolveResponse>) => {
    if (result.ok) {
      this.settings = result.value;
      this.#host.requestUpdate();
      this.#settle[0]();
    } else if (REFUSALS.includes(result.problem)) this.#refuse(result.problem);
  };

  #refuse(problem: string): void {
    this.refused = true;
    this.#host.requestUpdate();
    this.#settle[1](new Error(`The widget does not run on this page: ${problem}.`));
  }
}
