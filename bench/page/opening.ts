/** How long a visitor waits for the panel after a cold click. */
import type {Browser} from 'playwright-core';
import {open} from './cost.js';

/** Milliseconds from the click's own time stamp to the frames that show the panel. */
export interface Opening {
  cardMs: number;
  contentsMs: number;
}

/** Clicks the launcher of a page that has fetched nothing of the panel before. */
export async function clickToPanel(browser: Browser, url: string): Promise<Opening> {
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
