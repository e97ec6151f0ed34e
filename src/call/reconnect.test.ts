import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AT, frame, run, said, types, UP} from '../../testing/fixtures/call-steps.js';
import {STREAM_CLOSE} from '../contract/index.js';
import type {CallEvent} from './events.js';

describe('a dropped stream', () => {
  const drop = (at: number): CallEvent => ({type: 'streamClosed', code: 1006, at});

  it('is connected again, and what the agent was saying falls silent', () => {
    const {state, effects} = run(...UP, drop(AT));
    assert.deepEqual(state.stage, {phase: 'reconnecting', attempt: 1, until: AT + 30_000});
    assert.deepEqual(types(effects), ['audioClear', 'connect']);
  });

  it('ends the call after thirty seconds', () => {
    const {state} = run(...UP, drop(AT), drop(AT + 15_000), drop(AT + 30_000));
    assert.deepEqual(state.stage, {phase: 'ended', reason: 'lost'});
  });

  it('by a server that stops is connected again too: another goes on with the session', () => {
    const stopped = frame({type: 'ended', reason: 'shutdown'});
    const {state, effects} = run(...UP, stopped, {type: 'streamClosed', code: 1000, at: AT});
    assert.equal(state.stage.phase, 'reconnecting');
    assert.deepEqual(types(effects), ['audioClear', 'connect']);
  });

  it('is told once of each message, though the next server tells the last ones again', () => {
    const hello = said('agent', 'Hello');
    const {state, effects} = run(...UP, hello, drop(AT), hello);
    assert.equal(state.transcript.length, 1);
    assert.deepEqual(types(run(...UP, hello).effects), ['announce']);
    assert.deepEqual(types(effects), []);
  });

  it('is followed by a new session where the server has forgotten this one', () => {
    const {state, effects} = run(...UP, said('agent', 'Hello'), {
      type: 'streamClosed',
      code: STREAM_CLOSE.gone,
      at: AT,
    });
    assert.equal(state.stage.phase, 'connecting');
    assert.deepEqual(types(effects), ['audioClear', 'begin']);
    assert.equal(state.transcript.length, 1);
  });

  for (const code of [STREAM_CLOSE.token, STREAM_CLOSE.origin, STREAM_CLOSE.replaced, 1008]) {
    it(`is final with code ${code}`, () => {
      const {state, effects} = run(...UP, {type: 'streamClosed', code, at: AT});
      assert.equal(state.stage.phase, 'failed');
      assert.ok(types(effects).includes('release'));
    });
  }
});
