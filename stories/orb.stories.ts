import {html} from 'lit';
import '../src/elements/orb/orb.define.js';
import {ORB_STATES} from '../src/call/orb-state.js';
import type {Choices, Story} from './story.js';

/** Loudness at which listening and speaking are shown. */
const LEVELS: Readonly<Record<string, number>> = {listening: 0.6, speaking: 0.7};

/** What it may show. */
export const choices: Choices = {state: ORB_STATES};

/** Every state of the orb. */
export const stories: Story[] = ORB_STATES.map(state => ({
  name: state,
  render: () => html`<aiw-orb state=${state} level=${LEVELS[state] ?? 0}></aiw-orb>`,
}));
