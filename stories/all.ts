import * as pill from './capture-pill.stories.js';
import * as composer from './composer.stories.js';
import * as consent from './consent.stories.js';
import * as devices from './devices.stories.js';
import * as feedback from './feedback.stories.js';
import * as idleCard from './idle-card.stories.js';
import * as menu from './menu.stories.js';
import * as message from './message.stories.js';
import * as notice from './notice.stories.js';
import * as orb from './orb.stories.js';
import * as panelHeader from './panel-header.stories.js';
import * as panel from './panel.stories.js';
import * as stage from './stage.stories.js';
import type {Choices, Story} from './story.js';
import * as talkButton from './talk-button.stories.js';
import * as teaser from './teaser.stories.js';
import * as transcript from './transcript.stories.js';
import * as voiceWidget from './voice-widget.stories.js';

/** Every file of stories, by the folder of the element that it is about. */
const FILES: Readonly<Record<string, {stories: readonly Story[]; choices?: Choices}>> = {
  'voice-widget': voiceWidget,
  orb,
  'capture-pill': pill,
  teaser,
  panel,
  'panel-header': panelHeader,
  stage,
  transcript,
  message,
  feedback,
  notice,
  composer,
  'talk-button': talkButton,
  menu,
  'idle-card': idleCard,
  consent,
  devices,
};

/** Every story by its file. */
export const STORIES: Readonly<Record<string, readonly Story[]>> = Object.fromEntries(
  Object.entries(FILES).map(([file, {stories}]) => [file, stories]),
);

/** What the properties of a file's element may be. */
export const choicesOf = (file: string): Choices => FILES[file]?.choices ?? {};

/** The element that a file is about. */
export const tagOf = (file: string) => `aiw-${file}`;
