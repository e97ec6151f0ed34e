/** Spread of a measured quantity. */
export interface Summary {
  count: number;
  min: number;
  median: number;
  p95: number;
  max: number;
}

/** The value below which a share `p` (0 to 1) of the values lies. */
function percentile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(p * sorted.length) - 1)] ?? NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** Minimum, median, 95th percentile and maximum, rounded to a tenth. */
export function summary(values: readonly number[]): Summary {
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    count: values.length,
    min: round(Math.min(...values)),
    median: round(median(values)),
    p95: round(percentile(values, 0.95)),
    max: round(Math.max(...values)),
  };
}
