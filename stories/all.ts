import {stories as pill} from './capture-pill.stories.js';
import {stories as consent} from './consent.stories.js';
import {stories as devices} from './devices.stories.js';
import {stories as idleCard} from './idle-card.stories.js';
import {stories as orb} from './orb.stories.js';
import {stories as panel} from './panel.stories.js';
import type {Story} from './story.js';
import {stories as teaser} from './teaser.stories.js';

/** Every story by its file. */
export const STORIES: Readonly<Record<string, readonly Story[]>> = {
  orb,
  'capture-pill': pill,
  panel,
  'idle-card': idleCard,
  consent,
  devices,
  teaser,
};
