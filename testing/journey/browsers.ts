/** The browsers of one test file: a person has a profile of their own, few need one for themselves. */
import {chromium, type Browser, type BrowserContext} from 'playwright-core';
import {CHROMIUM_ARGS, chromiumPath} from '../browser/chromium.mjs';

/** What a browser is started with, beside what all are. */
export interface BrowserOptions {
  args?: readonly string[];
  ignoreDefaultArgs?: string[];
  /** For one person alone: it ends with their visit. */
  isOwn?: boolean;
}

/** Browsers that several may share, by what they were started with; they end with the process. */
const shared = new Map<string, Promise<Browser>>();

function launch({args = [], ignoreDefaultArgs = []}: BrowserOptions): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    ignoreDefaultArgs,
    args: [...CHROMIUM_ARGS, ...args],
  });
}

async function sharedBrowser(options: BrowserOptions): Promise<Browser> {
  const key = JSON.stringify(options);
  const running = await shared.get(key);
  if (running?.isConnected()) return running;
  const browser = launch(options);
  shared.set(key, browser);
  return browser;
}

/** A new profile in such a browser; its person closes it to leave. */
export async function newProfile(
  options: BrowserOptions,
  context: Parameters<Browser['newContext']>[0],
): Promise<BrowserContext> {
  const browser = await (options.isOwn ? launch(options) : sharedBrowser(options));
  const profile = await browser.newContext(context);
  if (options.isOwn) profile.once('close', () => void browser.close());
  return profile;
}
