import type {Frame} from 'playwright-core';

/** What a page noticed since before its first script. */
export interface Notes {
  /** Cumulative, as the Layout Instability API has it: what follows a press does not count. */
  layoutShift: number;
  /** The page's own elements that moved at any time. */
  moved: string[];
  /** Directives that were violated, with what was blocked. */
  violations: string[];
  /** Names of the window's own properties that nothing of the page's had before. */
  globals: string[];
  /** Keys in local and session storage, databases, cookies. */
  stored: string[];
}

/** `window.hostProbe`, as {@link installProbe} leaves it. */
interface Probe {
  layoutShift: number;
  moved: string[];
  violations: string[];
  before: string[];
}

/** Of the Layout Instability API; TypeScript's DOM library lacks it. */
interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  /** A node in a shadow tree is kept from the page: null. */
  sources: {node: Node | null}[];
}

type ProbedWindow = Window & typeof globalThis & {hostProbe: Probe};

/** Goes into a page before its own scripts. */
export function installProbe(): void {
  const probe: Probe = {layoutShift: 0, moved: [], violations: [], before: []};
  Object.assign(window, {hostProbe: probe});
  new PerformanceObserver(list => {
    for (const entry of list.getEntries() as LayoutShift[]) {
      if (!entry.hadRecentInput) probe.layoutShift += entry.value;
      for (const {node} of entry.sources) if (node) probe.moved.push(node.nodeName);
    }
  }).observe({type: 'layout-shift', buffered: true});
  document.addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) => {
    probe.violations.push(`${effectiveDirective} ${blockedURI}`);
  });
  probe.before = Object.getOwnPropertyNames(window);
}

/** What the page noticed. Its own globals begin with `host`. */
export async function readProbe(frame: Frame): Promise<Notes> {
  return frame.evaluate(async () => {
    const {layoutShift, moved, violations, before} = (window as unknown as ProbedWindow).hostProbe;
    // The page may have made a ruin of arrays and of storage: nothing but loops and one attempt each.
    const globals = Object.getOwnPropertyNames(window).filter(
      name => !before.includes(name) && !/^(?:host|\d+$)/.test(name),
    );
    const stored: string[] = [];
    for (const read of [
      () => Object.keys(localStorage),
      () => Object.keys(sessionStorage),
      async () => (await indexedDB.databases()).map(({name}) => name ?? ''),
      () => document.cookie.split(';').filter(Boolean),
    ]) {
      try {
        stored.push(...(await read()));
      } catch {
        // Where storage throws, nothing is stored.
      }
    }
    return {layoutShift, moved, violations, globals, stored};
  });
}
