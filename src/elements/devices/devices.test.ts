import {expect, oneEvent, waitUntil} from '@open-wc/testing';
import {fixedSound} from '../../../testing/fixtures/call-handle.js';
import {textCall, voiceCall} from '../../../testing/fixtures/call-state.js';
import {axeFaults} from '../../../testing/harness/axe.js';
import {key} from '../../../testing/harness/gestures.js';
import {PanelHarness} from '../../../testing/harness/panel-harness.js';
import type {CallHandle} from '../../controllers/call-context.js';
import type {Sound, SoundPreferences} from '../../controllers/sound-settings.js';
import {en} from '../../locales/en.js';

// Held: WebKit forgets what was put on an object that nobody holds.
const {mediaDevices} = navigator;

const WORDS = en.sound;

/** What the system says is plugged in; Chromium names the default twice. */
const PLUGGED_IN = [
  ['audioinput', 'default', 'Default - Desk microphone'],
  ['audioinput', 'desk', 'Desk microphone'],
  ['audioinput', 'headset', 'Headset'],
  ['audiooutput', 'default', 'Default - Desk speakers'],
  ['audiooutput', 'speakers', 'Desk speakers'],
  ['videoinput', 'camera', 'Camera'],
] as const;

let devices: readonly (readonly [string, string, string])[] = PLUGGED_IN;

/** The sheet of a panel, with the choices that are made in it. */
async function open(changes: Partial<Sound> = {}, more: Partial<CallHandle> = {}) {
  const chosen: Partial<SoundPreferences>[] = [];
  const sound = fixedSound({
    change: choice => {
      chosen.push(choice);
      return Promise.resolve(null);
    },
    ...changes,
  });
  const panel = await PanelHarness.open(voiceCall('listening'), {sound, ...more});
  await panel.panel.openDevices();
  await panel.settle();
  const choose = async (name: string, value: string) => {
    const select = panel.one(`select[aria-label="${name}"]`) as HTMLSelectElement;
    select.value = value;
    select.dispatchEvent(new Event('change'));
    await panel.settle();
    return select.value;
  };
  const options = (name: string) =>
    [...(panel.one(`select[aria-label="${name}"]`) as HTMLSelectElement).options].map(
      ({text}) => text,
    );
  return {panel, chosen, choose, options};
}

