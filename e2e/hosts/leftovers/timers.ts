import type {WatchedWindow} from './registry.js';

/** Goes into a page: keeps account of timers and animation frames. */
export function watchTimers(): void {
  const page = window as WatchedWindow;
  const {setTimeout, clearTimeout, setInterval} = page;
  const {requestAnimationFrame, cancelAnimationFrame} = page;
  const begin = (kind: string, id: number) => {
    page.hostBegun.set(kind + id, () => kind);
    return id;
  };
  const end = (kind: string, id: unknown) => page.hostBegun.delete(`${kind}${String(id)}`);
  Object.assign(page, {
    setTimeout: (task: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
      const run = () => {
        end('timer', id);
        task(...args);
      };
      const id = Number(Reflect.apply(setTimeout, page, [run, ms]));
      return begin('timer', id);
    },
    setInterval: (...args: unknown[]) =>
      begin('timer', Number(Reflect.apply(setInterval, page, args))),
    // One list of ids serves both kinds.
    clearTimeout: (id: number) => {
      end('timer', id);
      clearTimeout.call(page, id);
    },
    clearInterval: (id: number) => {
      end('timer', id);
      clearTimeout.call(page, id);
    },
    requestAnimationFrame: (task: FrameRequestCallback) => {
      const id = requestAnimationFrame.call(page, now => {
        end('frame', id);
        task(now);
      });
      return begin('frame', id);
    },
    cancelAnimationFrame: (id: number) => {
      end('frame', id);
      cancelAnimationFrame.call(page, id);
    },
  });
}
