import type {WatchedWindow} from './registry.js';

/** Goes into a page: keeps account of sockets, audio contexts, tracks, observers and channels. */
export function watchObjects(): void {
  const page = window as WatchedWindow;
  const classes = page as unknown as Record<string, new (...args: unknown[]) => object>;
  /** Puts a constructor in the place of another that keeps account of what it makes. */
  const watch = <T extends object>(name: string, describe: (made: T) => string | null) => {
    const Native = classes[name];
    if (!Native) throw new Error(`This browser has no ${name}.`);
    classes[name] = new Proxy(Native, {
      construct(target, args, newTarget: new () => object) {
        const made = Reflect.construct(target, args, newTarget) as T;
        page.hostBegun.set(made, () => describe(made));
        return made;
      },
    });
    return Native.prototype as Record<string, (...args: unknown[]) => unknown>;
  };
  watch<WebSocket>('WebSocket', ({readyState}) => (readyState < 2 ? 'socket' : null));
  watch<AudioContext>('AudioContext', ({state}) => (state === 'closed' ? null : 'audio context'));

  /** Those between the call that begins and the call that ends them. */
  const busy = new WeakSet();
  const mark = (
    prototype: Record<string, (...args: unknown[]) => unknown>,
    method: string,
    on: boolean,
  ) => {
    const native = prototype[method];
    prototype[method] = function (this: object, ...args) {
      if (on) busy.add(this);
      else busy.delete(this);
      return native?.apply(this, args);
    };
  };
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    const prototype = watch(name, made => (busy.has(made) ? name : null));
    mark(prototype, 'observe', true);
    mark(prototype, 'disconnect', false);
  }
  const over = new WeakSet();
  const channel = watch('BroadcastChannel', made => (over.has(made) ? null : 'channel'));
  const close = channel.close;
  channel.close = function (this: object) {
    over.add(this);
    return close?.call(this);
  };

  const {getUserMedia} = MediaDevices.prototype;
  MediaDevices.prototype.getUserMedia = async function (constraints) {
    const stream = await getUserMedia.call(this, constraints);
    for (const track of stream.getTracks()) {
      page.hostBegun.set(track, () => (track.readyState === 'ended' ? null : 'live track'));
    }
    return stream;
  };
}
