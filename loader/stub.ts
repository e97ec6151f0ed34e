import type {AIWWidgetApi} from '../src/page-api.js';

/** A call that a page has made before the bundle: the method's name, and what it was given. */
type KeptCall = [name: string, args: ArrayLike<unknown>] & {
  /** Ends a listener, once there is one. */
  stop?: unknown;
};

/** What the page's inline stub has kept (docs/api.md). */
export type KeptCalls = KeptCall[] & {
  /** Settles the stub's `ready`. */
  ready?: (ready: Promise<void>) => void;
};

/** The calls of an inline stub, where a value is one. */
export function callsOf(value: unknown): KeptCalls | null {
  const {calls} = (value ?? {}) as {calls?: unknown};
  return Array.isArray(calls) ? (calls as KeptCalls) : null;
}

/** Makes the calls that were kept, in order, and from now on those still made to the stub. */
export function replay(calls: KeptCalls, api: AIWWidgetApi): void {
  const run = (call: KeptCall) => {
    const method: unknown = api[call[0] as keyof AIWWidgetApi];
    if (typeof method === 'function') call.stop = Reflect.apply(method, api, call[1]);
    return 0;
  };
  calls.forEach(run);
  calls.push = run;
  calls.ready?.(api.ready);
}
