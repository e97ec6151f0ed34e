import {html} from 'lit';
import {WHOLE, type CallState} from '../src/call/state.js';
import type {CallHandle} from '../src/controllers/call-context.js';
import '../src/elements/panel/panel.define.js';
import {callHandle} from '../testing/fixtures/call-handle.js';
import '../testing/fixtures/call-stage.js';
import {
  GREETING,
  callState,
  conversation,
  endedCall,
  failedCall,
  prompt,
  said,
  textCall,
  voiceCall,
  withoutMicrophone,
} from '../testing/fixtures/call-state.js';
import type {Story} from './story.js';

const ASKED = [
  said('visitor', 'Could somebody call me about moving my old shop over?'),
  said('agent', 'Gladly. What is the best email address to reach you at?'),
];
const PARTIAL = {
  stage: {phase: 'speaking'},
  transcript: [
    ...conversation().slice(0, 3),
    said('visitor', 'Can you take me to the pricing page?'),
    said('agent', 'Of course. Here are the plans, Starter is the first on the', {final: false}),
  ],
  guidedTo: 'Pricing',
} as const;
const LONG =
  'We deliver plants on Tuesdays and Thursdays. '.repeat(4) +
  'Pallets go by a carrier of your choice, and you print the labels from the order itself.';

const PUSH_TO_TALK = {typing: true, pushToTalk: true, startMuted: false};
const MARKDOWN = [
  said('agent', GREETING),
  said('visitor', 'Which plans are there, and how do I try one?'),
  said(
    'agent',
    '**Two plans**, both with a *30-day* trial:\n\n- [Starter](/pricing#starter), $19 a month\n- [Team](/pricing#team), $49 a month\n\nTo begin:\n\n1. Open [the sign-up](/signup)\n2. Choose a plan\n3. Run `fernhill init`\n\nMore is in [the manual](https://docs.example.com/start).',
  ),
];
const JUDGED = MARKDOWN[2]?.id ?? '';

/** Every state of a call that looks different. */
const STATES: Readonly<Record<string, CallState>> = {
  welcome: callState(),
  'asking-for-microphone': voiceCall('connecting', {
    microphone: {status: 'asking'},
    transcript: [],
  }),
  connecting: voiceCall('connecting', {transcript: []}),
  listening: voiceCall('listening', {
    transcript: [
      ...conversation().slice(0, 3),
      said('visitor', 'And does it work with', {final: false}),
    ],
  }),
  thinking: voiceCall('thinking', {transcript: conversation().slice(0, 4)}),
  speaking: voiceCall('speaking', PARTIAL),
  'speaking-at-length': voiceCall('speaking', {
    transcript: [said('visitor', 'How do you ship?'), said('agent', LONG, {final: false})],
  }),
  muted: voiceCall('listening', {microphone: {status: 'muted'}}),
  'push-to-talk': voiceCall('listening', {talk: PUSH_TO_TALK, microphone: {status: 'muted'}}),
  'push-to-talk-held': voiceCall('listening', {talk: PUSH_TO_TALK, isHeld: true}),
  interrupted: voiceCall('speaking', {...PARTIAL, isInterrupted: true}),
  capture: voiceCall('listening', {transcript: ASKED, capture: prompt()}),
  'capture-prefilled': voiceCall('listening', {
    transcript: ASKED,
    capture: prompt({value: 'jane.doe@example.com', prefilled: true}),
  }),
  'quick-replies': voiceCall('listening', {
    quickReplies: ['Show me the plans', 'Is there a free trial?', 'Talk to a person'],
  }),
  reconnecting: voiceCall('listening', {
    stage: {phase: 'reconnecting', attempt: 2, until: 0},
  }),
  text: textCall(),
  'text-thinking': textCall({
    stage: {phase: 'thinking'},
    transcript: [...conversation(), said('visitor', 'How do refunds work?', {pending: true})],
  }),
  'microphone-denied': withoutMicrophone('denied'),
  'microphone-blocked-by-site': withoutMicrophone('policy'),
  queue: failedCall('busy', {
    stage: {phase: 'failed', problem: 'busy', retryAt: 1, attempt: 1},
  }),
  markdown: textCall({transcript: MARKDOWN}),
  'answer-judged': textCall({
    transcript: MARKDOWN,
    verdicts: {[JUDGED]: {rating: 5, status: 'sent', hasComment: true}},
  }),
  ended: endedCall('visitor'),
  'ended-judged': {
    ...endedCall('visitor'),
    verdicts: {[WHOLE]: {rating: 5, status: 'sent', hasComment: true}},
  },
  'ended-verdict-unsent': {
    ...endedCall('visitor'),
    verdicts: {[WHOLE]: {rating: 1, status: 'failed', hasComment: false}},
  },
  unreachable: failedCall('unreachable', {
    stage: {phase: 'failed', problem: 'unreachable', retryAt: 0},
  }),
  'rate-limited': failedCall('rate-limited'),
  lost: failedCall('lost', {transcript: conversation()}),
};

const inPanel = (call: CallHandle) =>
  html`<call-stage .call=${call}><aiw-panel></aiw-panel></call-stage>`;

/** Every state of the panel. */
export const stories: Story[] = [
  ...Object.entries(STATES).map(([name, state]) => ({
    name,
    render: () => inPanel(callHandle(state)),
  })),
  {
    name: 'suggestions',
    render: () =>
      inPanel(
        callHandle(callState({mode: 'text'}), {
          agent: {
            name: 'Ava',
            greeting: GREETING,
            suggestions: ['Which plans are there?', 'Is there a free trial?', 'Do you deliver?'],
          },
        }),
      ),
  },
  {
    name: 'text-only',
    render: () => inPanel(callHandle(callState(), {modes: {voice: false, text: true}})),
  },
  {
    name: 'voice-only',
    render: () => inPanel(callHandle(voiceCall('listening'), {modes: {voice: true, text: false}})),
  },
];
