import {createRequire} from 'node:module';

interface LocalInference {
  initVad(): void;
  initEot(): void;
  predict(pcm: Int16Array): Promise<number>;
}

/**
 * LiveKit's native models: voice activity, and the end of a turn.
 *
 * The package comes with `@livekit/agents` and may be used only together with it.
 *
 * @throws where there is no binary for this platform.
 */
export function loadLocalInference(): LocalInference {
  const require = createRequire(import.meta.url);
  const agents = createRequire(require.resolve('@livekit/agents'));
  return agents('@livekit/local-inference') as LocalInference;
}
