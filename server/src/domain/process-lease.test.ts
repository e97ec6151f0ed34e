import assert from 'node:assert/strict';
import {test} from 'node:test';
import {FakeClock} from '../../testing/test-server.js';
import {ProcessLease} from './process-lease.js';

/** A lease over a store that may be away; when it has ended what others left, in seconds. */
function fixture() {
  const clock = new FakeClock();
  const start = clock.now();
  const looks: number[] = [];
  const store = {
    id: 'p',
    isAway: false,
    beat: () => (store.isAway ? Promise.reject(new Error('away')) : Promise.resolve()),
    endAbandoned: () => Promise.resolve(looks.push((clock.now() - start) / 1000)),
  };
  const lease = new ProcessLease({store, clock, onError: () => {}});
  const pass = async (seconds: number) => {
    for (let past = 0; past < seconds; past += 10) {
      clock.advance(10_000);
      await new Promise(resolve => setImmediate(resolve));
    }
  };
  return {lease, store, looks, pass};
}

test('what others have left is ended at the start and from then on', async () => {
  const {lease, looks, pass} = fixture();
  await lease.beat();
  lease.start();
  await pass(20);
  assert.deepEqual(looks, [0, 10, 20]);
  await lease.stop();
});

test('after a time without the store, the others are given time to say that they live', async () => {
  const {lease, store, looks, pass} = fixture();
  await lease.beat();
  lease.start();
  store.isAway = true;
  await pass(60);
  store.isAway = false;
  await pass(60);
  assert.deepEqual(looks, [0, 120]);
  await lease.stop();
});
