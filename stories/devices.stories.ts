import {html} from 'lit';
import {ref} from 'lit/directives/ref.js';
import {callHandle, fixedSound} from '../testing/fixtures/call-handle.js';
import '../testing/fixtures/call-stage.js';
import {voiceCall} from '../testing/fixtures/call-state.js';
import '../src/elements/panel/panel.define.js';
import type {AiwPanel} from '../src/elements/panel/panel.js';
import type {SoundPreferences} from '../src/controllers/sound-settings.js';
import type {Story} from './story.js';

/** Believable devices in place of this machine's. */
const DEVICES = [
  ['audioinput', 'built-in', 'MacBook Pro Microphone (built-in)'],
  ['audioinput', 'headset', 'Jabra Evolve2 65'],
  ['audiooutput', 'speakers', 'MacBook Pro Speakers (built-in)'],
  ['audiooutput', 'headset-out', 'Jabra Evolve2 65'],
].map(([kind, deviceId, label]) => ({kind, deviceId, label}) as MediaDeviceInfo);

/** A panel with its sheet open. */
function sheet(preferences: SoundPreferences, pushToTalk = false) {
  if (navigator.mediaDevices) {
    navigator.mediaDevices.enumerateDevices = () => Promise.resolve(DEVICES);
  }
  const talk = {typing: true, pushToTalk, startMuted: false};
  const call = callHandle(voiceCall('listening', {talk}), {sound: fixedSound({preferences})});
  const open = (panel?: Element) => void (panel as AiwPanel | undefined)?.openDevices();
  return html`<call-stage .call=${call}><aiw-panel ${ref(open)}></aiw-panel></call-stage>`;
}

/** The sheet for microphone and speaker. */
export const stories: Story[] = [
  {
    name: 'chosen',
    render: () => sheet({microphone: 'headset', speaker: 'headset-out', volume: 0.8}),
  },
  {name: 'gone', render: () => sheet({microphone: 'gone', speaker: '', volume: 1}, true)},
];
