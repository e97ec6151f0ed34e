import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AT, frame, run, said, sent, types, UP} from '../../testing/fixtures/call-steps.js';
import type {CallEvent} from './events.js';
import {orbStateOf} from './face.js';
import {INITIAL_STATE, transition} from './transition.js';

describe('a call', () => {
  it('goes from the tap to listening by way of resolving and connecting', () => {
    const phases = UP.map((_, i) => run(...UP.slice(0, i + 1)).state.stage.phase);
    assert.deepEqual(phases, ['resolving', 'resolving', 'connecting', 'connecting', 'listening']);
  });

  it('asks for the microphone before it begins, in a voice call only', () => {
    assert.deepEqual(types(run({type: 'start', mode: 'voice'}).effects), [
      'openMicrophone',
      'begin',
    ]);
    assert.deepEqual(types(run({type: 'start', mode: 'text'}).effects), ['begin']);
  });

  it('is not started twice by a second tap', () => {
    const twice = run(...UP, {type: 'start', mode: 'voice'});
    assert.deepEqual(twice.effects, []);
    assert.equal(twice.state.stage.phase, 'listening');
  });

  it('sends kept audio once the stream is ready', () => {
    const flow = run(...UP).effects.find(({type}) => type === 'flow');
    assert.deepEqual(flow, {type: 'flow', inputSampleRate: 16_000, outputSampleRate: 24_000});
  });

  it('follows what the agent does', () => {
    assert.equal(
      run(...UP, frame({type: 'state', value: 'thinking'})).state.stage.phase,
      'thinking',
    );
  });

  it('keeps the transcript after the visitor hangs up, and frees everything', () => {
    const {state, effects} = run(...UP, said('agent', 'Hello'), {type: 'hangUp'});
    assert.deepEqual(state.stage, {phase: 'ended', reason: 'visitor'});
    assert.deepEqual(
      state.transcript.map(({text}) => text),
      ['Hello'],
    );
    assert.deepEqual(types(effects), ['send', 'release', 'announce']);
  });

  it('starts afresh after one that ended', () => {
    const {state} = run(
      ...UP,
      said('agent', 'Hello'),
      {type: 'hangUp'},
      {
        type: 'start',
        mode: 'text',
      },
    );
    assert.deepEqual(state.transcript, []);
  });

  it('ignores frames that arrive after its end', () => {
    const ended = run(...UP, {type: 'hangUp'});
    assert.equal(transition(ended.state, said('agent', 'Late')).state, ended.state);
  });
});

describe('the microphone', () => {
  it('leaves a text call where it is refused, and tells the server', () => {
    const {state, effects} = run(...UP, {
      type: 'microphone',
      microphone: {status: 'unavailable', problem: 'lost'},
    });
    assert.equal(state.mode, 'text');
    assert.deepEqual(sent(effects), [{type: 'mode', value: 'text'}]);
  });

  it('is muted on the page and at the server', () => {
    const {state, effects} = run(...UP, {type: 'setMuted', muted: true});
    assert.deepEqual(state.microphone, {status: 'muted'});
    assert.deepEqual(sent(effects), [{type: 'mic', muted: true}]);
    assert.equal(orbStateOf(state), 'muted');
  });

  it('cannot be unmuted where there is none', () => {
    const {state} = run({type: 'start', mode: 'text'}, {type: 'setMuted', muted: false});
    assert.deepEqual(state.microphone, {status: 'off'});
  });
});

describe('a typed message', () => {
  const typed: CallEvent = {type: 'sendText', id: 't1', text: 'Hi', at: AT};

  it('starts a text call where none is under way', () => {
    const {state, effects} = run(typed);
    assert.equal(state.mode, 'text');
    assert.deepEqual(types(effects), ['begin']);
    assert.equal(state.transcript[0]?.pending, true);
  });

  it('is pending until the server has it in the transcript', () => {
    const {state} = run(
      ...UP,
      typed,
      frame({type: 'transcript', id: 't1', role: 'visitor', text: 'Hi', final: true}),
    );
    assert.deepEqual(
      state.transcript.map(({id, pending}) => ({id, pending})),
      [{id: 't1', pending: undefined}],
    );
  });

  it('is sent again with the same id when the stream is back', () => {
    const {effects} = run(
      ...UP,
      typed,
      {type: 'streamClosed', code: 1006, at: AT},
      frame({type: 'ready', inputSampleRate: 16_000, outputSampleRate: 24_000, resumed: true}),
    );
    assert.deepEqual(sent(effects), [
      {type: 'mic', muted: false},
      {type: 'text', id: 't1', text: 'Hi'},
    ]);
  });
});

describe('a clean sheet', () => {
  it('ends the call under way and takes its words away', () => {
    const {state, effects} = run(...UP, said('agent', 'Hi.'), {type: 'clear'});
    assert.deepEqual(state, INITIAL_STATE);
    assert.deepEqual(sent(effects), [{type: 'end'}]);
    assert.deepEqual(types(effects), ['send', 'release', 'announce']);
  });

  it('takes the words of an ended call away, and ends nothing twice', () => {
    const ended = [...UP, said('agent', 'Hi.'), {type: 'hangUp'}] as const;
    const {state, effects} = run(...ended, {type: 'clear'});
    assert.deepEqual([state, effects], [INITIAL_STATE, []]);
  });
});

describe('quick replies', () => {
  const offer = frame({type: 'quickReplies', messageId: 'm1', replies: ['Yes', 'No']});
  const isOffered = (...events: CallEvent[]) => run(...UP, ...events).state.quickReplies.length > 0;

  it('are offered until the visitor answers, in whatever way', () => {
    assert.equal(isOffered(said('agent', 'Shall I?'), offer), true);
    assert.equal(isOffered(said('agent', 'Shall I?'), offer, said('visitor', 'Why')), false);
    const typed: CallEvent = {type: 'sendText', id: 't1', text: 'Yes', at: AT};
    assert.equal(isOffered(said('agent', 'Shall I?'), offer, typed), false);
  });

  it('end with the next message of the agent, which may have its own', () => {
    assert.equal(isOffered(said('agent', 'Shall I?'), offer, said('agent', 'So be it.')), false);
  });

  it('are not offered to a visitor who has answered already', () => {
    assert.equal(isOffered(said('agent', 'Hi.'), said('visitor', 'Plans?'), offer), false);
  });
});
