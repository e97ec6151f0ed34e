/** Stories on a test's page, in the room that they are given. */
import {fixture, html, nextFrame} from '@open-wc/testing';
import {movementOver} from '../testing/harness/axe.js';
import {deepAll, drawn} from '../testing/harness/deep.js';
import {STORIES} from './all.js';
import type {Story} from './story.js';

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

/** Every story, with the file it stands in. */
export const ALL = Object.entries(STORIES).flatMap(([file, stories]) =>
  stories.map(story => ({...story, name: `${file} ${story.name}`, file})),
);

/** A story on the page, drawn whole and at rest. */
export async function show(story: Story & {file: string}, style = ''): Promise<HTMLElement> {
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
