import {html} from 'lit';
import type {CallProblem, CallState, MicrophoneProblem} from '../src/call/state.js';
import '../src/elements/panel/panel.define.js';
import {failedCall, voiceCall, withoutMicrophone} from '../testing/fixtures/call-state.js';
import type {Story} from './story.js';
import {onSurface} from './surface.js';

const PROBLEMS: readonly CallProblem[] = ['unreachable', 'rate-limited', 'origin', 'lost'];
const MICROPHONE: readonly MicrophoneProblem[] = ['denied', 'policy'];

const STATES: Readonly<Record<string, CallState>> = {
  'asking-for-microphone': voiceCall('connecting', {microphone: {status: 'asking'}}),
  'goes-on': voiceCall('listening', {microphone: {status: 'waiting'}}),
  guided: voiceCall('speaking', {guidedTo: 'Pricing'}),
  interrupted: voiceCall('speaking', {isInterrupted: true}),
  reconnecting: voiceCall('listening', {stage: {phase: 'reconnecting', attempt: 2, until: 0}}),
  queue: failedCall('busy', {stage: {phase: 'failed', problem: 'busy', retryAt: 1, attempt: 1}}),
  retrying: failedCall('unreachable', {
    stage: {phase: 'failed', problem: 'unreachable', retryAt: 1},
  }),
  ...Object.fromEntries(PROBLEMS.map(problem => [problem, failedCall(problem)])),
  ...Object.fromEntries(
    MICROPHONE.map(problem => [`microphone-${problem}`, withoutMicrophone(problem)]),
  ),
};

/** What stands in the way, and what is new. */
export const stories: Story[] = Object.entries(STATES).map(([name, state]) => ({
  name,
  render: () => onSurface(html`<aiw-notice></aiw-notice>`, state),
}));
