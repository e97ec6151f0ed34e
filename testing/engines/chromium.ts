import {chromium as playwright} from 'playwright-core';
import {CHROMIUM_ARGS, chromiumPath} from '../browser/chromium.mjs';
import type {EngineKind} from './engine.js';

/** Chromium, by Playwright. */
export const chromium: EngineKind = {
  name: 'Chromium',
  canTap: true,
  find: () => void chromiumPath(),
  async start() {
    const browser = await playwright.launch({
      executablePath: chromiumPath(),
      args: [
        ...CHROMIUM_ARGS,
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    });
    return {
      name: 'Chromium',
      version: browser.version(),
      async open({width, height, isTouch = false}) {
        const context = await browser.newContext({
          viewport: {width, height},
          hasTouch: isTouch,
          isMobile: isTouch,
        });
        const page = await context.newPage();
        return {
          goto: async url => void (await page.goto(url)),
          evaluate: expression => page.evaluate(expression),
          click: ({x, y}) => page.mouse.click(x, y),
          tap: ({x, y}) => page.touchscreen.tap(x, y),
          move: ({x, y}) => page.mouse.move(x, y),
          mouseDown: () => page.mouse.down(),
          mouseUp: () => page.mouse.up(),
          type: text => page.keyboard.type(text),
          press: chord => page.keyboard.press(chord),
          keyDown: key => page.keyboard.down(key),
          keyUp: key => page.keyboard.up(key),
          resize: size => page.setViewportSize(size),
          emulate: media => page.emulateMedia(media),
          close: () => context.close(),
        };
      },
      close: () => browser.close(),
    };
  },
};
