/**
 * What the tag costs a page: bytes, script time, long tasks, layout shift and heap beside an empty
 * page, alternating in one run at 4× CPU throttling, and the time from a cold click to the panel.
 */
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {chromium, type Browser, type CDPSession, type Page} from 'playwright-core';
import {CHROMIUM_ARGS, chromiumPath} from '../testing/browser/chromium.mjs';
import {ServerProcess} from '../testing/journey/server.js';
import {median, summary, type Summary} from './statistics.js';

const ROUNDS = 7;
const THROTTLE = 4;

interface PageCost {
  scriptMs: number;
  longTasks: number;
  layoutShift: number;
  heapKb: number;
  bytes: number;
  requests: number;
}

/** Result of {@link benchPage}; times in milliseconds. */
export interface PageReport {
  rounds: number;
  throttle: number;
  empty: Record<keyof PageCost, number>;
  tag: Record<keyof PageCost, number>;
  /** Script time of the tag over the empty page, round by round. */
  scriptMs: Summary;
  longTasks: number;
  /** From the click to the frame with the panel's card and orb. */
  clickToCardMs: Summary;
  /** From the click to the frame with the panel's contents: name, words, composer. */
  clickToContentsMs: Summary;
}

/** Runs the bench against the built server and widget. */
export async function benchPage(): Promise<PageReport> {
  const server = await ServerProcess.start({AIW_VOICE: 'off'});
  const pages = await servePages(server);
  const browser = await launch();
  const cost = (path: string) => measure(browser, pages.url + path);
  try {
    await cost('/tag');
    const rounds: {empty: PageCost; tag: PageCost}[] = [];
    const clicks: Opening[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      rounds.push({empty: await cost('/empty'), tag: await cost('/tag')});
      clicks.push(await clickToPanel(browser, `${pages.url}/tag`));
    }
    return {
      rounds: ROUNDS,
      throttle: THROTTLE,
      empty: medians(rounds.map(({empty}) => empty)),
      tag: medians(rounds.map(({tag}) => tag)),
      scriptMs: summary(rounds.map(({empty, tag}) => tag.scriptMs - empty.scriptMs)),
      longTasks: Math.max(...rounds.map(({tag}) => tag.longTasks)),
      clickToCardMs: summary(clicks.map(({cardMs}) => cardMs)),
      clickToContentsMs: summary(clicks.map(({contentsMs}) => contentsMs)),
    };
  } finally {
    await browser.close();
    pages.server.close();
    await server.close();
  }
}

async function servePages(server: ServerProcess): Promise<{url: string; server: Server}> {
  const {token} = await server.command<{token: string}>(
    ...['widget', 'create', '--domain', 'acme.com', '--page-url', 'https://acme.com/', '--live'],
  );
  const body = '<!doctype html><meta charset=utf-8><title>Page</title><h1>Page</h1><p>Words.</p>';
  const tag = `<script src="${server.url}/aiw-voice-widget.js" data-widget-token="${token}" defer></script>`;
  const pages = createServer((request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(request.url === '/tag' ? body + tag : body);
  });
  await new Promise<void>(resolve => pages.listen(0, '127.0.0.1', resolve));
  return {url: `http://localhost:${(pages.address() as AddressInfo).port}`, server: pages};
}

function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      ...CHROMIUM_ARGS,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  });
}

/** A page in a browser context of its own: nothing is cached. */
async function open(browser: Browser): Promise<{page: Page; client: CDPSession}> {
  const context = await browser.newContext({viewport: {width: 1280, height: 800}});
  const page = await context.newPage();
  // The TypeScript runner names functions by a helper that a page does not have.
  await page.addInitScript('globalThis.__name = value => value');
  const client = await context.newCDPSession(page);
  await client.send('Emulation.setCPUThrottlingRate', {rate: THROTTLE});
  await client.send('Performance.enable');
  await client.send('Network.enable');
  return {page, client};
}

async function measure(browser: Browser, url: string): Promise<PageCost> {
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

interface Opening {
  cardMs: number;
  contentsMs: number;
}

/** From the click's own time stamp to the frames that show the panel; nothing fetched before. */
async function clickToPanel(browser: Browser, url: string): Promise<Opening> {
  const {page} = await open(browser);
  await page.goto(url, {waitUntil: 'networkidle'});
  await page.evaluate(() => {
    const root = document.querySelector('aiw-voice-widget')?.shadowRoot;
    const card = () => root?.querySelector('.open');
    const contents = () => root?.querySelector('aiw-panel')?.shadowRoot?.querySelector('.card');
    const shown = (find: () => Element | null | undefined, since: number) =>
      new Promise<number>(resolve => {
        const look = () => {
          if (!find()) return requestAnimationFrame(look);
          // The frame that this callback belongs to is painted before the next task.
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - since);
          return channel.port2.postMessage(null);
        };
        requestAnimationFrame(look);
      });
    const opening = new Promise<Opening>(resolve => {
      const measure = async ({timeStamp}: Event) => {
        const both = [shown(card, timeStamp), shown(contents, timeStamp)];
        const [cardMs = 0, contentsMs = 0] = await Promise.all(both);
        resolve({cardMs, contentsMs});
      };
      addEventListener('click', event => void measure(event), {capture: true, once: true});
    });
    Object.assign(window, {benchOpening: opening});
  });
  await page.mouse.click(1280 - 50, 800 - 50);
  const result = await page.evaluate(
    () => (window as unknown as {benchOpening: Promise<Opening>}).benchOpening,
  );
  await page.context().close();
  return result;
}

function medians(costs: PageCost[]): Record<keyof PageCost, number> {
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
