import {html} from 'lit';
import type {CallState} from '../src/call/state.js';
import type {CallHandle} from '../src/controllers/call-context.js';
import '../src/elements/panel/panel.define.js';
import {callState, failedCall, textCall, voiceCall} from '../testing/fixtures/call-state.js';
import {AVATAR} from './avatar.js';
import type {Story} from './story.js';
import {onSurface} from './surface.js';

const header = (state: CallState, changes: Partial<CallHandle> = {}, content?: unknown) =>
  onSurface(html`<aiw-panel-header>${content}</aiw-panel-header>`, state, changes);

/** Who the visitor talks to, and how the call stands. */
export const stories: Story[] = [
  {name: 'before-a-call', render: () => header(callState())},
  {name: 'spoken', render: () => header(voiceCall('listening'))},
  {
    name: 'muted',
    render: () => header(voiceCall('listening', {microphone: {status: 'muted'}})),
  },
  {name: 'typed', render: () => header(textCall())},
  {
    name: 'avatar',
    render: () => header(textCall(), {agent: {name: 'Ava', greeting: '', avatarUrl: AVATAR}}),
  },
  {
    name: 'long-name',
    render: () =>
      header(voiceCall('speaking'), {
        agent: {name: 'Alexandrina of Fernhill Garden Centre', greeting: '', avatarUrl: AVATAR},
      }),
  },
  {name: 'failed', render: () => header(failedCall('unreachable'))},
  {
    name: 'words-of-the-page',
    render: () => header(textCall(), {}, html`<strong slot="header">Fernhill</strong>`),
  },
];
