import type {HostPage} from './host-page.js';

const script = (code: string) => `<script>${code}</script>`;
const style = (rules: string) => `<style>${rules}</style>`;

/** Storage as it is where a visitor has blocked it. */
const THROWING_STORAGE = script(`
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
    Object.defineProperty(window, name, {get() { throw new DOMException('Denied', 'SecurityError'); }});
  }
  Object.defineProperty(document, 'cookie', {get() { throw new DOMException('Denied', 'SecurityError'); }});
`);

/** As a hardened page does against prototype pollution. */
const FROZEN_PROTOTYPES = script(`
  for (const name of Object.getOwnPropertyNames(window)) {
    const value = Object.getOwnPropertyDescriptor(window, name).value;
    if (typeof value === 'function' && value.prototype) Object.freeze(value.prototype);
  }
  for (const builtIn of [Object, Array, Function, String, Number, Promise, Symbol, JSON, Math, Reflect,
    Map, Set, WeakMap, Date, RegExp, Error]) Object.freeze(builtIn);
`);

/** As prototype.js 1.6, old polyfills, a zone and a request logger leave it, all on one page. */
const OVERRIDDEN_BUILT_INS = script(`
  Array.from = list => [].slice.call(list);
  Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
  Array.prototype.each = function (visit) { for (const item of this) visit(item); };
  Object.prototype.hostInspect = function () { return String(this); };
  String.prototype.strip = function () { return this.replace(/^\\s+|\\s+$/g, ''); };
  Function.prototype.bind = function (self, ...bound) {
    const inner = this;
    return function (...more) { return inner.apply(self, bound.concat(more)); };
  };
  const NativePromise = Promise;
  window.Promise = class HostPromise extends NativePromise {
    then(done, failed) { return super.then(done, failed); }
  };
  const nativeFetch = window.fetch;
  window.fetch = (input, init) => new Promise((resolve, reject) => nativeFetch(input, init).then(resolve, reject));
  const nativeTimeout = window.setTimeout;
  window.setTimeout = (task, ms, ...rest) => nativeTimeout(() => task(...rest), ms);
  window.requestAnimationFrame = task => nativeTimeout(() => task(performance.now()), 16);
`);

/** As routers, analytics and zones patch them. */
const PATCHED_LISTENERS = script(`
  const {addEventListener: add, removeEventListener: remove} = EventTarget.prototype;
  const wrapped = new WeakMap();
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    if (typeof listener !== 'function') return add.call(this || window, type, listener, options);
    if (!wrapped.has(listener)) wrapped.set(listener, function (event) { return listener.call(this, event); });
    return add.call(this || window, type, wrapped.get(listener), options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    return remove.call(this || window, type, wrapped.get(listener) || listener, options);
  };
  window.hostHistory = {};
  for (const method of ['pushState', 'replaceState']) {
    const native = history[method];
    history[method] = window.hostHistory[method] = function (...args) {
      const result = native.apply(this, args);
      dispatchEvent(new Event('host-locationchange'));
      return result;
    };
  }
`);

/** Pages that are hard on a guest, without a policy of their own. */
export const environments: readonly HostPage[] = [
  {name: 'with storage that throws', head: THROWING_STORAGE},
  {
    name: 'with storage that is null',
    head: script(`
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {value: null});
    }`),
  },
  {name: 'with frozen prototypes', head: FROZEN_PROTOTYPES},
  {name: 'with built-ins of its own', head: OVERRIDDEN_BUILT_INS},
  {name: 'with a patched history and patched listeners', head: PATCHED_LISTENERS},
  {
    name: 'that unsets everything',
    head: style(
      '*, *::before, *::after { all: unset !important } html, body { display: block !important }',
    ),
  },
  {
    name: 'with transforms and filters on its body',
    head: style(`html { filter: hue-rotate(20deg); font-size: 30px }
      body { transform: rotate(2deg) scale(0.9); filter: blur(1px); perspective: 100px;
        overflow: hidden; contain: strict; height: 500px; will-change: transform }`),
  },
  {
    name: 'whose highest layer lies over everything',
    body: '<div style="position: fixed; inset: 0; z-index: 2147483647; background: #fffc"></div>',
  },
  {name: 'with a base address elsewhere', head: '<base href="https://elsewhere.example/deep/">'},
  {name: 'in quirks mode', doctype: ''},
  {name: 'written from right to left', root: 'lang="ar" dir="rtl"'},
];
