import {
  LocalDirectory,
  type CallDirectory,
  type Place,
  type PlaceLimits,
} from '../domain/calls/call-directory.js';
import type {Clock} from '../domain/clock.js';
import type {Redis} from './connection.js';
import {ENTER, LEAVE, MOVE, RENEW, type Script} from './scripts.js';

/** What a process that died has held is free again after this, in milliseconds. */
const LEASE_MS = 45_000;
const RENEW_MS = 10_000;
/** Longest wait for another process to let go of a call, in milliseconds. */
const TAKE_MS = 2500;

/** What processes say to each other about a session. */
type Message = {take: string; from: string} | {left: string};

/** What {@link RedisDirectory} is wired from. */
export interface RedisDirectoryOptions {
  redis: Redis;
  /** Of this process. */
  processId: string;
  clock: Clock;
  onError: (error: unknown) => void;
}

/**
 * The calls of all processes that share a Redis.
 *
 * A place is a lease that its process renews, so that a killed one takes nothing with it. While
 * Redis is away each process knows its own calls only, and goes on with these.
 */
export class RedisDirectory implements CallDirectory {
  readonly #redis: Redis;
  readonly #processId: string;
  readonly #clock: Clock;
  readonly #onError: (error: unknown) => void;
  readonly #own = new LocalDirectory();
  readonly #places = new Map<string, Place>();
  readonly #waiting = new Map<string, () => void>();
  #stopRenewing = () => {};

  constructor({redis, processId, clock, onError}: RedisDirectoryOptions) {
    this.#redis = redis;
    this.#processId = processId;
    this.#clock = clock;
    this.#onError = onError;
  }

  async enter(place: Place, limits: PlaceLimits): Promise<'WIDGET_BUSY' | 'ADDRESS_BUSY' | null> {
    const most = (limit: number) => (Number.isFinite(limit) ? String(limit) : '');
    const {ofWidget, ofAddress} = limits;
    const told = await this.#run(ENTER, place, [most(ofWidget), most(ofAddress)]).catch(() => null);
    if (told === 'WIDGET_BUSY' || told === 'ADDRESS_BUSY') return told;
    const isShared = told !== null;
    const full = isShared ? null : await this.#own.enter(place, limits);
    if (full) return full;
    await this.#keep(place);
    return null;
  }

  async move(place: Place): Promise<void> {
    await this.#keep(place);
    // Where that fails, the next renewal enters it.
    await this.#run(MOVE, place).catch(() => {});
  }

  async leave(sessionId: string): Promise<void> {
    const place = this.#places.get(sessionId);
    this.handOn(sessionId);
    // Where that fails, the lease ends by itself.
    if (place) await this.#run(LEAVE, place).catch(() => {});
  }

  handOn(sessionId: string): void {
    this.#places.delete(sessionId);
    this.#own.handOn(sessionId);
  }

  async take(sessionId: string): Promise<void> {
    const {commands} = this.#redis;
    try {
      const holder = await commands.hGet(callKey(sessionId), 'process');
      if (!holder || holder === this.#processId) return;
      const left = this.#left(sessionId);
      const heard = await this.#tell(holder, {take: sessionId, from: this.#processId});
      // Nobody listens: it was killed.
      if (heard === 0) this.#waiting.get(sessionId)?.();
      await left;
    } catch (error) {
      this.#onError(error);
    }
  }

  async start(letGo: (sessionId: string) => Promise<void>): Promise<void> {
    await this.#redis.listener.subscribe(channelOf(this.#processId), text => {
      const message = JSON.parse(text) as Message;
      if ('left' in message) this.#waiting.get(message.left)?.();
      else this.#giveUp(message, letGo).catch(this.#onError);
    });
    this.#renewLater();
  }

  async close(): Promise<void> {
    this.#stopRenewing();
    this.#redis.close();
  }

  async #keep(place: Place): Promise<void> {
    this.#places.set(place.sessionId, place);
    await this.#own.move(place);
  }

  async #giveUp(
    {take, from}: Extract<Message, {take: string}>,
    letGo: (sessionId: string) => Promise<void>,
  ): Promise<void> {
    await letGo(take);
    await this.#tell(from, {left: take});
  }

  #left(sessionId: string): Promise<void> {
    return new Promise(resolve => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(sessionId);
        resolve();
      };
      const timer = setTimeout(done, TAKE_MS);
      this.#waiting.set(sessionId, done);
    });
  }

  /** How many heard it. */
  #tell(processId: string, message: Message): Promise<number> {
    return this.#redis.commands.publish(channelOf(processId), JSON.stringify(message));
  }

  #renewLater(): void {
    this.#stopRenewing = this.#clock.after(RENEW_MS, () => {
      const renewals = [...this.#places.values()].map(place => this.#run(RENEW, place));
      // What is missed while Redis is away is made up with the next ones.
      void Promise.allSettled(renewals);
      this.#renewLater();
    });
  }

  #run(script: Script, {sessionId, widgetId, address}: Place, more: string[] = []) {
    return this.#redis.commands.eval(script, {
      keys: [
        callKey(sessionId),
        `aiw:calls:${widgetId}`,
        address === null ? '' : `aiw:calls:${widgetId}:${address}`,
      ],
      arguments: [sessionId, this.#processId, String(LEASE_MS), ...more],
    });
  }
}

function callKey(sessionId: string): string {
  return `aiw:call:${sessionId}`;
}

function channelOf(processId: string): string {
  return `aiw:process:${processId}`;
}
