import {expect, waitUntil} from '@open-wc/testing';
import {consoleLines} from '../../../testing/harness/console-lines.js';
import {press} from '../../../testing/harness/gestures.js';
import type {MicrophoneProblem} from '../../call/ports.js';
import {DeviceMicrophone} from './microphone.js';
import {unlockAudio} from './unlock.js';

// Held: WebKit forgets what was put on an object that nobody holds.
const {mediaDevices} = navigator;

/** A microphone on the browser's own fake devices, and what comes of it. */
async function fixture() {
  await press(document.body);
  const context = unlockAudio();
  if (!context) throw new Error('The browser has no audio.');
  const microphone = new DeviceMicrophone(() => context);
  const frames: number[] = [];
  const events: (string | MicrophoneProblem)[] = [];
  microphone.onSilenced = isSilenced => events.push(`silenced ${isSilenced}`);
  const listener = {
    frame: () => void frames.push(performance.now()),
    lost: (problem: MicrophoneProblem) => void events.push(problem),
    returned: () => void events.push('returned'),
  };
  const open = async (muted = false) => {
    const problem = await microphone.open(listener, muted);
    events.length = 0;
    return problem;
  };
  const heard = async (count = 5) => {
    const from = frames.length;
    await waitUntil(() => frames.length >= from + count, 'the microphone is heard');
  };
  return {context, microphone, frames, events, open, heard};
}

/**
 * Lets a track's events be made up: Firefox delivers to its listeners only its own.
 *
 * The answer makes one.
 */
function events(track: MediaStreamTrack): (type: string) => void {
  const target = new EventTarget();
  track.addEventListener = target.addEventListener.bind(target);
  return type => target.dispatchEvent(new Event(type));
}

/** Real devices other than the default one. */
async function otherDevices(): Promise<string[]> {
  const devices = await mediaDevices.enumerateDevices();
  return devices
    .filter(({kind, deviceId}) => kind === 'audioinput' && deviceId !== 'default')
    .map(({deviceId}) => deviceId);
}

describe('the device’s microphone', () => {
  let test: Awaited<ReturnType<typeof fixture>>;
  const tracks: MediaStreamTrack[] = [];
  const happenings: ((type: string) => void)[] = [];
  const {getUserMedia, enumerateDevices} = MediaDevices.prototype;
  const asked: unknown[] = [];
  beforeEach(async () => {
    tracks.length = 0;
    happenings.length = 0;
    asked.length = 0;
    mediaDevices.getUserMedia = async constraints => {
      asked.push((constraints?.audio as MediaTrackConstraints).deviceId);
      const stream = await getUserMedia.call(mediaDevices, constraints);
      tracks.push(...stream.getTracks());
      happenings.push(...stream.getTracks().map(events));
      return stream;
    };
    test = await fixture();
  });
  afterEach(async () => {
    test.microphone.close();
    await test.context.close();
    Reflect.deleteProperty(mediaDevices, 'getUserMedia');
    Reflect.deleteProperty(mediaDevices, 'enumerateDevices');
  });
  const unplugged = (isEverything: boolean) => {
    mediaDevices.enumerateDevices = () =>
      isEverything ? Promise.resolve([]) : enumerateDevices.call(mediaDevices);
  };

  it('changes to another device in mid-call, and is heard by the old one until it is there', async () => {
    expect(await test.open()).to.equal(null);
    await test.heard();
    const before = test.microphone.activeId;
    // Where there is but one, it is asked for by its own name.
    const other = (await otherDevices()).find(id => id !== before) ?? before;
    const ask = mediaDevices.getUserMedia;
    mediaDevices.getUserMedia = async constraints => {
      const stream = await ask(constraints);
      // However long the other device takes.
      await test.heard(10);
      return stream;
    };
    await test.microphone.change(other);
    await test.heard(20);
    expect(test.microphone.activeId).to.equal(other);
    expect(tracks.map(({readyState}) => readyState)).to.deep.equal(['ended', 'live']);
  });

  it('keeps the device in use where the other cannot be opened', async () => {
    await test.open();
    const before = test.microphone.activeId;
    const fault = await test.microphone.change('gone').catch((error: DOMException) => error.name);
    expect(fault).to.equal('OverconstrainedError');
    await test.heard();
    expect([test.microphone.activeId, test.microphone.deviceId]).to.deep.equal([before, '']);
  });

  it('takes another device where the one of an earlier visit is gone', async () => {
    test.microphone.deviceId = 'gone';
    expect(await test.open()).to.equal(null);
    await test.heard();
    expect(asked).to.deep.equal([{ideal: 'gone'}]);
  });

  it('gives nothing out while it is muted, across a change of device too', async () => {
    await test.open(true);
    const [other = ''] = await otherDevices();
    await test.microphone.change(other);
    expect(tracks.map(({enabled}) => enabled)).to.deep.equal([false, false]);
    test.microphone.setMuted(false);
    expect(test.frames).to.deep.equal([]);
    await test.heard();
  });

  it('goes on with another device when the one in use is taken out', async () => {
    await test.open();
    await test.heard();
    happenings[0]?.('ended');
    await waitUntil(() => tracks.length === 2);
    await test.heard();
    expect(test.events).to.deep.equal([]);
  });

  it('is lost where there is no other, and tells when one is back', async () => {
    const said = consoleLines();
    await test.open();
    unplugged(true);
    happenings[0]?.('ended');
    await waitUntil(() => test.events.includes('lost'));
    expect(test.microphone.isOpen).to.be.false;
    mediaDevices.dispatchEvent(new Event('devicechange'));
    unplugged(false);
    mediaDevices.dispatchEvent(new Event('devicechange'));
    await waitUntil(() => test.events.includes('returned'));
    said.restore();
    expect(tracks, 'whoever listens opens it').to.have.length(1);
  });

  it('waits for no device any more once it is closed', async () => {
    const said = consoleLines();
    await test.open();
    unplugged(true);
    happenings[0]?.('ended');
    await waitUntil(() => test.events.includes('lost'));
    test.microphone.close();
    unplugged(false);
    mediaDevices.dispatchEvent(new Event('devicechange'));
    await test.open();
    await test.heard();
    said.restore();
    expect(test.events).to.not.include('returned');
  });

  it('tells when the system silences it, for a phone call or so', async () => {
    await test.open();
    happenings[0]?.('mute');
    happenings[0]?.('unmute');
    expect(test.events).to.deep.equal(['silenced true', 'silenced false']);
  });
});
