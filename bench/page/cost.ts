/** What a page costs: bytes, requests, script time, long tasks, layout shift, heap. */
import {chromium, type Browser, type CDPSession, type Page} from 'playwright-core';
import {CHROMIUM_ARGS, chromiumPath} from '../../testing/browser/chromium.mjs';
import {median} from '../statistics.js';

/** How many times slower than this machine the page's processor is. */
export const THROTTLE = 4;

/** One load of a page, until its network has been quiet for half a second. */
export interface PageCost {
  scriptMs: number;
  /** Tasks of more than 50 ms. */
  longTasks: number;
  layoutShift: number;
  heapKb: number;
  /** As transferred, with headers. */
  bytes: number;
  requests: number;
}

/** A browser that finds nothing but this machine. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      ...CHROMIUM_ARGS,
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  });
}

/** A page in a browser context of its own: nothing is cached. */
export async function open(browser: Browser): Promise<{page: Page; client: CDPSession}> {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}});
  const page = await context.newPage();
  // The TypeScript runner names functions by a helper that a page does not have.
  await page.addInitScript('globalThis.__name = value => value');
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', {rate: THROTTLE});
  // By the thread's own clock: what else the machine does meanwhile costs this page nothing.
  await client.send('Performance.enable', {timeDomain: 'threadTicks'});
  await client.send('Network.enable');
  return {page, client};
}

/** Loads a page once. */
export async function measure(browser: Browser, url: string): Promise<PageCost> {
  const {page, client} = await open(browser);
  let bytes = 0;
  let requests = 0;
  client.on('Network.loadingFinished', ({encodedDataLength}) => {
    bytes += encodedDataLength;
    requests++;
  });
  await page.addInitScript(() => {
    const seen = {longTasks: 0, layoutShift: 0};
    Object.assign(window, {benchSeen: seen});
    new PerformanceObserver(list => (seen.longTasks += list.getEntries().length)).observe({
      type: 'longtask',
      buffered: true,
    });
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) {
        seen.layoutShift += (entry as PerformanceEntry & {value: number}).value;
      }
    }).observe({type: 'layout-shift', buffered: true});
  });
  await page.goto(url, {waitUntil: 'networkidle'});
  const {metrics} = await client.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find(entry => entry.name === name)?.value ?? 0;
  const seen = await page.evaluate(
    () => (window as unknown as {benchSeen: {longTasks: number; layoutShift: number}}).benchSeen,
  );
  await page.context().close();
  return {
    scriptMs: metric('ScriptDuration') * 1000,
    heapKb: metric('JSHeapUsedSize') / 1024,
    bytes,
    requests,
    ...seen,
  };
}

/** The median of each quantity. */
export function medians(costs: readonly PageCost[]): PageCost {
  const of = (key: keyof PageCost) => Math.round(median(costs.map(cost => cost[key])) * 100) / 100;
  return {
    scriptMs: of('scriptMs'),
    longTasks: of('longTasks'),
    layoutShift: of('layoutShift'),
    heapKb: of('heapKb'),
    bytes: of('bytes'),
    requests: of('requests'),
  };
}
