import {html} from 'lit';
import type {CallState} from '../src/call/state.js';
import '../src/elements/panel/panel.define.js';
import {callState, conversation, said, voiceCall} from '../testing/fixtures/call-state.js';
import type {Story} from './story.js';
import {onSurface} from './surface.js';

const STATES: Readonly<Record<string, CallState>> = {
  idle: callState(),
  'visitor-speaks': voiceCall('listening', {
    transcript: [
      ...conversation().slice(0, 3),
      said('visitor', 'And does it work with', {final: false}),
    ],
  }),
  'agent-speaks': voiceCall('speaking', {
    transcript: [
      ...conversation().slice(0, 4),
      said('agent', 'Yes. It works with SumUp, Zettle', {final: false}),
    ],
  }),
  long: voiceCall('speaking', {
    transcript: [said('agent', 'We deliver plants on Tuesdays and Thursdays. '.repeat(5))],
  }),
};

/** A spoken call: the orb over what is being said. */
export const stories: Story[] = Object.entries(STATES).map(([name, state]) => ({
  name,
  render: () => onSurface(html`<aiw-stage></aiw-stage>`, state),
}));
