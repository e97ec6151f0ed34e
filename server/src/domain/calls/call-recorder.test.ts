import assert from 'node:assert/strict';
import {test} from 'node:test';
import {FakeClock, settings} from '../../../testing/test-server.js';
import {CallRecorder} from './call-recorder.js';
import type {SessionStore} from '../records/session-store.js';
import {UsageMeter} from '../records/usage.js';

/** A recorder over a store that may be away, with what was written and what was lost. */
function fixture(past?: {usedAt: string | null; firstAudioAt: string | null}) {
  const clock = new FakeClock();
  const written: string[] = [];
  const lost: unknown[] = [];
  const state = {isAway: false};
  const write = (name: string) => async () => {
    if (state.isAway) throw new Error('away');
    written.push(name);
  };
  const store = {
    putTurn: (_id: string, {id}: {id: string}) => write(id)(),
    ...{use: write('use'), firstAudio: write('first audio'), end: write('end')},
  } as unknown as SessionStore;
  const widget = {id: 'w', revisionId: 'r', status: 'live', settings: settings()} as const;
  const seconds: number[] = [];
  const usage = {
    add: async (_widget: string, _day: string, more: number) => {
      if (state.isAway) throw new Error('away');
      return seconds.push(more);
    },
    seconds: async () => 0,
  };
  const meter = new UsageMeter(widget, {store: usage, clock, onLevel: () => {}});
  const onError = (error: unknown) => void lost.push(error);
  const recorder = new CallRecorder('s', {store, clock, meter, onError, ...(past && {past})});
  const turn = (id: string, role: 'visitor' | 'agent') =>
    recorder.turn({type: 'transcript', id, role, text: 'Hello', final: true});
  /** Lets time go by, and what falls due be written. */
  const pass = async (secondsPast: number) => {
    for (let past = 0; past < secondsPast; past++) {
      clock.advance(1000);
      await new Promise(resolve => setImmediate(resolve));
    }
  };
  return {recorder, turn, pass, written, lost, seconds, state};
}

test('a store that is away for a moment costs nothing, and the order stays', async () => {
  const {recorder, turn, pass, written, lost, seconds, state} = fixture();
  turn('a', 'agent');
  await pass(1);
  state.isAway = true;
  turn('b', 'visitor');
  turn('c', 'agent');
  await pass(10);
  assert.deepEqual(written, ['a']);
  state.isAway = false;
  const ended = recorder.end('visitor');
  await pass(10);
  await ended;
  assert.deepEqual(written, ['a', 'use', 'b', 'c', 'end']);
  assert.deepEqual([lost, seconds], [[], [10]]);
});

test('a store that stays away is given up after half a minute, and that is told', async () => {
  const {turn, pass, written, lost, state} = fixture();
  state.isAway = true;
  turn('a', 'agent');
  await pass(40);
  assert.deepEqual([written, lost.length], [[], 1]);
});

test('a call from another process counts on: used once, and from its move on', async () => {
  const at = '2030-01-01T00:00:00.000Z';
  const {recorder, turn, pass, written, seconds} = fixture({usedAt: at, firstAudioAt: at});
  turn('a', 'visitor');
  recorder.firstAudio();
  await pass(5);
  await recorder.leave();
  assert.deepEqual([written, seconds], [['a'], [5]]);
});
