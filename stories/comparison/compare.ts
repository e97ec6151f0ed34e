/** Compares a sheet of stories with how it was. */
import pixelmatch from 'pixelmatch';
import {PNG} from 'pngjs';
import type {Place, Sheet} from './pictures.js';

/**
 * Distance of two colours in OKLab, black to white being 1, from which they differ. Above what
 * {@link small} loses.
 */
const THRESHOLD = 0.05;
/** Side of the square that is looked at at once, and how many of its pixels may differ. */
const WINDOW = 24;
const ALLOWED = 8;

/** What came of a comparison: nothing, or which stories differ and where. */
export interface Difference {
  /** Empty where the sheets' sizes differ. */
  stories: readonly string[];
  diff: PNG | undefined;
  message: string;
}

/**
 * The difference between a sheet and its baseline, if there is one.
 *
 * Edges that another version of a rasteriser softens differently are let pass, and a few pixels in
 * each square; a square has to stay below that, so that one story counts however many there are.
 */
export function differenceOf({picture, places}: Sheet, baseline: PNG): Difference | undefined {
  const {width, height} = picture;
  if (width !== baseline.width || height !== baseline.height) {
    const message = `is ${width} × ${height}, was ${baseline.width} × ${baseline.height}`;
    return {stories: [], diff: undefined, message};
  }
  const diff = new PNG({width, height});
  const options = {threshold: THRESHOLD, windowSize: WINDOW};
  const most = pixelmatch(picture.data, baseline.data, diff.data, width, height, options);
  if (most <= ALLOWED) return undefined;
  const stories = places.filter(place => reds(diff, place) > ALLOWED).map(({story}) => story);
  return {stories, diff, message: `${most} pixels of a square differ: ${stories.join(', ')}`};
}

/** How many pixels in a place are marked. */
function reds({data, width, height}: PNG, {left, top, right, bottom}: Place): number {
  let count = 0;
  for (let y = Math.floor(top); y < Math.min(bottom, height); y++) {
    for (let x = Math.floor(left); x < Math.min(right, width); x++) {
      const at = (y * width + x) * 4;
      if (data[at] === 255 && data[at + 1] === 0) count++;
    }
  }
  return count;
}

/** A picture as a file of few bytes: channels of 32 levels, no transparency. */
export function small({width, height, data}: PNG): Buffer {
  const reduced = new PNG({width, height});
  reduced.data = Buffer.from(data.map(level => Math.min(255, Math.round(level / 8) * 8)));
  return PNG.sync.write(reduced, {
    colorType: 2,
    deflateLevel: 9,
    deflateStrategy: 0,
    filterType: 0,
  });
}
