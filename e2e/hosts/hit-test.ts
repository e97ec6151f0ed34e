import type {Frame} from 'playwright-core';

/** Distance of the points that are tried, in CSS pixels. */
const STEP = 15;

/** Where clicks go on a page with the widget. */
export interface Hits {
  /** Whether a click in the middle of the orb reaches the widget. */
  orb: boolean;
  /** Points that reach the widget although nothing of it is to be seen there. */
  stray: string[];
}

/** Tries a grid of points; what is visible is the orb's circle, and the panel where it is open. */
export function hitTest(frame: Frame): Promise<Hits> {
  return frame.evaluate(step => {
    const widget = document.querySelector('aiw-voice-widget');
    const root = widget?.shadowRoot;
    const orb = root?.querySelector('[part=launcher]')?.getBoundingClientRect();
    const panel = root?.querySelector('aiw-panel')?.getBoundingClientRect();
    if (!widget || !orb) throw new Error('There is no launcher.');
    const centre = {x: orb.left + orb.width / 2, y: orb.top + orb.height / 2};
    const isSeen = (x: number, y: number) =>
      Math.hypot(x - centre.x, y - centre.y) <= orb.width / 2 + 2 ||
      (panel && x >= panel.left && x <= panel.right && y >= panel.top && y <= panel.bottom);
    const stray: string[] = [];
    for (let x = 1; x < innerWidth; x += step) {
      for (let y = 1; y < innerHeight; y += step) {
        if (document.elementFromPoint(x, y) === widget && !isSeen(x, y)) stray.push(`${x},${y}`);
      }
    }
    return {orb: document.elementFromPoint(centre.x, centre.y) === widget, stray};
  }, STEP);
}
