import {expect} from '@open-wc/testing';
import {widgetToken} from '../../testing/fake-backend/responses.js';
import {DeviceMicrophone} from '../platform/audio/microphone.js';
import {ContextSpeaker} from '../platform/audio/speaker.js';
import {WidgetStorage} from '../platform/storage.js';
import {SoundSettings} from './sound-settings.js';

/** Devices without a call: a choice is kept for the next one. */
function fixture(storage = new WidgetStorage(widgetToken())) {
  let changes = 0;
  const microphone = new DeviceMicrophone(() => null);
  const speaker = new ContextSpeaker(() => null);
  const sound = new SoundSettings(storage, microphone, speaker, () => changes++);
  return {microphone, speaker, sound, changes: () => changes};
}

describe('the visitor’s choice of sound', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('is kept in the browser, under the widget’s own name', async () => {
    const {sound, changes} = fixture();
    await sound.change({microphone: 'desk', volume: 0.5});
    await sound.change({pushToTalk: true});
    expect(changes()).to.equal(2);
    const next = fixture();
    expect(next.sound.preferences).to.deep.equal({
      microphone: 'desk',
      speaker: '',
      volume: 0.5,
      pushToTalk: true,
    });
    expect(next.microphone.deviceId).to.equal('desk');
    expect(Object.keys(localStorage)).to.deep.equal([`aiw:${widgetToken()}:sound`]);
  });

  it('is nothing, and nothing is kept, before there is one', () => {
    const {sound} = fixture();
    expect(sound.preferences).to.deep.equal({microphone: '', speaker: '', volume: 1});
    expect(localStorage).to.have.length(0);
  });

  it('holds on this page where nothing can be kept', async () => {
    class Blocked extends WidgetStorage {
      override read() {
        return null;
      }
      override write() {}
    }
    const {sound} = fixture(new Blocked(widgetToken()));
    await sound.change({volume: 0.2});
    expect(sound.preferences.volume).to.equal(0.2);
  });

  it('is not what somebody else has put into storage', () => {
    const value = {microphone: 7, speaker: null, volume: 40, pushToTalk: 'yes'};
    localStorage.setItem(`aiw:${widgetToken()}:sound`, JSON.stringify(value));
    const {preferences} = fixture().sound;
    expect(preferences).to.deep.equal({microphone: '', speaker: '', volume: 1});
  });

  it('is not kept where the device cannot be used', async () => {
    const {sound, microphone, speaker} = fixture();
    microphone.change = () => Promise.reject(new DOMException('No', 'NotReadableError'));
    speaker.change = () => Promise.reject(new DOMException('No', 'NotFoundError'));
    expect(await sound.change({microphone: 'desk'})).to.equal('microphone');
    expect(await sound.change({speaker: 'headset'})).to.equal('speaker');
    expect(sound.preferences).to.deep.equal({microphone: '', speaker: '', volume: 1});
  });
});
