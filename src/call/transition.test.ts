import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {askedFor, volunteered} from '../capture/classify.js';
import {STREAM_CLOSE, type ServerEvent} from '../contract/index.js';
import {contactIn} from './contacts.js';
import type {CallEffect} from './effects.js';
import type {CallEvent} from './events.js';
import {orbStateOf} from './face.js';
import type {ContactFinder} from './ports.js';
import type {CallState} from './state.js';
import {INITIAL_STATE, transition} from './transition.js';

const AT = 1_000_000;
let seq = 0;

const FINDER: ContactFinder = {
  askedFor,
  volunteered: (text, expected) => volunteered(text, {expected}),
};

const frame = (event: ServerEvent): CallEvent => ({
  type: 'frame',
  frame: {...event, seq: ++seq},
  at: AT,
  contact: contactIn({...event, seq}, [], FINDER),
});
const READY = frame({
  type: 'ready',
  inputSampleRate: 16_000,
  outputSampleRate: 24_000,
  resumed: false,
});
const UP: CallEvent[] = [
  {type: 'start', mode: 'voice'},
  {type: 'microphone', microphone: {status: 'live'}},
  {type: 'resolved', captureKinds: ['email', 'phone', 'name']},
  {type: 'sessionCreated', known: {}},
  READY,
];
const said = (role: 'agent' | 'visitor', text: string, final = true) =>
  frame({type: 'transcript', id: `${role}:${text.slice(0, 5)}`, role, text, final});

function run(...events: CallEvent[]): {state: CallState; effects: readonly CallEffect[]} {
  let state = INITIAL_STATE;
  let effects: readonly CallEffect[] = [];
  for (const event of events) ({state, effects} = transition(state, event));
  return {state, effects};
}
const types = (effects: readonly CallEffect[]) => effects.map(({type}) => type);
const sent = (effects: readonly CallEffect[]) =>
  effects.flatMap(effect => (effect.type === 'send' ? [effect.frame] : []));

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
