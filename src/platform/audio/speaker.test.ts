import {expect, waitUntil} from '@open-wc/testing';
import {press} from '../../../testing/harness/gestures.js';
import {ContextSpeaker} from './speaker.js';
import {unlockAudio} from './unlock.js';

type SinkContext = AudioContext & {setSinkId(id: string): Promise<void>};

describe('the loudspeaker', () => {
  let context: SinkContext;
  let speaker: ContextSpeaker;
  const gains: GainNode[] = [];
  const sinks: string[] = [];
  const {connect} = AudioNode.prototype;
  beforeEach(async () => {
    gains.length = 0;
    sinks.length = 0;
    await press(document.body);
    context = unlockAudio() as SinkContext;
    context.setSinkId = id => {
      sinks.push(id);
      return id === 'gone'
        ? Promise.reject(new DOMException('No', 'NotFoundError'))
        : Promise.resolve();
    };
    AudioNode.prototype.connect = function (this: AudioNode, ...to: unknown[]) {
      if (to[0] instanceof GainNode) gains.push(to[0]);
      return Reflect.apply(connect, this, to) as AudioNode;
    } as typeof connect;
    speaker = new ContextSpeaker(() => context);
  });
  afterEach(async () => {
    AudioNode.prototype.connect = connect;
    speaker.close();
    await context.close();
  });
  const made = () => waitUntil(() => gains.length === 1, 'the player is made', {timeout: 5_000});

  it('is as loud as the visitor wants it, from the first word on', async () => {
    speaker.volume = 0.4;
    speaker.warm();
    await made();
    expect(gains[0]?.gain.value).to.be.closeTo(0.4, 0.001);
  });

  it('becomes louder and quieter while it plays', async () => {
    speaker.warm();
    await made();
    speaker.volume = 0;
    await waitUntil(() => (gains[0]?.gain.value ?? 1) < 0.01, 'it fades out');
  });

  it('sounds on the device chosen earlier, and on another at once', async () => {
    speaker.prefer('headset');
    speaker.warm();
    await made();
    await speaker.change('desk');
    expect(sinks).to.deep.equal(['headset', 'desk']);
  });

  it('sounds on the default one where the chosen one is gone', async () => {
    speaker.prefer('gone');
    speaker.warm();
    await made();
    expect(sinks).to.deep.equal(['gone']);
  });

  it('stays where it is when another device cannot be used', async () => {
    const fault = await speaker.change('gone').catch((error: DOMException) => error.name);
    expect(fault).to.equal('NotFoundError');
  });
});
