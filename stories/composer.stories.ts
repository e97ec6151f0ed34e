import {html} from 'lit';
import {ref} from 'lit/directives/ref.js';
import type {CallState} from '../src/call/state.js';
import type {CallHandle} from '../src/controllers/call-context.js';
import type {AiwComposer} from '../src/elements/composer/composer.js';
import '../src/elements/panel/panel.define.js';
import {callState, textCall, voiceCall, withoutMicrophone} from '../testing/fixtures/call-state.js';
import type {Story} from './story.js';
import {onSurface} from './surface.js';

const PUSH_TO_TALK = {typing: true, pushToTalk: true, startMuted: false};

const composer = (state: CallState, changes: Partial<CallHandle> = {}, draft = '') =>
  onSurface(
    html`<aiw-composer
      ${ref(element => void (draft && element && write(element, draft)))}
    ></aiw-composer>`,
    state,
    changes,
  );

/** Types a draft, as a visitor does. */
async function write(element: Element, draft: string): Promise<void> {
  // The call reaches an element one update after the element stands in it.
  await new Promise(requestAnimationFrame);
  await (element as AiwComposer).updateComplete;
  const field = element.shadowRoot?.querySelector('textarea');
  if (!field) return;
  field.value = draft;
  field.dispatchEvent(new Event('input'));
}

/** Where a visitor types, talks and hangs up. */
export const stories: Story[] = [
  {name: 'before-a-call', render: () => composer(callState({mode: 'text'}))},
  {name: 'spoken', render: () => composer(voiceCall('listening'))},
  {name: 'typed', render: () => composer(textCall())},
  {
    name: 'draft',
    render: () => composer(textCall(), {}, 'Do you deliver to Graz on a Saturday?'),
  },
  {
    name: 'long-draft',
    render: () =>
      composer(textCall(), {}, 'We would need forty lavenders and as many roses. '.repeat(4)),
  },
  {name: 'near-the-limit', render: () => composer(textCall(), {}, 'word '.repeat(390))},
  {
    name: 'voice-only',
    render: () => composer(voiceCall('listening'), {modes: {voice: true, text: false}}),
  },
  {
    name: 'text-only',
    render: () => composer(textCall(), {modes: {voice: false, text: true}}),
  },
  {name: 'without-microphone', render: () => composer(withoutMicrophone('denied'))},
  {
    name: 'push-to-talk',
    render: () =>
      composer(voiceCall('listening', {talk: PUSH_TO_TALK, microphone: {status: 'muted'}})),
  },
];
