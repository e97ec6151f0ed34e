import {availableParallelism, totalmem} from 'node:os';

/** Measured on the embedded voice: what the server needs by itself, and for each call. */
const BASE_BYTES = 600 * 1024 * 1024;
const BYTES_PER_CALL = 30 * 1024 * 1024;
const CALLS_PER_CORE = 4;

/** Voice calls that this machine can hold at once, at least one. */
export function defaultMaxCalls(
  cores = availableParallelism(),
  memory = Math.min(totalmem(), process.constrainedMemory() || Infinity),
): number {
  const byMemory = Math.floor((memory - BASE_BYTES) / BYTES_PER_CALL);
  return Math.max(1, Math.min(cores * CALLS_PER_CORE, byMemory));
}
