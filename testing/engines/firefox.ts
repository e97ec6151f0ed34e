import puppeteer from 'puppeteer-core';
import type {EngineKind} from './engine.js';
import {programPath} from './program.js';

const HOW_TO_GET = 'Firefox is missing: `apt-get install firefox-esr`, or set FIREFOX_PATH.';

/** A microphone that nobody is asked about, and no home to call. */
const PREFERENCES = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'media.autoplay.default': 0,
  'network.proxy.type': 0,
};

/** Firefox, by WebDriver BiDi. */
export const firefox: EngineKind = {
  name: 'Firefox',
  canTap: true,
  hasMicrophone: true,
  async start() {
    const given = process.env['FIREFOX_PATH'];
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: programPath(given ? [given] : ['firefox-esr', 'firefox'], HOW_TO_GET),
      headless: true,
      extraPrefsFirefox: PREFERENCES,
    });
    return {
      name: 'Firefox',
      version: (await browser.version()).replace(/^\D*/, ''),
      async open({width, height}) {
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        // Its BiDi cannot make a window report touch; a tap is one all the same.
        await page.setViewport({width, height});
        return {
          goto: async url => void (await page.goto(url)),
          evaluate: async <T>(expression: string) => (await page.evaluate(expression)) as T,
          click: ({x, y}) => page.mouse.click(x, y),
          tap: ({x, y}) => page.touchscreen.tap(x, y),
          type: text => page.keyboard.type(text),
          press: key => page.keyboard.press(key),
          close: () => context.close(),
        };
      },
      close: () => browser.close(),
    };
  },
};
