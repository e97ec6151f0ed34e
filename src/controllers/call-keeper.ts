import type {Call} from '../call/call.js';
import type {KeptCall} from '../call/kept-call.js';
import type {CallStage} from '../call/state.js';
import {isLive, isUnderWay} from '../call/step.js';
import type {EngagementCounts} from '../platform/engagement.js';
import {SessionLock} from '../platform/session-lock.js';
import type {WidgetStorage} from '../platform/storage.js';
import {CALL_KEY} from '../platform/storage-keys.js';

/** What a page knows beside its call. */
export interface PageMemory {
  /** Whether the panel is open. */
  isOpen: boolean;
  /** What the visitor did since the tab's first page. */
  engagement: EngagementCounts;
}

/** A call as it waits in the tab's storage; `format` tells it from another version's. */
type KeptPage = KeptCall & PageMemory & {format: typeof FORMAT};

const FORMAT = 1;

/** The widget whose call is kept. */
export interface KeeperHost {
  memory(): PageMemory;
  /** The call of the page before is this page's now. */
  restore(kept: KeptCall & PageMemory): unknown;
}

/**
 * Hands a call under way from one page of a tab to the next (docs/decisions/0011).
 *
 * Written as a page is left and removed as it is taken, so that while a call is live there is
 * nothing that a duplicated tab could copy.
 */
export class CallKeeper {
  readonly #call: Call;
  readonly #storage: WidgetStorage;
  readonly #host: KeeperHost;
  readonly #lock = new SessionLock();

  /** `storage` is the tab's own. */
  constructor(call: Call, storage: WidgetStorage, host: KeeperHost) {
    this.#call = call;
    this.#storage = storage;
    this.#host = host;
  }

  start(): void {
    addEventListener('pagehide', this.#onHide);
    addEventListener('pageshow', this.#onShow);
  }

  stop(): void {
    removeEventListener('pagehide', this.#onHide);
    removeEventListener('pageshow', this.#onShow);
  }

  /** Holds the session for as long as its call is under way. */
  follow(stage: CallStage): void {
    const {sessionId} = this.#call;
    if (!isUnderWay(stage)) this.#lock.release();
    else if (isLive(stage) && sessionId !== undefined) void this.#lock.take(sessionId);
  }

  /** Takes up the call that the page before has left, if it can still be had. */
  async take(): Promise<void> {
    const kept = this.#storage.read<KeptPage>(CALL_KEY);
    this.#storage.write(CALL_KEY, null);
    if (kept?.format !== FORMAT || kept.until <= Date.now()) return;
    if (await this.#lock.take(kept.session.sessionId)) this.#host.restore(kept);
  }

  readonly #onHide = () => {
    const memory = this.#host.memory();
    const kept = this.#call.leave();
    if (kept) this.#storage.write(CALL_KEY, {...kept, ...memory, format: FORMAT});
  };

  /** The browser shows a page again as it was when it was left, script and all. */
  readonly #onShow = ({persisted}: PageTransitionEvent) => {
    if (persisted) void this.take();
  };
}
