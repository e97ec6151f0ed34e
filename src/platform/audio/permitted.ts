import {permissionState} from '../microphone-problem.js';

/** How long an audio context may take to start, in milliseconds. */
const START_MS = 500;

/**
 * Whether a page that nobody has touched yet may listen and sound: the microphone is granted, and
 * the context of `unlock` starts. Nobody is asked for anything.
 */
export async function isVoicePermitted(unlock: () => AudioContext | null): Promise<boolean> {
  return (await permissionState()) === 'granted' && starts(unlock());
}

/** A browser that does not allow it leaves the context suspended, and says nothing. */
function starts(context: AudioContext | null): Promise<boolean> {
  const isRunning = () => context?.state === 'running';
  if (!context || isRunning()) return Promise.resolve(isRunning());
  return new Promise(resolve => {
    const timer = setTimeout(() => resolve(isRunning()), START_MS);
    context.addEventListener(
      'statechange',
      () => {
        clearTimeout(timer);
        resolve(isRunning());
      },
      {once: true},
    );
  });
}
