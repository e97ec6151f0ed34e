import {timestamp, type Clock} from '../clock.js';
import type {Keyring} from '../keys.js';
import {webhookContext, withWholeLink, type DueMessage, type OutboxStore} from './webhooks.js';

/** What is sent: signed after the Standard Webhooks specification. */
export interface SignedMessage {
  url: string;
  id: string;
  /** Seconds since the epoch. */
  timestamp: number;
  body: string;
  /** `whsec_…` */
  secret: string;
}

/** Sends a message; resolves to the HTTP status, or rejects with a {@link DeliveryError}. */
export type SendWebhook = (message: SignedMessage, signal: AbortSignal) => Promise<number>;

/** Why nothing could be sent, as the delivery log says it: a short code without an address. */
export class DeliveryError extends Error {
  override name = 'DeliveryError';
}

/** Waits between tries, in seconds, after the Standard Webhooks specification. */
const WAITS_SECONDS: readonly number[] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000];
/** How long a try may take before another process may make it, in milliseconds. */
const LEASE_MS = 60_000;
const LOOK_MS = 2000;
const AT_ONCE = 10;

/** Brings the outbox's messages to operators' own systems, each until it is accepted. */
export class WebhookCourier {
  readonly #outbox: OutboxStore;
  readonly #keys: Keyring;
  readonly #clock: Clock;
  readonly #send: SendWebhook;
  readonly #publicUrl: string | null;
  readonly #onAttempt: (isDelivered: boolean) => void;
  readonly #onError: (error: unknown) => void;
  #cancel = () => {};
  readonly #stopping = new AbortController();
  #round: Promise<void> = Promise.resolve();

  /** @param onError - Told where the store fails; the next look comes all the same. */
  constructor({
    outbox,
    keys,
    clock,
    send,
    publicUrl,
    onAttempt,
    onError,
  }: {
    outbox: OutboxStore;
    keys: Keyring;
    clock: Clock;
    send: SendWebhook;
    /** Where the dashboard is; null: not known. */
    publicUrl: string | null;
    onAttempt: (isDelivered: boolean) => void;
    onError: (error: unknown) => void;
  }) {
    this.#onAttempt = onAttempt;
    this.#outbox = outbox;
    this.#keys = keys;
    this.#clock = clock;
    this.#send = send;
    this.#publicUrl = publicUrl;
    this.#onError = onError;
  }

  /** Looks for messages that are due, again and again. */
  start(): void {
    this.#round = this.#deliver()
      .catch(this.#onError)
      .finally(() => {
        if (!this.#isStopped) this.#cancel = this.#clock.after(LOOK_MS, () => this.start());
      });
  }

  /** Resolves once the look under way is over. */
  settled(): Promise<void> {
    return this.#round;
  }

  /** Breaks off what is under way, to be tried again; resolves once that is noted. */
  stop(): Promise<void> {
    this.#stopping.abort();
    this.#cancel();
    return this.#round;
  }

  get #isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  async #deliver(): Promise<void> {
    while (!this.#isStopped) {
      const now = this.#clock.now();
      const due = await this.#outbox.take(timestamp(now), timestamp(now + LEASE_MS), AT_ONCE);
      await Promise.all(due.map(message => this.#try(message)));
      if (due.length < AT_ONCE) return;
    }
  }

  async #try({id, widgetId, url, sealedSecret, body, attempts}: DueMessage): Promise<void> {
    let answer: string;
    let isDelivered = false;
    try {
      const secret = this.#keys.open(sealedSecret, webhookContext(widgetId));
      const seconds = Math.floor(this.#clock.now() / 1000);
      const linked = withWholeLink(body, this.#publicUrl);
      const message = {url, id, timestamp: seconds, body: linked, secret};
      const status = await this.#send(message, this.#stopping.signal);
      answer = String(status);
      isDelivered = status >= 200 && status < 300;
    } catch (error) {
      answer = error instanceof DeliveryError ? error.message : 'failed';
      if (!(error instanceof DeliveryError)) this.#onError(error);
    }
    const now = this.#clock.now();
    const wait = isDelivered ? undefined : WAITS_SECONDS[attempts - 1];
    this.#onAttempt(isDelivered);
    await this.#outbox.settle(id, {
      at: timestamp(now),
      isDelivered,
      answer,
      dueAt: wait === undefined ? null : timestamp(now + wait * 1000),
    });
  }
}
