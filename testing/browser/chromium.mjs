/** Finds a Chromium for tests and benchmarks, and the flags it is started with. */
import {existsSync} from 'node:fs';
import {delimiter, join} from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Path of a Chromium or Chrome; throws one line that says how to get one. */
export function chromiumPath() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap(folder => NAMES.map(name => join(folder, name)));
  const found = [process.env.CHROME_PATH, ...onPath, ...PLACES].find(
    path => path && existsSync(path),
  );
  if (found) return found;
  throw new Error(
    'The browser tests need Chromium or Chrome: `apt-get install chromium` (or your system’s way), or set CHROME_PATH.',
  );
}

/** Chromium obeys the last `--disable-features` alone: what is off has to stand in one list. */
const DISABLED_FEATURES = [
  // The servers of tests are on loopback, and some pages stand for the public web.
  'LocalNetworkAccessChecks',
  // Each window's address bar is made of pages, which nobody sees, in processes of their own.
  'InitialWebUI',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
  'WebUIReloadButton',
  // A process in store for the next site.
  'SpareRendererForSitePerProcess',
];

/** Flags for a quiet browser: no sandbox (containers run as root), no calls home. */
export const CHROMIUM_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=user-gesture-required',
  `--disable-features=${DISABLED_FEATURES.join(',')}`,
];
