/** Every state of every element, against what WCAG 2.2 AA asks of each. */
import {expect, fixture, fixtureCleanup, html, nextFrame} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import {axeFaults, movementOver} from '../testing/harness/axe.js';
import {deepAll, drawn} from '../testing/harness/deep.js';
import {STORIES} from './all.js';
import type {Story} from './story.js';

const CONTROLS = 'button, a[href], input, textarea, select, [role=menuitem]';
/** Controls of a call: what a visitor cannot do without. */
const MAIN = 'button:not(.small, .small *)';

const PANEL = 'width:384px;height:620px';
const PART = 'width:360px';
/** Room that an element is given, where it is not as much as it likes. */
const SIZES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['composer', 'feedback', 'menu', 'message', 'notice', 'panel-header', 'stage']
      .concat('talk-button', 'transcript')
      .map(file => [file, PART]),
  ),
  panel: PANEL,
  'idle-card': PANEL,
  consent: PANEL,
  devices: PANEL,
  'capture-pill': 'width:352px;padding:16px',
};

const ALL = Object.entries(STORIES).flatMap(([file, stories]) =>
  stories.map(story => ({...story, name: `${file} ${story.name}`, file})),
);

async function show(story: Story & {file: string}, style = ''): Promise<HTMLElement> {
  const size = SIZES[story.file] ?? 'padding:60px 340px';
  const box = await fixture<HTMLElement>(
    html`<div style="position:relative;${size};${style}">${story.render()}</div>`,
  );
  const stage = box.querySelector<HTMLElement>('call-stage');
  if (stage) stage.style.cssText = 'display:block;width:100%;height:100%';
  if (story.file === 'devices') await until(() => deepAll(box, 'select').length > 0);
  await drawn(box);
  await nextFrame();
  await drawn(box);
  await movementOver();
  return box;
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await nextFrame();
}

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

  for (const scheme of ['light', 'dark']) {
    for (const story of ALL) {
      it(`${story.name} passes axe in ${scheme}`, async () => {
        const ground = scheme === 'dark' ? '#17191f' : '#fff';
        const box = await show(story, `color-scheme:${scheme};background:${ground}`);
        expect(await axeFaults(box)).to.deep.equal([]);
      });
    }
  }

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
