/** Quieter than this is silence: of 32,767. */
const THRESHOLD = 160;
const RATE = 16_000;
const LEAD = RATE * 0.02;
const TAIL = RATE * 0.18;

/**
 * Cuts the silence that a synthesiser puts around a sentence, leaving 20 ms before and
 * 180 ms after it: what is before the first word is time the visitor waits.
 */
export function trimSilence(samples: Int16Array): Int16Array {
  const isLoud = (sample: number) => Math.abs(sample) > THRESHOLD;
  const first = samples.findIndex(isLoud);
  if (first < 0) return samples;
  const last = samples.findLastIndex(isLoud);
  return samples.slice(Math.max(0, first - LEAD), Math.min(samples.length, last + TAIL));
}
