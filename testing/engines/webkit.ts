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

/** WebKit as GNOME ships it, by its own WebDriver, on a screen that nobody sees. */
export const webkit: EngineKind = {
  name: 'WebKit',
  canTap: false,
  hasMicrophone: false,
  async start() {
    const driver = programPath(['WebKitWebDriver'], HOW_TO_GET);
    const binary = programPath(BROWSERS, HOW_TO_GET);
    const screen = await startScreen();
    const port = await freePort();
    const server = spawn(driver, [`--port=${port}`], {
      stdio: 'ignore',
      env: {
        ...process.env,
        DISPLAY: screen.display,
        // A container's root may not nest sandboxes, and has no graphics.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      },
    });
    const url = `http://127.0.0.1:${port}`;
    await answers(`${url}/status`);
    return {
      name: 'WebKit',
      version: await versionOf(url, binary),
      open: window => openTab(url, binary, window),
      async close() {
        server.kill();
        screen.process.kill();
      },
    } satisfies Engine;
  },
};

async function session(url: string, binary: string): Promise<WebDriver> {
  const options = {binary, args: ['--automation']};
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': options,
  });
  return new Builder().usingServer(url).withCapabilities(capabilities).build();
}

async function versionOf(url: string, binary: string): Promise<string> {
  const driver = await session(url, binary);
  const agent = await driver.executeScript<string>('return navigator.userAgent');
  await driver.quit();
  return /Version\/([\d.]+)/.exec(agent)?.[1] ?? agent;
}

/** A browser for each tab: nothing of the one before is left. */
async function openTab(url: string, binary: string, {width, height}: Window): Promise<Tab> {
  const driver = await session(url, binary);
  await driver.manage().setTimeouts({script: 30_000});
  await fit(driver, width, height);
  return {
    goto: async address => driver.get(address),
    async evaluate<T>(expression: string) {
      // Written into the script: the page's policy forbids to evaluate it there.
      const result = await driver.executeAsyncScript<{value: T; error?: string}>(
        `const done = arguments[0];
        Promise.resolve().then(() => (${expression})).then(value => done({value}), error => done({error: String(error)}));`,
      );
      if (result.error !== undefined) throw new Error(result.error);
      return result.value;
    },
    click: ({x, y}) =>
      driver.actions().move({x, y, origin: Origin.VIEWPORT, duration: 0}).click().perform(),
    tap: () => Promise.reject(new Error('This engine cannot be tapped.')),
    type: text => driver.actions().sendKeys(text).perform(),
    press: key =>
      driver
        .actions()
        .sendKeys({Enter: Key.ENTER, Tab: Key.TAB, Escape: Key.ESCAPE}[key])
        .perform(),
    close: () => driver.quit(),
  };
}

/** Makes the page's own part of the window as large as it is to be. */
async function fit(driver: WebDriver, width: number, height: number): Promise<void> {
  const window = driver.manage().window();
  await window.setRect({width, height, x: 0, y: 0});
  const inner = await driver.executeScript<[number, number]>('return [innerWidth, innerHeight]');
  const frame = {width: width - inner[0], height: height - inner[1]};
  await window.setRect({width: width + frame.width, height: height + frame.height, x: 0, y: 0});
}

/** A screen in memory; it chooses a free number itself. */
async function startScreen(): Promise<{display: string; process: ChildProcess}> {
  const path = programPath(['Xvfb'], HOW_TO_GET);
  const size = ['-screen', '0', '1600x1200x24'];
  const child = spawn(path, ['-displayfd', '3', ...size], {
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
