import {fileURLToPath} from 'node:url';

/** What the voice needs of the server's configuration. */
export interface VoiceConfig {
  /** `off`: text only. `auto`: text only where a native part cannot load. */
  voice: 'auto' | 'off';
  /** An OpenAI-compatible endpoint; null: the embedded brain. */
  llm: {baseUrl: string; apiKey: string | null; model: string | null} | null;
  /** Directory of the ears' weights; absent: `models/moonshine-tiny` of this package. */
  models?: string;
  /** Threads that speak. */
  mouthThreads?: number;
  /**
   * Whether LiveKit's end-of-turn model listens too. It takes 250 MB and hears from the
   * melody whether a visitor has finished; without it their words decide.
   */
  turnModel?: boolean;
}

/** Where the build puts the weights, seen from the sources and from the build alike. */
export const DEFAULT_MODELS = fileURLToPath(
  new URL('../../models/moonshine-tiny/', import.meta.url),
);
