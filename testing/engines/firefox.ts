import puppeteer, {type Browser, type BrowserContext, type KeyInput} from 'puppeteer-core';
import type {Engine, EngineKind, Media, Tab, Window} from './engine.js';
import {programPath} from './program.js';

const HOW_TO_GET = 'Firefox is missing: `apt-get install firefox-esr`, or set FIREFOX_PATH.';

const PREFERENCES = {
  // A microphone that nobody is asked about, a loudspeaker without a sound card.
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  'permissions.default.microphone': 1,
  'media.cubeb.force_mock_context': true,
  'media.autoplay.default': 0,
  // A desk has a mouse; scrollbars take no room, as on most desks.
  'ui.primaryPointerCapabilities': 6,
  'ui.allPointerCapabilities': 6,
  'ui.useOverlayScrollbars': 1,
  'network.proxy.type': 0,
};

/** Firefox, by WebDriver BiDi. */
export const firefox: EngineKind = {
  name: 'Firefox',
  canTap: true,
  find: () => void firefoxPath(),
  async start() {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: firefoxPath(),
      headless: true,
      // Its preferences are changed from its own window.
      args: ['--remote-allow-system-access'],
      extraPrefsFirefox: PREFERENCES,
    });
    return {
      name: 'Firefox',
      version: (await browser.version()).replace(/^\D*/, ''),
      open: async window => openTab(browser, await browser.createBrowserContext(), window),
      close: () => browser.close(),
    } satisfies Engine;
  },
};

function firefoxPath(): string {
  const given = process.env['FIREFOX_PATH'];
  return programPath(given ? [given] : ['firefox-esr', 'firefox'], HOW_TO_GET);
}

async function openTab(
  browser: Browser,
  context: BrowserContext,
  {width, height}: Window,
): Promise<Tab> {
  const page = await context.newPage();
  const {mouse, keyboard} = page;
  const keyDown = (key: string) => keyboard.down(named(key));
  const keyUp = (key: string) => keyboard.up(named(key));
  // Its BiDi cannot make a window report touch; a tap is one all the same.
  await page.setViewport({width, height});
  return {
    goto: async url => void (await page.goto(url)),
    evaluate: async <T>(expression: string) => (await page.evaluate(expression)) as T,
    click: ({x, y}) => mouse.click(x, y),
    tap: ({x, y}) => page.touchscreen.tap(x, y),
    move: ({x, y}) => mouse.move(x, y),
    mouseDown: () => mouse.down(),
    mouseUp: () => mouse.up(),
    type: text => keyboard.type(text),
    async press(chord) {
      const keys = chord.split('+');
      for (const key of keys) await keyDown(key);
      for (const key of keys.reverse()) await keyUp(key);
    },
    keyDown,
    keyUp,
    resize: size => page.setViewport(size),
    emulate: media => setPreferences(browser, media),
    close: () => context.close(),
  };
}

/** BiDi knows the space bar by its character alone. */
const named = (key: string) => (key === 'Space' ? ' ' : key) as KeyInput;

/** BiDi's own command, `emulation.setMediaFeaturesOverride`, is not in it yet. */
async function setPreferences(browser: Browser, {colorScheme, reducedMotion}: Media) {
  const values = {
    ...(colorScheme && {
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    }),
    ...(reducedMotion && {'ui.prefersReducedMotion': reducedMotion === 'reduce' ? 1 : 0}),
  };
  const {connection} = browser as unknown as {connection: Connection};
  const {result: tree} = await connection.send('browsingContext.getTree', {'moz:scope': 'chrome'});
  await connection.send('script.evaluate', {
    expression: `for (const [name, value] of Object.entries(${JSON.stringify(values)})) {
      Services.prefs.setIntPref(name, value);
    }`,
    target: {context: tree.contexts[0]?.context},
    awaitPromise: false,
  });
}

/** What Puppeteer speaks to Firefox by. */
interface Connection {
  send(method: string, parameters: object): Promise<{result: {contexts: {context: string}[]}}>;
}
