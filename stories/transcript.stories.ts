import {html} from 'lit';
import type {CallState} from '../src/call/state.js';
import '../src/elements/panel/panel.define.js';
import {
  callState,
  conversation,
  endedCall,
  said,
  textCall,
} from '../testing/fixtures/call-state.js';
import type {Story} from './story.js';
import {onSurface} from './surface.js';

const STATES: Readonly<Record<string, CallState>> = {
  greeting: callState({mode: 'text'}),
  conversation: textCall(),
  thinking: textCall({
    stage: {phase: 'thinking'},
    transcript: [...conversation().slice(0, 2)],
  }),
  sending: textCall({
    transcript: [
      ...conversation().slice(0, 1),
      said('visitor', 'How do refunds work?', {pending: true}),
    ],
  }),
  ended: endedCall('visitor'),
  'ended-at-the-limit': endedCall('limit'),
};

/** The words of a call, and what follows the last. */
export const stories: Story[] = [
  ...Object.entries(STATES).map(([name, state]) => ({
    name,
    render: () => onSurface(html`<aiw-transcript></aiw-transcript>`, state),
  })),
  {
    name: 'words-of-the-page',
    render: () =>
      onSurface(
        html`<aiw-transcript><em slot="empty">What can we help you grow?</em></aiw-transcript>`,
        callState({mode: 'text'}),
      ),
  },
];
