import type {EngineKind} from './engine.js';

/** A test that an engine's driver cannot do, by what its full name has in it, and why. */
export interface LeftOut {
  test: string;
  why: string;
}

const DESKTOP = 'WebKitGTK takes colours and motion from the desktop; its driver cannot set them';

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

/** For mocha's `grep`: every test but those; null where there are none. */
export function allBut(name: EngineKind['name']): string | null {
  const names = left(name).map(({test}) => test.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return names.length > 0 ? `/^(?!.*(?:${names.join('|')}))/` : null;
}
