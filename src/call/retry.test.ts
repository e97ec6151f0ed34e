import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AT, run, types} from '../../testing/fixtures/call-steps.js';
import type {CallEvent} from './events.js';
import {orbStateOf} from './face.js';
import {transition} from './transition.js';

describe('a call that cannot start', () => {
  const start: CallEvent = {type: 'start', mode: 'voice'};
  const fail = (problem: 'unreachable' | 'busy' | 'rate-limited', retryAfterMs?: number) =>
    ({type: 'startFailed', problem, retryAfterMs, at: AT}) as const;

  it('tries again by itself when the server does not answer', () => {
    const {state, effects} = run(start, fail('unreachable'));
    assert.deepEqual(state.stage, {
      phase: 'failed',
      problem: 'unreachable',
      retryAt: AT + 2_000,
      attempt: 1,
    });
    assert.deepEqual(types(effects), ['later', 'announce']);
  });

  it('waits twice as long each time, eight seconds at most', () => {
    const events: CallEvent[] = [start];
    const delays: (number | undefined)[] = [];
    for (let attempt = 1; attempt <= 5; attempt++) {
      events.push(fail('unreachable'));
      const {stage} = run(...events).state;
      delays.push(stage.phase === 'failed' ? (stage.retryAt ?? 0) - AT : undefined);
      events.push({type: 'retry', attempt});
    }
    assert.deepEqual(delays, [2_000, 4_000, 8_000, 8_000, 8_000]);
  });

  it('waits as long as the server asks', () => {
    const {state} = run(start, fail('busy', 7_000));
    assert.equal(state.stage.phase === 'failed' && state.stage.retryAt, AT + 7_000);
  });

  it('leaves a wait of minutes to the visitor', () => {
    const {state, effects} = run(start, fail('busy', 600_000));
    assert.deepEqual(state.stage, {phase: 'failed', problem: 'busy'});
    assert.deepEqual(types(effects), ['announce', 'release']);
  });

  it('gives up after five retries and frees the microphone', () => {
    const events: CallEvent[] = [start];
    for (let attempt = 1; attempt <= 5; attempt++) {
      events.push(fail('unreachable'), {type: 'retry', attempt});
    }
    const {state, effects} = run(...events, fail('unreachable'));
    assert.deepEqual(state.stage, {phase: 'failed', problem: 'unreachable'});
    assert.deepEqual(types(effects), ['announce', 'release']);
  });

  it('waits in the queue for a free line, and knows all along that it does', () => {
    const events: CallEvent[] = [start];
    for (let attempt = 1; attempt <= 36; attempt++) {
      events.push(fail('busy', 15_000));
      const {stage} = run(...events).state;
      assert.ok(stage.phase === 'failed' && stage.retryAt === AT + 15_000);
      assert.equal(orbStateOf(run(...events).state), 'connecting');
      events.push({type: 'retry', attempt});
      const resolved: CallEvent = {type: 'resolved', captureKinds: []};
      assert.deepEqual(run(...events, resolved).state.stage, {
        phase: 'connecting',
        attempt,
        problem: 'busy',
      });
    }
    const {state} = run(...events, fail('busy', 15_000));
    assert.deepEqual(state.stage, {phase: 'failed', problem: 'busy'});
    assert.equal(orbStateOf(state), 'failed');
  });

  it('does not hammer a server that counts', () => {
    assert.deepEqual(run(start, fail('rate-limited')).state.stage, {
      phase: 'failed',
      problem: 'rate-limited',
    });
  });

  it('stops trying when the visitor hangs up', () => {
    const hungUp = run(start, fail('unreachable'), {type: 'hangUp'});
    assert.deepEqual(transition(hungUp.state, {type: 'retry', attempt: 1}).effects, []);
  });
});
