import type {Frame, Page} from 'playwright-core';
import {watchListeners} from './listeners.js';
import {watchObjects} from './objects.js';
import {openAccount, type WatchedWindow} from './registry.js';
import {watchTimers} from './timers.js';

/** Makes the pages to come keep account of all that scripts begin on them. */
export async function watchLeftovers(page: Page): Promise<void> {
  for (const script of [openAccount, watchListeners, watchTimers, watchObjects]) {
    await page.addInitScript(script);
  }
}

/** What scripts have begun and not ended, in words; empty: the page is as it was. */
export function leftovers(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => (window as WatchedWindow).hostLeftovers());
}
