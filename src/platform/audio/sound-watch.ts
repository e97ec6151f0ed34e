import type {Clock} from '../../call/ports.js';

/** How long a context may stand still before the visitor is told, in milliseconds. */
const GRACE_MS = 800;

/**
 * Watches whether a page may sound: a phone call or a headset that goes away stops an audio
 * context in mid-call (iOS calls that `interrupted`).
 *
 * It wakes the context by itself where the browser allows; where only a tap can, it says so.
 */
export class SoundWatch {
  readonly #tell: (isInterrupted: boolean) => void;
  readonly #clock: Clock;
  #context: AudioContext | null = null;
  #stopTimer: () => void = () => {};
  #isSilenced = false;
  #told = false;

  /** `tell` is called at every change: true where sound or microphone is taken away. */
  constructor(tell: (isInterrupted: boolean) => void, clock: Clock) {
    this.#tell = tell;
    this.#clock = clock;
  }

  /** Watches this context from now on; null ends it. */
  watch(context: AudioContext | null): void {
    if (context === this.#context) return;
    this.#context?.removeEventListener('statechange', this.#look);
    this.#context = context;
    this.#isSilenced = false;
    this.#told = false;
    const act = context ? 'addEventListener' : 'removeEventListener';
    context?.addEventListener('statechange', this.#look);
    document[act]('visibilitychange', this.#look);
    this.#look();
  }

  /** The system has silenced the microphone, or lets it be heard again. */
  silenced(isSilenced: boolean): void {
    this.#isSilenced = isSilenced;
    this.#look();
  }

  readonly #look = () => {
    this.#stopTimer();
    const context = this.#context;
    if (!context) return;
    const isRunning = context.state === 'running';
    if (isRunning && !this.#isSilenced) return this.#say(false);
    this.#stopTimer = this.#clock.after(GRACE_MS, () => this.#say(true));
    // Refused where a tap is needed: that is what is told then.
    if (!isRunning && !document.hidden) context.resume().catch(() => {});
  };

  #say(isInterrupted: boolean): void {
    if (this.#told === isInterrupted) return;
    this.#told = isInterrupted;
    this.#tell(isInterrupted);
  }
}
