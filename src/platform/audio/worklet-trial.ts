/**
 * Whether the page's policy lets the audio worklet be loaded; null where the browser has none.
 *
 * Into a context that needs no press and makes no sound.
 */
export async function canLoadWorklet(): Promise<boolean | null> {
  try {
    const {audioWorklet} = new OfflineAudioContext(1, 1, 8_000);
    if (!audioWorklet) return null;
    await audioWorklet.addModule(new URL('./audio.worklet.js', import.meta.url));
    return true;
  } catch {
    return false;
  }
}
