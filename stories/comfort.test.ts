/** Every state of every element: targets that are hit, and stillness for who asked for it. */
import {expect, fixtureCleanup} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import {deepAll} from '../testing/harness/deep.js';
import {ALL, show} from './shown.js';

const CONTROLS = 'button, a[href], input, textarea, select, [role=menuitem]';
/** Controls of a call: what a visitor cannot do without. */
const MAIN = 'button:not(.small, .small *)';

const isShown = (element: HTMLElement) =>
  element.checkVisibility() && element.getClientRects().length > 0 && !element.closest('[inert]');

/** Where a press counts: a label's whole row is its control's. */
function targetOf(element: HTMLElement): DOMRect {
  return (element.closest('label') ?? element).getBoundingClientRect();
}

function smallTargets(box: HTMLElement): string[] {
  return deepAll(box, CONTROLS)
    .filter(isShown)
    .flatMap(element => {
      const {width, height} = targetOf(element);
      const isInline = element.matches('a') && getComputedStyle(element).display === 'inline';
      const isMain = element.matches(MAIN) && !isInSmall(element);
      const least = isInline ? 0 : isMain ? 43.5 : 24;
      return width < least || height < least
        ? [
            `${element.localName} “${nameOf(element)}” is ${Math.round(width)} × ${Math.round(height)}`,
          ]
        : [];
    });
}

const nameOf = ({ariaLabel, textContent}: HTMLElement) => ariaLabel ?? textContent?.trim() ?? '';

/** Whether it belongs to the line below a message, which repeats what the menu has too. */
function isInSmall(element: HTMLElement): boolean {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && root.host.hasAttribute('small');
}

describe('every story', function () {
  this.timeout(30_000);
  afterEach(() => fixtureCleanup());

  for (const story of ALL) {
    it(`${story.name} has targets of 24 px, and of 44 px for what matters`, async () => {
      expect(smallTargets(await show(story))).to.deep.equal([]);
    });

    it(`${story.name} holds still under reduced motion`, async () => {
      await emulateMedia({reducedMotion: 'reduce'});
      const box = await show(story);
      const roots = [box, ...deepAll(box, '*').flatMap(({shadowRoot}) => shadowRoot ?? [])];
      const moving = roots
        .flatMap(root => root.getAnimations())
        .filter(({playState}) => playState === 'running');
      await emulateMedia({reducedMotion: 'no-preference'});
      expect(moving.length).to.equal(0);
    });
  }
});
