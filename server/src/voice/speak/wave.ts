/**
 * Samples of a RIFF WAVE file as PCM bytes, without its headers.
 *
 * @throws when it is no such file.
 */
export function pcmOfWave(file: Uint8Array): Uint8Array {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const name = (at: number) => String.fromCharCode(...file.subarray(at, at + 4));
  if (file.length < 44 || name(0) !== 'RIFF') throw new Error('Not a WAVE file.');
  for (let at = 12; at + 8 <= file.length;) {
    const size = view.getUint32(at + 4, true);
    if (name(at) === 'data') return file.slice(at + 8, Math.min(at + 8 + size, file.length));
    at += 8 + size + (size % 2);
  }
  throw new Error('A WAVE file without samples.');
}
