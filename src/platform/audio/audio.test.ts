import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {CaptureCore} from './capture-core.js';
import {fromPcm, loudness, toPcm} from './pcm.js';
import {PlaybackCore, type PlaybackReport} from './playback-core.js';
import {Resampler} from './resampler.js';

const tone = (hz: number, rate: number, seconds: number) =>
  Float32Array.from({length: rate * seconds}, (_, i) => Math.sin((2 * Math.PI * hz * i) / rate));

const rms = (samples: Float32Array) =>
  Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

function resample(input: Float32Array, from: number, to: number, block = 128): Float32Array {
  const resampler = new Resampler(from, to);
  const parts: number[] = [];
  for (let i = 0; i < input.length; i += block) {
    parts.push(...resampler.push(input.subarray(i, i + block)));
  }
  return Float32Array.from(parts);
}

describe('the resampler', () => {
  it('keeps a voice’s tone at its loudness', () => {
    for (const [from, to] of [
      [48_000, 16_000],
      [44_100, 16_000],
      [16_000, 48_000],
      [24_000, 44_100],
    ] as const) {
      const output = resample(tone(1_000, from, 0.5), from, to);
      assert.ok(Math.abs(rms(output.subarray(500, -500)) - Math.SQRT1_2) < 0.01, `${from}→${to}`);
    }
  });

  it('lets nothing above the lower Nyquist frequency alias into the voice', () => {
    const output = resample(tone(11_000, 48_000, 0.5), 48_000, 16_000);
    assert.ok(rms(output.subarray(500)) < 0.01);
  });

  it('gives as many samples as the rates say, whatever the blocks', () => {
    for (const block of [128, 441, 1_024]) {
      const output = resample(tone(440, 44_100, 1), 44_100, 16_000, block);
      assert.ok(Math.abs(output.length - 16_000) < 40, `${output.length}`);
    }
  });

  it('joins blocks without a click', () => {
    const whole = resample(tone(440, 48_000, 0.2), 48_000, 16_000, 9_600);
    const parts = resample(tone(440, 48_000, 0.2), 48_000, 16_000, 128);
    assert.deepEqual(parts.slice(0, whole.length), whole.slice(0, parts.length));
  });
});

describe('capture', () => {
  it('cuts 20 ms frames of 640 bytes at 16 kHz', () => {
    const core = new CaptureCore(48_000, 16_000);
    const frames = core.push(tone(300, 48_000, 1));
    assert.ok(frames.length >= 49 && frames.every(({pcm}) => pcm.byteLength === 640));
  });

  it('gives nothing out while muted, and no old words afterwards', () => {
    const core = new CaptureCore(16_000, 16_000);
    core.push(tone(300, 16_000, 0.01));
    core.muted = true;
    assert.deepEqual(core.push(tone(300, 16_000, 1)), []);
    core.muted = false;
    const [frame] = core.push(new Float32Array(320));
    assert.equal(loudness(fromPcm(frame?.pcm ?? new ArrayBuffer(0))), 0);
  });

  it('changes to the server’s rate', () => {
    const core = new CaptureCore(48_000, 16_000);
    core.setTargetRate(24_000);
    assert.equal(core.push(tone(300, 48_000, 0.1))[0]?.pcm.byteLength, 960);
  });
});

describe('playback', () => {
  const RATE = 16_000;
  function player() {
    const reports: PlaybackReport[] = [];
    const core = new PlaybackCore(RATE, report => reports.push(report));
    const render = (seconds: number) => {
      const output = new Float32Array(RATE * seconds);
      for (let i = 0; i < output.length; i += 128) core.render(output.subarray(i, i + 128));
      return output;
    };
    const say = (seconds: number) => core.write(toPcm(tone(440, RATE, seconds)));
    return {core, reports, render, say};
  }

  it('waits for a little audio before it starts, then plays all of it', () => {
    const {core, render, say} = player();
    core.begin('a');
    say(0.04);
    assert.equal(loudness(render(0.016)), 0);
    say(0.04);
    assert.ok(loudness(render(0.016)) > 0.9);
  });

  it('starts at once where the whole message is there', () => {
    const {core, render, say} = player();
    core.begin('a');
    say(0.03);
    core.end('a');
    assert.ok(loudness(render(0.016)) > 0.9);
  });

  it('knows to the sample what was heard when it is cut off', () => {
    const {core, reports, render, say} = player();
    core.begin('a');
    say(2);
    render(0.8);
    core.clear();
    assert.deepEqual(reports.at(-1), {
      messageId: 'a',
      playedMs: 800,
      done: true,
      cleared: true,
      underruns: 0,
    });
    assert.equal(loudness(render(0.1)), 0);
  });

  it('tells that a message never heard was not heard', () => {
    const {core, reports, render, say} = player();
    core.begin('a');
    say(1);
    core.begin('b');
    say(1);
    render(0.2);
    core.clear();
    assert.deepEqual(
      reports.slice(-2).map(({messageId, playedMs}) => [messageId, playedMs]),
      [
        ['a', 200],
        ['b', 0],
      ],
    );
  });

  it('waits again, instead of stuttering, when the network falls behind', () => {
    const {core, reports, render, say} = player();
    core.begin('a');
    say(0.064);
    render(0.1);
    say(0.064);
    assert.equal(loudness(render(0.05)), 0, 'still gathering');
    say(0.1);
    core.end('a');
    render(0.5);
    assert.deepEqual([reports.at(-1)?.underruns, reports.at(-1)?.done], [1, true]);
  });

  it('plays messages one after another without a gap', () => {
    const {core, render, say} = player();
    for (const id of ['a', 'b']) {
      core.begin(id);
      say(0.1);
      core.end(id);
    }
    const output = render(0.2);
    assert.ok(loudness(output.subarray(1_600 - 64, 1_600 + 64)) > 0.85);
  });

  it('drops audio that was on its way when it was cleared', () => {
    const {core, render, say} = player();
    core.begin('a');
    say(1);
    core.clear();
    say(1);
    assert.equal(loudness(render(0.2)), 0);
  });
});
