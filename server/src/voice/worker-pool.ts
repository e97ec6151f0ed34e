import Tinypool from 'tinypool';

/** Where a pool of worker threads finds its work. */
export interface WorkerPoolOptions {
  /** File name of the entry beside the module that asks, without its extension. */
  name: string;
  /** `import.meta.url` of the module that asks. */
  base: string;
  threads: number;
  /** Given to each thread: read it with {@link workerData}. */
  data: Record<string, unknown>;
}

/** Threads that start at once and stay, from the sources as from the build. */
export function createWorkerPool({name, base, threads, data}: WorkerPoolOptions): Tinypool {
  const isSource = base.endsWith('.ts');
  const entry = new URL(`./${name}${isSource ? '.ts' : '.js'}`, base).href;
  return new Tinypool({
    filename: isSource ? new URL('./source-worker.mjs', import.meta.url).href : entry,
    runtime: 'worker_threads',
    minThreads: threads,
    maxThreads: threads,
    idleTimeout: Infinity,
    workerData: {...data, entry},
  });
}

/** The data of the pool that this thread belongs to. */
export function workerData<T>(): T {
  return Tinypool.workerData as unknown as T;
}
