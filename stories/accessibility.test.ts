/** Every state of every element, against what WCAG 2.2 AA asks of each. */
import {expect, fixtureCleanup} from '@open-wc/testing';
import {axeFaults} from '../testing/harness/axe.js';
import {ALL, show} from './shown.js';

describe('every story', function () {
  this.timeout(30_000);
  afterEach(() => fixtureCleanup());

  for (const story of ALL) {
    it(`${story.name} passes axe`, async () => {
      const box = await show(story, 'color-scheme:light;background:#fff');
      expect(await axeFaults(box)).to.deep.equal([]);
    });

    // Nothing but its colours is another.
    it(`${story.name} has contrast in dark`, async () => {
      const box = await show(story, 'color-scheme:dark;background:#17191f');
      expect(await axeFaults(box, ['color-contrast', 'link-in-text-block'])).to.deep.equal([]);
    });
  }
});
