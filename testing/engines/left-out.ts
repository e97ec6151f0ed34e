import type {EngineKind} from './engine.js';

/** A test that does not run in an engine, by what its full name has in it, and why. */
export interface LeftOut {
  test: string;
  why: string;
}

const DESKTOP = 'WebKitGTK takes colours and motion from the desktop; its driver cannot set them';

const RESIZED = 'seen to place by the height of the window before its driver’s resize';
const ADDRESS = 'it has no Navigation API: a new address is seen late';

/** What `docs/browsers.md` lists too, by engine. */
const LEFT_OUT: Readonly<Record<EngineKind['name'], readonly LeftOut[]>> = {
  Chromium: [],
  Firefox: [],
  WebKit: [
    {test: 'does not move where the visitor wants no movement', why: DESKTOP},
    {
      test: 'in a posted task that a real click has started',
      why: 'WebKitGTK 2.50 has no scheduler.postTask',
    },
    {test: 'at bottom:0;left:0, is whole on screen', why: RESIZED},
    {test: 'at bottom:0;right:0, is whole on screen', why: RESIZED},
    {test: 'begin anew with a new page-view', why: ADDRESS},
    {test: 'keeps what is asked of it before the widget has arrived', why: ADDRESS},

    {test: 'is accessible on a light page', why: DESKTOP},
    {test: 'is accessible on a dark page', why: DESKTOP},
    {
      test: 'is a sheet over the whole of a small screen',
      why: 'its window is never narrower than 450 px; the journey on a phone tries the sheet at that width',
    },
  ],
};

/** The element tests that do not run in an engine. */
export const left = (name: EngineKind['name']): readonly LeftOut[] => LEFT_OUT[name];

/** A pattern that every test but those keeps to, as it is written in a script; null where there are none. */
export function allBut(name: EngineKind['name']): string | null {
  const names = left(name).map(({test}) => test.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return names.length > 0 ? `/^(?!.*(?:${names.join('|')}))/` : null;
}
