/** Photographs of the stories, the same on every machine that has the same browser. */
import {chromium, type Browser, type Page} from 'playwright-core';
import {PNG} from 'pngjs';
import {CHROMIUM_ARGS, chromiumPath} from '../../testing/browser/chromium.mjs';

/** How a sheet of stories is looked at. */
export interface Mode {
  colorScheme: 'light' | 'dark';
  forcedColors: 'none' | 'active';
  dir: 'ltr' | 'rtl';
}

/** What every story is photographed in. */
export const MODES: Readonly<Record<string, Mode>> = {
  light: {colorScheme: 'light', forcedColors: 'none', dir: 'ltr'},
  dark: {colorScheme: 'dark', forcedColors: 'none', dir: 'ltr'},
  rtl: {colorScheme: 'light', forcedColors: 'none', dir: 'rtl'},
  'forced-colors': {colorScheme: 'dark', forcedColors: 'active', dir: 'ltr'},
};

/** Where one story is on a sheet, in pixels of the picture. */
export interface Place {
  story: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A sheet of stories as a picture. */
export interface Sheet {
  picture: PNG;
  places: readonly Place[];
}

/** Pixels of a picture for one of CSS. */
const SCALE = 0.5;
/** Fonts and colours that do not depend on the machine's settings. */
const SAME_EVERYWHERE = [
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [...CHROMIUM_ARGS, ...SAME_EVERYWHERE],
  });
}

/** A page that shows stories in a mode. */
export async function openPage(browser: Browser, {colorScheme, forcedColors}: Mode): Promise<Page> {
  const context = await browser.newContext({
    viewport: {width: 1280, height: 900},
    deviceScaleFactor: SCALE,
    locale: 'en-US',
    timezoneId: 'UTC',
    colorScheme,
    forcedColors,
    reducedMotion: 'reduce',
  });
  return context.newPage();
}

/** Shows a file's stories and waits until they are as they stay; `names` leaves out others. */
export async function showSheet(
  page: Page,
  url: string,
  {dir}: Mode,
  file: string,
  names: readonly string[] = [],
): Promise<void> {
  const query = new URLSearchParams({file, dir, ...(names.length && {story: names.join(',')})});
  await page.goto(`${url}/sheet.html?${query}`);
  await page.locator('html[data-settled]').waitFor({state: 'attached', timeout: 15_000});
}

/** What the page shows now. */
export async function photograph(page: Page): Promise<Sheet> {
  const places = await page.locator('figure').evaluateAll(
    (figures, scale) =>
      figures.map(figure => {
        const {left, top, right, bottom} = figure.getBoundingClientRect();
        const story = (figure as HTMLElement).dataset.story ?? '';
        return {
          story,
          left: (left + scrollX) * scale,
          top: (top + scrollY) * scale,
          right: (right + scrollX) * scale,
          bottom: (bottom + scrollY) * scale,
        };
      }),
    SCALE,
  );
  const bytes = await page.screenshot({fullPage: true, animations: 'disabled', caret: 'hide'});
  return {picture: PNG.sync.read(bytes), places};
}
