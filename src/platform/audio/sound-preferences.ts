import type {WidgetStorage} from '../storage.js';

/** Here and not among the launcher's keys: every page would pay for it. */
const SOUND_KEY = 'sound';

/** What a visitor has chosen about sound in this browser. Device ids are this site's own. */
export interface SoundPreferences {
  /** Device ids; empty for the browser's default. */
  readonly microphone: string;
  readonly speaker: string;
  /** Of the agent's voice, 0 to 1. */
  readonly volume: number;
  /** Absent while the visitor has not chosen. */
  readonly pushToTalk?: boolean;
}

/** Of a visitor who has chosen nothing. */
export const DEFAULT_SOUND: SoundPreferences = {microphone: '', speaker: '', volume: 1};

/** What the visitor chose earlier; a damaged value is no choice. */
export function readSound(storage: WidgetStorage): SoundPreferences {
  const kept = storage.read<Partial<Record<keyof SoundPreferences, unknown>>>(SOUND_KEY);
  const {microphone, speaker, volume, pushToTalk} = kept ?? {};
  return {
    microphone: typeof microphone === 'string' ? microphone : DEFAULT_SOUND.microphone,
    speaker: typeof speaker === 'string' ? speaker : DEFAULT_SOUND.speaker,
    volume:
      typeof volume === 'number' && volume >= 0 && volume <= 1 ? volume : DEFAULT_SOUND.volume,
    ...(typeof pushToTalk === 'boolean' && {pushToTalk}),
  };
}

/** Keeps the choice for the visitor's next calls. */
export function keepSound(storage: WidgetStorage, preferences: SoundPreferences): void {
  storage.write(SOUND_KEY, preferences);
}
