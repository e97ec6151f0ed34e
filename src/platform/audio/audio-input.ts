/** Echo cancellation and its like are the browser's; the rate is the device's own. */
const CONSTRAINTS: MediaTrackConstraints = {
  echoCancellation: true,
  noiseSuppression: true,
  autoGainControl: true,
  channelCount: 1,
};

/**
 * Asks the browser for a microphone; `deviceId` is empty for the default one.
 *
 * @throws {DOMException} The browser's own. With `exact` also where that very device is gone;
 * without it another device takes its place.
 */
export function requestInput(deviceId: string, exact = false): Promise<MediaStream> {
  const chosen = deviceId && {deviceId: exact ? {exact: deviceId} : {ideal: deviceId}};
  return navigator.mediaDevices.getUserMedia({audio: {...CONSTRAINTS, ...chosen}});
}

/** Ends a microphone's use; the browser's recording sign goes out. */
export function stopInput(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** Calls back when a microphone is plugged in that may be opened without asking; once. */
export function whenInputReturns(callback: () => void): () => void {
  const {mediaDevices} = navigator;
  let isOver = false;
  const stop = () => {
    isOver = true;
    mediaDevices.removeEventListener('devicechange', look);
  };
  const look = async () => {
    if (isOver || !(await hasUsableInput()) || isOver) return;
    stop();
    callback();
  };
  mediaDevices.addEventListener('devicechange', look);
  return stop;
}

/** Whether there is a microphone that the visitor has allowed: no prompt would come up. */
export async function hasUsableInput(): Promise<boolean> {
  try {
    const name = 'microphone' as PermissionName;
    const {state} = await navigator.permissions.query({name});
    if (state !== 'granted') return false;
    const devices = await navigator.mediaDevices.enumerateDevices();
    return devices.some(({kind}) => kind === 'audioinput');
  } catch {
    // A browser that does not tell may ask: that is left to a tap.
    return false;
  }
}
