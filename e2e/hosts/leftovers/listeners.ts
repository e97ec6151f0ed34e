import type {WatchedWindow} from './registry.js';

/** Goes into a page: keeps account of listeners on what outlives the widget's own nodes. */
export function watchListeners(): void {
  const begun = (window as WatchedWindow).hostBegun;
  const {addEventListener: add, removeEventListener: remove} = EventTarget.prototype;
  const keys = new WeakMap<object, Map<string, object>>();
  const numbers = new WeakMap<object, number>();
  let last = 0;
  type Options = AddEventListenerOptions | boolean | undefined;
  const detailsOf = (options: Options): AddEventListenerOptions =>
    typeof options === 'object' ? (options ?? {}) : {capture: options};
  /** The same object for the same registration: target, type, listener and capture. */
  const keyOf = (target: object, type: string, listener: object, options: Options) => {
    const number = numbers.get(listener) ?? ++last;
    numbers.set(listener, number);
    const id = `${type} ${number} ${Boolean(detailsOf(options).capture)}`;
    const known = keys.get(target) ?? new Map<string, object>();
    keys.set(target, known);
    const key = known.get(id) ?? {};
    known.set(id, key);
    return key;
  };
  const lasts = (target: EventTarget) =>
    !(target instanceof Node) ||
    [document, document.documentElement, document.body].includes(target as Document);
  EventTarget.prototype.addEventListener = function (
    this: EventTarget | undefined,
    ...[type, listener, options]: Parameters<EventTarget['addEventListener']>
  ) {
    const target = this ?? window;
    add.call(target, type, listener, options);
    if (!listener || !lasts(target)) return;
    const {signal, once} = detailsOf(options);
    const key = keyOf(target, type, listener, options);
    const name = target.constructor.name;
    // A socket, a context or a track that is over takes its listeners with it.
    const isOver = () => signal?.aborted || begun.get(target)?.() === null;
    begun.set(key, () => (isOver() ? null : `${type} on ${name}`));
    if (once) add.call(target, type, () => begun.delete(key), {once: true});
  };
  EventTarget.prototype.removeEventListener = function (
    this: EventTarget | undefined,
    ...[type, listener, options]: Parameters<EventTarget['removeEventListener']>
  ) {
    const target = this ?? window;
    remove.call(target, type, listener, options);
    if (listener) begun.delete(keyOf(target, type, listener, options));
  };
}
