import {spawn, type ChildProcess} from 'node:child_process';
import {createServer} from 'node:net';
import type {AddressInfo} from 'node:net';
import {Builder, Capabilities, Key, Origin, type WebDriver} from 'selenium-webdriver';
import type {Engine, EngineKind, Tab, Window} from './engine.js';
import {programPath} from './program.js';

const HOW_TO_GET =
  'WebKit is missing: `apt-get install webkit2gtk-driver xvfb` (Debian and its kin).';
const BROWSERS = ['4.1', '4.0', '6.0'].flatMap(version => [
  `/usr/lib/x86_64-linux-gnu/webkit2gtk-${version}/MiniBrowser`,
  `/usr/lib/aarch64-linux-gnu/webkit2gtk-${version}/MiniBrowser`,
]);
/** Microphones made up by the engine; sound without a tap, as in the other two. */
const ARGS = [
  '--automation',
  '--enable-media-stream=true',
  '--enable-mock-capture-devices=true',
  '--media-playback-requires-user-gesture=false',
];
/** Its window's own buttons take as much, in pixels. */
const LEAST_WIDTH = 450;
const DESK: Window = {width: 1600, height: 1200};

/** WebKit as GNOME ships it, by its own WebDriver, on screens that nobody sees. */
export const webkit: EngineKind = {
  name: 'WebKit',
  canTap: false,
  find: () => void programs(),
  async start() {
    const tabs = new Set<Tab>();
    const open = async (window: Window) => {
      const tab = await openTab(window);
      tabs.add(tab);
      return tab;
    };
    const first = await open(DESK);
    const agent = await first.evaluate<string>('navigator.userAgent');
    await first.close();
    return {
      name: 'WebKit',
      version: /Version\/([\d.]+)/.exec(agent)?.[1] ?? agent,
      open,
      async close() {
        for (const tab of tabs) await tab.close();
      },
    } satisfies Engine;
  },
};

const programs = () => ({
  binary: programPath(BROWSERS, HOW_TO_GET),
  program: programPath(['WebKitWebDriver'], HOW_TO_GET),
  xvfb: programPath(['Xvfb'], HOW_TO_GET),
});

/** A browser with its driver and its screen for each tab: nothing of the one before is left. */
async function openTab({width, height}: Window): Promise<Tab> {
  const {binary, program, xvfb} = programs();
  const screen = await startScreen(xvfb, DESK);
  const port = await freePort();
  const server = spawn(program, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env,
      DISPLAY: screen.display,
      // Where there is no other, the C locale's name is no language of a page.
      LANGUAGE: 'en_US',
      LC_ALL: 'en_US.UTF-8',
      // A container's root may not nest sandboxes, and has no graphics.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
    },
  });
  const stop = () => {
    server.kill();
    screen.process.kill();
  };
  process.once('exit', stop);
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/status`);
  const driver = await session(url, binary, ARGS);
  await driver.manage().setTimeouts({script: 30_000});
  await fit(driver, Math.max(LEAST_WIDTH, width), height);
  let isOpen = true;
  return tabOf(driver, async () => {
    if (!isOpen) return;
    isOpen = false;
    await driver.quit().finally(stop);
    process.off('exit', stop);
  });
}

function session(url: string, binary: string, args: readonly string[]): Promise<WebDriver> {
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': {binary, args},
  });
  return Promise.resolve(new Builder().usingServer(url).withCapabilities(capabilities).build());
}

function tabOf(driver: WebDriver, close: () => Promise<void>): Tab {
  const hands = () => driver.actions();
  const at = ({x, y}: {x: number; y: number}) => ({x, y, origin: Origin.VIEWPORT, duration: 0});
  return {
    goto: address => driver.get(address),
    async evaluate<T>(expression: string) {
      // Written into the script: the page's policy forbids to evaluate it there.
      const result = await driver.executeAsyncScript<{value: T; error?: string}>(
        `const done = arguments[0];
        Promise.resolve().then(() => (${expression})).then(value => done({value}), error => done({error: String(error)}));`,
      );
      if (result.error !== undefined) throw new Error(result.error);
      return result.value;
    },
    click: point => hands().move(at(point)).click().perform(),
    tap: () => Promise.reject(new Error('This engine cannot be tapped.')),
    move: point => hands().move(at(point)).perform(),
    mouseDown: () => hands().press().perform(),
    mouseUp: () => hands().release().perform(),
    type: text => hands().sendKeys(text).perform(),
    press: chord => {
      const keys = chord.split('+').map(keyOf);
      let chain = hands();
      for (const key of keys) chain = chain.keyDown(key);
      for (const key of keys.reverse()) chain = chain.keyUp(key);
      return chain.perform();
    },
    keyDown: key => hands().keyDown(keyOf(key)).perform(),
    keyUp: key => hands().keyUp(keyOf(key)).perform(),
    resize: ({width, height}) => fit(driver, width, height),
    emulate: () => Promise.reject(new Error('This engine has colours and motion of the desktop.')),
    close,
  };
}

/** `PageDown` is `PAGE_DOWN` to the driver; what has no such name is a character. */
function keyOf(name: string): string {
  const constant = name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
  const known = (Key as unknown as Record<string, unknown>)[constant];
  return name.length > 1 && typeof known === 'string' ? known : name;
}

/** Makes the page's own part of the window as large as it is to be. */
async function fit(driver: WebDriver, width: number, height: number): Promise<void> {
  // The unit follows the window some frames later.
  const inner = () =>
    driver.executeScript<[number, number]>(`
      const probe = document.documentElement.appendChild(document.createElement('div'));
      Object.assign(probe.style, {position: 'fixed', height: '100dvh'});
      const {offsetHeight} = probe;
      probe.remove();
      return [innerWidth, Math.min(innerHeight, offsetHeight)];`);
  const window = driver.manage().window();
  const outer = await window.getRect();
  const page = await driver.executeScript<[number, number]>('return [innerWidth, innerHeight]');
  const [frameX, frameY] = [outer.width - page[0], outer.height - page[1]];
  await window.setRect({width: width + frameX, height: height + frameY, x: 0, y: 0});
  const deadline = Date.now() + 2_000;
  for (;;) {
    const is = await inner();
    if (is[0] === width && is[1] === height) return;
    if (Date.now() < deadline) continue;
    throw new Error(`The page is ${is.join(' × ')}, and cannot be ${width} × ${height}.`);
  }
}

/** A screen in memory; it chooses a free number itself. */
async function startScreen(
  xvfb: string,
  {width, height}: Window,
): Promise<{display: string; process: ChildProcess}> {
  const size = ['-screen', '0', `${width}x${height}x24`];
  const child = spawn(xvfb, ['-displayfd', '3', ...size], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error('Xvfb has ended.')));
    (child.stdio[3] as NodeJS.ReadableStream).once('data', (data: Buffer) =>
      resolve(data.toString().trim()),
    );
  });
  return {display: `:${number}`, process: child};
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}

/** Waits until a server answers at all. */
async function answers(url: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline) {
    if (await fetch(url).then(Boolean, () => false)) return;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('WebKitWebDriver does not answer.');
}
