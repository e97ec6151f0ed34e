import {deepAll} from '../../testing/harness/deep.js';

/** Frames in a row in which nothing has moved. */
const STILL_FRAMES = 4;
/** Frames after which it is as still as it gets: what moves without end never is. */
const MOST_FRAMES = 120;

/** Resolves when fonts and pictures are here, and everything is where it stays, shadow trees included. */
export async function settled(): Promise<void> {
  let still = 0;
  let last = '';
  for (let frame = 0; still < STILL_FRAMES && frame < MOST_FRAMES; frame++) {
    await new Promise(requestAnimationFrame);
    await document.fonts.ready;
    const elements = deepAll(document, '*');
    const images = elements.filter(element => element instanceof HTMLImageElement);
    await Promise.all(images.map(image => image.decode().catch(() => undefined)));
    const now = elements.map(placeOf).join();
    still = now === last ? still + 1 : 0;
    last = now;
  }
}

function placeOf(element: HTMLElement): string {
  const {x, y, width, height} = element.getBoundingClientRect();
  return `${element.localName} ${x} ${y} ${width} ${height}`;
}
