import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {run, said, sent, UP} from '../../testing/fixtures/call-steps.js';
import type {CallEvent} from './events.js';
import {transition} from './transition.js';

describe('a contact detail', () => {
  const ask = said('agent', 'What is your email address?');
  const confirm: CallEvent = {
    type: 'confirmCapture',
    id: 'c1',
    kind: 'email',
    value: 'jane@example.com',
  };
  const settled = (status: 'stored' | 'queued' | 'invalid'): CallEvent => ({
    type: 'captureSettled',
    id: 'c1',
    kind: 'email',
    source: 'agent_asked',
    status,
  });

  it('raises an empty pill when the agent asks', () => {
    assert.deepEqual(run(...UP, ask).state.capture, {
      kind: 'email',
      value: '',
      source: 'agent_asked',
      prefilled: false,
      status: 'open',
    });
  });

  it('is pre-filled from the visitor token', () => {
    const known = UP.map(event =>
      event.type === 'sessionCreated' ? {...event, known: {email: 'jane@example.com'}} : event,
    );
    const {capture} = run(...known, ask).state;
    assert.deepEqual([capture?.value, capture?.prefilled], ['jane@example.com', true]);
  });

  it('is recognised in the visitor’s own words', () => {
    const {capture} = run(...UP, said('visitor', 'You can write to jane at example dot com')).state;
    assert.deepEqual(
      [capture?.value, capture?.source],
      ['jane@example.com', 'visitor_volunteered'],
    );
  });

  it('is stored on confirmation, told to the server without its value, and leaves by itself', () => {
    const {state, effects} = run(...UP, ask, confirm, settled('stored'));
    assert.equal(state.capture?.status, 'stored');
    assert.deepEqual(sent(effects), [{type: 'capture', kind: 'email', result: 'submitted'}]);
    const done = transition(state, {type: 'captureDone', id: 'c1'});
    assert.equal(done.state.capture, null);
  });

  it('does not come back once dismissed', () => {
    const {state} = run(...UP, ask, {type: 'dismissCapture'}, ask);
    assert.equal(state.capture, null);
  });

  it('is not asked for again once confirmed', () => {
    const {state} = run(
      ...UP,
      ask,
      confirm,
      settled('stored'),
      {type: 'captureDone', id: 'c1'},
      said('agent', 'Was that your email?'),
    );
    assert.equal(state.capture, null);
  });

  it('is not raised where the widget does not capture that kind', () => {
    const phonesOnly = UP.map(event =>
      event.type === 'resolved' ? {...event, captureKinds: ['phone' as const]} : event,
    );
    assert.equal(run(...phonesOnly, ask).state.capture, null);
  });

  it('is corrected by a whole new address, also after one that was refused', () => {
    const first = said('visitor', 'it is jane at example dot com');
    const second = said('visitor', "no, it's jayne at example dot com");
    for (const meanwhile of [[], [confirm, settled('invalid')]]) {
      const {capture} = run(...UP, ask, first, ...meanwhile, second).state;
      assert.deepEqual(
        [capture?.value, capture?.source, capture?.status],
        ['jayne@example.com', 'agent_asked', 'open'],
      );
    }
  });

  it('is not changed by words once it is being saved', () => {
    const second = said('visitor', "no, it's jayne at example dot com");
    const {capture} = run(...UP, ask, confirm, second).state;
    assert.deepEqual([capture?.value, capture?.status], ['jane@example.com', 'sending']);
  });

  it('leaves a half-typed pill of another kind alone', () => {
    const {capture} = run(
      ...UP,
      said('agent', 'What is your name?'),
      said('visitor', 'write to jane@example.com'),
    ).state;
    assert.equal(capture?.kind, 'name');
  });
});
