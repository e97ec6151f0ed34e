import {html} from 'lit';
import '../src/elements/panel/panel.define.js';
import {callState} from '../testing/fixtures/call-state.js';
import type {Story} from './story.js';
import {onSurface} from './surface.js';

const button = (held = false, disabled = false) =>
  onSurface(
    html`<aiw-talk-button ?held=${held} ?disabled=${disabled}></aiw-talk-button>`,
    callState(),
  );

/** The button that is held to be heard. */
export const stories: Story[] = [
  {name: 'let-go', render: () => button()},
  {name: 'held', render: () => button(true)},
  {name: 'disabled', render: () => button(false, true)},
];
