/** Float samples (−1 to 1) as PCM s16le. Every platform with web audio is little-endian. */
export function toPcm(samples: Float32Array): ArrayBuffer {
  const pcm = new Int16Array(samples.length);
  for (let i = 0; i < samples.length; i++) {
    const sample = Math.max(-1, Math.min(1, samples[i] ?? 0));
    pcm[i] = sample * (sample < 0 ? 0x8000 : 0x7fff);
  }
  return pcm.buffer;
}

/** PCM s16le as float samples; half a sample at the end is dropped. */
export function fromPcm(pcm: ArrayBuffer): Float32Array {
  const whole = new Int16Array(pcm, 0, pcm.byteLength >> 1);
  const samples = new Float32Array(whole.length);
  for (let i = 0; i < whole.length; i++) samples[i] = (whole[i] ?? 0) / 0x8000;
  return samples;
}

/** Quietest level that counts, and the loudest, in dB below full scale. */
const FLOOR_DB = -56;
const CEILING_DB = -12;

/** Loudness as the ear has it, 0 to 1, of a block of samples. */
export function loudness(samples: Float32Array): number {
  let energy = 0;
  for (const sample of samples) energy += sample * sample;
  if (energy === 0) return 0;
  const db = 10 * Math.log10(energy / samples.length);
  return Math.max(0, Math.min(1, (db - FLOOR_DB) / (CEILING_DB - FLOOR_DB)));
}
