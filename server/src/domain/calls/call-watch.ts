import type {EndReason} from '../../../../src/contract/index.js';
import {RESUME_WINDOW_MS} from '../../../../src/contract/index.js';
import type {Clock} from '../clock.js';
import type {CallLimits} from '../widgets/widget.js';

/**
 * Ends a call that has gone on too long, in which nothing is said any more, or whose visitor
 * does not come (back).
 */
export class CallWatch {
  readonly #clock: Clock;
  readonly #limits: CallLimits;
  readonly #onOver: (reason: EndReason) => void;
  readonly #stopMaximum: () => void;
  #lastActive: number;
  #stopIdle = () => {};
  #stopAway = () => {};

  /** @param startedAt - Of the call, in ms since the epoch: it may have begun in another process. */
  constructor(
    {clock, limits, startedAt}: {clock: Clock; limits: CallLimits; startedAt: number},
    onOver: (reason: EndReason) => void,
  ) {
    this.#clock = clock;
    this.#limits = limits;
    this.#onOver = onOver;
    this.#lastActive = clock.now();
    const left = startedAt + limits.maxCallSeconds * 1000 - clock.now();
    this.#stopMaximum = clock.after(Math.max(0, left), () => onOver('limit'));
    this.away();
  }

  /** Somebody spoke or typed. Cheap: called for every piece of audio. */
  active(): void {
    this.#lastActive = this.#clock.now();
  }

  /** Nobody is connected: the session waits for a while. */
  away(): void {
    this.#stopIdle();
    this.#stopAway();
    this.#stopAway = this.#clock.after(RESUME_WINDOW_MS, () => this.#onOver('timeout'));
  }

  /** The visitor is here. */
  present(): void {
    this.#stopAway();
    this.active();
    this.#watchIdle();
  }

  stop(): void {
    this.#stopMaximum();
    this.#stopIdle();
    this.#stopAway();
  }

  #watchIdle(): void {
    this.#stopIdle();
    const idleMs = this.#limits.idleSeconds * 1000;
    const left = this.#lastActive + idleMs - this.#clock.now();
    if (left <= 0) this.#onOver('timeout');
    else this.#stopIdle = this.#clock.after(left, () => this.#watchIdle());
  }
}
