import {emulateMedia} from '@web/test-runner-commands';

/**
 * Has things move from here to the end of the file: the runner's Chromium asks for less motion, as
 * drawing it is most of what a test would cost.
 */
export async function letThingsMove(): Promise<void> {
  const {matches: isStill} = matchMedia('(prefers-reduced-motion: reduce)');
  if (isStill) await emulateMedia({reducedMotion: 'no-preference'});
}
