import {expect} from '@open-wc/testing';
import {FakeClock} from '../../../testing/fixtures/fake-clock.js';
import {SoundWatch} from './sound-watch.js';

/** An audio context that the system stops and starts; `wakes`: whether the page may wake it. */
class FakeContext extends EventTarget {
  state = 'running';
  resumed = 0;
  wakes = false;

  become(state: string): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }

  resume(): Promise<void> {
    this.resumed++;
    if (!this.wakes) return Promise.reject(new DOMException('Needs a tap', 'InvalidStateError'));
    this.become('running');
    return Promise.resolve();
  }
}

function fixture() {
  const clock = new FakeClock();
  const told: boolean[] = [];
  const watch = new SoundWatch(isInterrupted => told.push(isInterrupted), clock);
  const context = new FakeContext();
  watch.watch(context as unknown as AudioContext);
  return {clock, told, watch, context};
}

describe('a watch over a call’s sound', () => {
  for (const state of ['interrupted', 'suspended']) {
    it(`tells of a context that is ${state}, and of its return`, async () => {
      const {clock, told, context} = fixture();
      context.become(state);
      await clock.advance(1_000);
      expect(told).to.deep.equal([true]);
      context.become('running');
      expect(told).to.deep.equal([true, false]);
    });
  }

  it('wakes a context by itself where that is allowed, and nobody hears of it', async () => {
    const {clock, told, context} = fixture();
    context.wakes = true;
    context.become('interrupted');
    await clock.advance(1_000);
    expect([context.state, told]).to.deep.equal(['running', []]);
  });

  it('tries again when the visitor comes back to the page', () => {
    const {context} = fixture();
    context.become('interrupted');
    context.wakes = true;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(context.state).to.equal('running');
  });

  it('tells of a microphone that the system silences', async () => {
    const {clock, told, watch} = fixture();
    watch.silenced(true);
    await clock.advance(1_000);
    watch.silenced(false);
    expect(told).to.deep.equal([true, false]);
  });

  it('says nothing of a moment', async () => {
    const {clock, told, watch} = fixture();
    watch.silenced(true);
    await clock.advance(300);
    watch.silenced(false);
    await clock.advance(2_000);
    expect(told).to.deep.equal([]);
  });

  it('leaves a context alone once the call is over', async () => {
    const {clock, told, watch, context} = fixture();
    watch.watch(null);
    context.become('suspended');
    document.dispatchEvent(new Event('visibilitychange'));
    await clock.advance(2_000);
    expect([told, context.resumed]).to.deep.equal([[], 0]);
  });
});