describe('aiw-devices', () => {
  beforeEach(() => {
    devices = PLUGGED_IN;
    mediaDevices.enumerateDevices = () =>
      Promise.resolve(
        devices.map(([kind, deviceId, label]) => ({kind, deviceId, label}) as MediaDeviceInfo),
      );
  });
  afterEach(() => Reflect.deleteProperty(mediaDevices, 'enumerateDevices'));

  it('lists each device once, after the default one', async () => {
    const {options} = await open();
    await waitUntil(() => options('Microphone').length > 1, 'they are listed', {timeout: 5_000});
    expect(options('Microphone')).to.deep.equal(['Default', 'Desk microphone', 'Headset']);
    expect(options('Speaker')).to.deep.equal(['Default', 'Desk speakers']);
  });

  it('lists what is plugged in while it is open', async () => {
    const {options} = await open();
    devices = [...PLUGGED_IN, ['audioinput', 'new', 'New one']];
    mediaDevices.dispatchEvent(new Event('devicechange'));
    await waitUntil(() => options('Microphone').includes('New one'));
  });

  it('chooses microphone and speaker', async () => {
    const {chosen, choose} = await open();
    await choose('Microphone', 'headset');
    await choose('Speaker', 'speakers');
    expect(chosen).to.deep.equal([{microphone: 'headset'}, {speaker: 'speakers'}]);
  });

  it('offers no speaker where the browser cannot choose one', async () => {
    const {panel} = await open({canChooseSpeaker: false});
    expect(panel.has('select[aria-label="Speaker"]')).to.be.false;
  });

  it('says that a device could not be used, and shows the one in use', async () => {
    const {panel, choose} = await open({change: () => Promise.resolve('microphone')});
    expect(await choose('Microphone', 'headset')).to.equal('');
    expect(panel.texts('.note')).to.deep.equal([WORDS.fault.microphone]);
  });

  it('says that the chosen device is gone, and shows the default one', async () => {
    const preferences = {microphone: 'gone', speaker: '', volume: 1};
    const {panel} = await open({preferences});
    expect((panel.one('select') as HTMLSelectElement).value).to.equal('');
    expect(panel.texts('.note')).to.deep.equal([WORDS.gone.microphone]);
  });

  it('has no names before the microphone was allowed, and says why', async () => {
    devices = [
      ['audioinput', '', ''],
      ['audiooutput', '', ''],
    ];
    const {panel, options} = await open();
    expect(options('Microphone')).to.deep.equal(['Default']);
    expect(panel.texts('.note')).to.deep.equal([WORDS.unnamed]);
  });

  it('sets the volume by the keyboard', async () => {
    const {panel, chosen} = await open();
    panel.one('input[type=range]').focus();
    await key('ArrowLeft');
    expect(chosen).to.deep.equal([{volume: 0.95}]);
  });

  it('turns push-to-talk on', async () => {
    const {panel, chosen} = await open();
    panel.one('input[role=switch]').focus();
    await key('Space');
    expect(chosen).to.deep.equal([{pushToTalk: true}]);
  });

  it('shows the microphone’s level while it is open, and asks for none afterwards', async () => {
    let read = 0;
    const levels = {
      input: () => {
        read++;
        return 0.55;
      },
      output: () => 0,
    };
    const {panel} = await open({}, {levels});
    const sheet = panel.one('aiw-devices');
    await waitUntil(() => sheet.style.getPropertyValue('--_level') === '0.55');
    // Only the sheet's own meter: the orb reads levels too.
    panel.panel.remove();
    const before = read;
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(read).to.equal(before);
  });

  it('has volume alone in a widget that does not listen', async () => {
    const {panel} = await open({canChooseSpeaker: false}, {modes: {voice: false, text: true}});
    expect([panel.has('select'), panel.has('[role=switch]')]).to.deep.equal([false, false]);
    expect(panel.has('input[type=range]')).to.be.true;
  });

  it('opens from the header’s menu with focus in it, and closes by Escape and back to where one was', async () => {
    const {panel} = await open();
    const closed = oneEvent(panel.one('aiw-devices'), 'close');
    await key('Escape');
    await closed;
    await panel.settle();
    expect(panel.has('aiw-devices')).to.be.false;
    await panel.openMenu();
    await panel.pressButton(WORDS.title);
    await waitUntil(() => panel.has('aiw-devices'));
    await panel.settle();
    const focused = panel.one('aiw-devices').shadowRoot?.activeElement;
    expect(focused?.localName).to.equal('select');
    await key('Escape');
    await panel.settle();
    expect(panel.one('aiw-panel-header').shadowRoot?.activeElement?.ariaLabel).to.equal('More');
    expect(panel.calls, 'the panel stays').to.deep.equal([]);
  });

  it('keeps everything behind it out of reach', async () => {
    const {panel} = await open();
    for (const behind of ['aiw-panel-header', '.middle', '.foot']) {
      expect(panel.one(behind).inert, behind).to.be.true;
    }
  });

  it('gives every control at least 24 by 24 pixels', async () => {
    const {panel} = await open();
    for (const control of panel
      .one('aiw-devices')
      .shadowRoot?.querySelectorAll('button, select, input') ?? []) {
      const {width, height} = control.getBoundingClientRect();
      expect(Math.min(width, height), control.localName).to.be.at.least(24);
    }
  });

  for (const scheme of ['light', 'dark']) {
    it(`passes axe, ${scheme}`, async () => {
      const {panel} = await open();
      panel.panel.style.setProperty('--aiw-color-scheme', scheme);
      expect(await axeFaults(panel.panel)).to.deep.equal([]);
    });
  }

  it('is to be had in writing too', async () => {
    const {panel} = await open();
    await panel.show(textCall());
    expect(panel.has('aiw-devices')).to.be.true;
  });
});
