/**
 * An audio context that may sound, or null where the browser has none.
 *
 * Call inside a tap: iOS Safari lets a context run only if it was resumed in one.
 */
export function unlockAudio(): AudioContext | null {
  try {
    const context = new AudioContext({latencyHint: 'interactive'});
    void context.resume();
    return context;
  } catch {
    return null;
  }
}
