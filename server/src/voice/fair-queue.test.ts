import assert from 'node:assert/strict';
import {test} from 'node:test';
import {FairQueue, WithdrawnError} from './fair-queue.js';

/** Work that is done when told. */
function pending() {
  let finish: () => void = () => undefined;
  const promise = new Promise<void>(resolve => {
    finish = resolve;
  });
  return {work: () => promise, finish: () => finish()};
}

test('a call that asks for much lets the others have their turn', async () => {
  const queue = new FairQueue(1);
  const order: string[] = [];
  const first = pending();
  const note = (name: string) => async () => {
    order.push(name);
  };
  const all = [
    queue.add('a', first.work),
    queue.add('a', note('a2')),
    queue.add('a', note('a3')),
    queue.add('b', note('b1')),
  ];
  first.finish();
  await Promise.all(all);
  assert.deepEqual(order, ['b1', 'a2', 'a3']);
});

test('work that is withdrawn while it waits never runs', async () => {
  const queue = new FairQueue(1);
  const first = pending();
  const running = queue.add('a', first.work);
  const abort = new AbortController();
  let hasRun = false;
  const waiting = queue.add('a', async () => void (hasRun = true), abort.signal);
  abort.abort();
  await assert.rejects(waiting, WithdrawnError);
  first.finish();
  await running;
  assert.equal(hasRun, false);
  assert.equal(queue.length, 0);
});

test('a failure is told to the one who asked, and the next runs', async () => {
  const queue = new FairQueue(1);
  const failing = queue.add('a', async () => {
    throw new Error('broken');
  });
  await assert.rejects(failing, /broken/);
  assert.equal(await queue.add('b', async () => 7), 7);
});
