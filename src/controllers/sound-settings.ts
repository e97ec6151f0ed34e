import type {DeviceMicrophone} from '../platform/audio/microphone.js';
import {
  DEFAULT_SOUND,
  keepSound,
  readSound,
  type SoundPreferences,
} from '../platform/audio/sound-preferences.js';
import {ContextSpeaker} from '../platform/audio/speaker.js';
import type {WidgetStorage} from '../platform/storage.js';

export type {SoundPreferences};

/** A device that could not be changed to; the one in use stays. */
export type SoundFault = 'microphone' | 'speaker';

/** Microphone, loudspeaker and volume, as the visitor chooses them. */
export interface Sound {
  readonly preferences: SoundPreferences;
  /** Where the browser has no way to choose a loudspeaker, none is offered. */
  readonly canChooseSpeaker: boolean;
  /** Applies and remembers a choice. */
  change(changes: Partial<SoundPreferences>): Promise<SoundFault | null>;
}

/** Applies the visitor's choice to microphone and loudspeaker, and keeps it in the browser. */
export class SoundSettings implements Sound {
  preferences: SoundPreferences;
  readonly canChooseSpeaker = ContextSpeaker.canChoose;
  readonly #storage: WidgetStorage;
  readonly #microphone: DeviceMicrophone;
  readonly #speaker: ContextSpeaker;
  readonly #changed: () => void;

  /** `changed` is called after each change. */
  constructor(
    storage: WidgetStorage,
    microphone: DeviceMicrophone,
    speaker: ContextSpeaker,
    changed: () => void,
  ) {
    this.#storage = storage;
    this.#microphone = microphone;
    this.#speaker = speaker;
    this.#changed = changed;
    this.preferences = this.#use(readSound(storage));
  }

  /** Back to the browser's defaults. */
  forget(): void {
    this.preferences = this.#use(DEFAULT_SOUND);
    this.#changed();
  }

  #use(preferences: SoundPreferences): SoundPreferences {
    this.#microphone.deviceId = preferences.microphone;
    this.#speaker.prefer(preferences.speaker);
    this.#speaker.volume = preferences.volume;
    return preferences;
  }

  async change(changes: Partial<SoundPreferences>): Promise<SoundFault | null> {
    const fault = await this.#apply(changes);
    if (fault) return fault;
    this.preferences = {...this.preferences, ...changes};
    keepSound(this.#storage, this.preferences);
    this.#changed();
    return null;
  }

  async #apply({microphone, speaker, volume}: Partial<SoundPreferences>) {
    if (volume !== undefined) this.#speaker.volume = volume;
    try {
      if (microphone !== undefined) await this.#microphone.change(microphone);
    } catch {
      return 'microphone';
    }
    try {
      if (speaker !== undefined) await this.#speaker.change(speaker);
    } catch {
      return 'speaker';
    }
    return null;
  }
}
