/** A microphone or a loudspeaker that can be chosen. */
export interface AudioDevice {
  id: string;
  /** As the system names it. */
  label: string;
}

/** What is plugged in, the browser's own "default" entries apart. */
export interface AudioDevices {
  microphones: readonly AudioDevice[];
  speakers: readonly AudioDevice[];
}

/** Entries that stand for another device of the list (Chromium). */
const ALIASES: readonly string[] = ['', 'default', 'communications'];

/** Lists devices that have a name: before the visitor has allowed the microphone none has. */
export async function listAudioDevices(): Promise<AudioDevices> {
  const all = await navigator.mediaDevices.enumerateDevices();
  const named = (wanted: MediaDeviceKind) =>
    all
      .filter(({kind, deviceId, label}) => kind === wanted && label && !ALIASES.includes(deviceId))
      .map(({deviceId, label}) => ({id: deviceId, label}));
  return {microphones: named('audioinput'), speakers: named('audiooutput')};
}

/** Calls back whenever something is plugged in or taken out; the answer stops it. */
export function watchAudioDevices(callback: () => void): () => void {
  const {mediaDevices} = navigator;
  mediaDevices?.addEventListener('devicechange', callback);
  return () => mediaDevices?.removeEventListener('devicechange', callback);
}
