/**
 * Photographs the stories into `docs/media/`: `node stories/screenshots.mjs`.
 *
 * With `--out DIR` they go elsewhere.
 */
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {chromium} from 'playwright-core';
import {CHROMIUM_ARGS, chromiumPath} from '../testing/browser/chromium.mjs';
import {serveStories} from './server.mjs';

const here = relative => fileURLToPath(new URL(relative, import.meta.url));
const {values} = parseArgs({options: {out: {type: 'string', default: here('../docs/media')}}});
const PHONE = {width: 390, height: 844};

/** File name, stories, window, and what differs from a light screen. */
const PICTURES = [
  ['orb-states', 'orb', '', {width: 900, height: 600}],
  ['orb-states-dark', 'orb', '', {width: 900, height: 600}, {colorScheme: 'dark'}],
  ['orb-states-still', 'orb', '', {width: 900, height: 600}, {reducedMotion: 'reduce', scale: 0.5}],
  ['capture-pill', 'capture-pill', '', {width: 1210, height: 560}],
  ['panel-states', 'panel', '', {width: 2912, height: 1900}, {scale: 0.5}],
  [
    'panel-light',
    'panel',
    'welcome,speaking,capture-prefilled,text-thinking',
    {width: 1680, height: 710},
  ],
  [
    'panel-dark',
    'panel',
    'listening,muted,microphone-denied,ended',
    {width: 1680, height: 710},
    {colorScheme: 'dark'},
  ],
  ['teaser', 'teaser', '', {width: 900, height: 560}],
  ['teaser-dark', 'teaser', '', {width: 900, height: 560}, {colorScheme: 'dark'}],
  ['consent', 'consent', '', {width: 1280, height: 1400}],
  ['consent-dark', 'consent', '', {width: 1280, height: 1400}, {colorScheme: 'dark', scale: 0.5}],
  ['consent-phone', 'consent', 'waiting-message', PHONE],
  ['devices', 'devices', '', {width: 860, height: 710}],
  ['devices-dark', 'devices', '', {width: 860, height: 710}, {colorScheme: 'dark'}],
  ['devices-phone', 'devices', 'chosen', PHONE],
  [
    'panel-talking',
    'panel',
    'push-to-talk,push-to-talk-held,interrupted',
    {width: 1280, height: 710},
  ],
  ['panel-phone', 'panel', 'speaking', PHONE],
  ['panel-phone-dark', 'panel', 'capture', PHONE, {colorScheme: 'dark'}],
];

const stories = await serveStories();
mkdirSync(values.out, {recursive: true});

const browser = await chromium.launch({executablePath: chromiumPath(), args: CHROMIUM_ARGS});
for (const [name, file, story, viewport, {scale = 1, ...media} = {}] of PICTURES) {
  const context = await browser.newContext({viewport, deviceScaleFactor: scale, ...media});
  const page = await context.newPage();
  const query = new URLSearchParams({file, ...(story && {story})});
  await page.goto(`${stories.url}/sheet.html?${query}`);
  // Long enough for the levels to rise and the waves to spread.
  await page.waitForTimeout(1500);
  await page.screenshot({path: join(values.out, `${name}.png`), fullPage: viewport !== PHONE});
  await context.close();
}
await browser.close();
await stories.close();
