import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {run, sent} from '../../testing/fixtures/call-steps.js';
import type {CallEffect} from './effects.js';
import type {CallEvent} from './events.js';
import type {MicrophoneState, TalkSettings} from './state.js';
import {transition} from './transition.js';

const PLAIN: TalkSettings = {typing: true, pushToTalk: false, startMuted: false};
const PUSH: TalkSettings = {...PLAIN, pushToTalk: true};

const microphone = (state: MicrophoneState): CallEvent => ({type: 'microphone', microphone: state});
const LOST = microphone({status: 'unavailable', problem: 'lost'});

/** A call by voice that is up, with a microphone as its settings want it. */
const up = (talk: TalkSettings = PLAIN): CallEvent[] => [
  {type: 'start', mode: 'voice', talk},
  microphone({status: talk.pushToTalk || talk.startMuted ? 'muted' : 'live'}),
  {type: 'resolved', captureKinds: []},
  {type: 'sessionCreated', known: {}},
  {
    type: 'frame',
    at: 0,
    frame: {
      type: 'ready',
      seq: 1,
      inputSampleRate: 16_000,
      outputSampleRate: 24_000,
      resumed: false,
    },
  },
];

const asked = (effects: readonly CallEffect[]) =>
  effects.filter(({type}) => type === 'openMicrophone');

describe('the mode of a call by voice', () => {
  it('is both where the widget takes typed messages, and voice where it does not', () => {
    assert.equal(run(...up()).state.mode, 'both');
    assert.equal(run(...up({...PLAIN, typing: false})).state.mode, 'voice');
  });

  it('is corrected once the settings are known', () => {
    const {state} = run(
      {type: 'start', mode: 'voice'},
      {type: 'resolved', captureKinds: [], talk: {...PLAIN, typing: false}},
    );
    assert.equal(state.mode, 'voice');
  });

  it('is text while the visitor only types, and comes back with the microphone', () => {
    const typing = run(...up(), {type: 'setVoice', on: false});
    assert.deepEqual(sent(typing.effects), [{type: 'mode', value: 'text'}]);
    const talking = run(...up(), {type: 'setVoice', on: false}, {type: 'setVoice', on: true});
    assert.deepEqual(sent(talking.effects), [{type: 'mode', value: 'both'}]);
  });

  it('opens no microphone in a text call, whatever is preferred', () => {
    const {state, effects} = run({type: 'start', mode: 'text', talk: PUSH});
    assert.deepEqual(asked(effects), []);
    assert.equal(state.mode, 'text');
  });
});

describe('a call that starts muted', () => {
  const MUTED: TalkSettings = {...PLAIN, startMuted: true};

  it('opens the microphone muted, and says so to the server', () => {
    const [open] = asked(run({type: 'start', mode: 'voice', talk: MUTED}).effects);
    assert.deepEqual(open, {type: 'openMicrophone', muted: true});
    const {state, effects} = run(...up(MUTED));
    assert.deepEqual(state.microphone, {status: 'muted'});
    assert.deepEqual(sent(effects), [{type: 'mic', muted: true}]);
  });

  it('is muted also where the settings come after the microphone', () => {
    const {state, effects} = run({type: 'start', mode: 'voice'}, microphone({status: 'live'}), {
      type: 'resolved',
      captureKinds: [],
      talk: MUTED,
    });
    assert.deepEqual(state.microphone, {status: 'muted'});
    assert.deepEqual(effects, [{type: 'setMuted', muted: true}]);
  });

  it('stays as the visitor has it then', () => {
    const {state} = run(
      ...up(MUTED),
      {type: 'setMuted', muted: false},
      {type: 'talk', talk: MUTED},
    );
    assert.deepEqual(state.microphone, {status: 'live'});
  });
});

describe('push-to-talk', () => {
  const DOWN: CallEvent = {type: 'hold', down: true};
  const LET_GO: CallEvent = {type: 'hold', down: false};

  it('lets the visitor be heard while the button is held', () => {
    const {state, effects} = run(...up(PUSH), DOWN);
    assert.deepEqual([state.isHeld, state.microphone], [true, {status: 'live'}]);
    assert.deepEqual(sent(effects), [{type: 'mic', muted: false}]);
  });

  it('hears the last syllable after it is let go, then mutes', () => {
    const released = run(...up(PUSH), DOWN, LET_GO);
    assert.deepEqual(released.state.microphone, {status: 'live'});
    assert.deepEqual(released.effects, [{type: 'later', delayMs: 200, event: {type: 'holdOver'}}]);
    const over = transition(released.state, {type: 'holdOver'});
    assert.deepEqual(over.state.microphone, {status: 'muted'});
    assert.deepEqual(sent(over.effects), [{type: 'mic', muted: true}]);
  });

  it('goes on where the button is pressed again at once', () => {
    const {state} = run(...up(PUSH), DOWN, LET_GO, DOWN, {type: 'holdOver'});
    assert.deepEqual(state.microphone, {status: 'live'});
  });

  it('mutes when it is chosen in mid-call, and unmutes when it is given up', () => {
    const chosen = run(...up(), {type: 'talk', talk: PUSH});
    assert.deepEqual(chosen.state.microphone, {status: 'muted'});
    const {state} = run(...up(), {type: 'talk', talk: PUSH}, {type: 'talk', talk: PLAIN});
    assert.deepEqual(state.microphone, {status: 'live'});
  });

  it('is nothing where it was not chosen', () => {
    const before = run(...up()).state;
    assert.equal(transition(before, DOWN).state, before);
  });
});

describe('a microphone that goes away in mid-call', () => {
  it('leaves a call in writing, which the server is told', () => {
    const {state, effects} = run(...up(), LOST);
    assert.equal(state.mode, 'text');
    assert.deepEqual(sent(effects), [{type: 'mode', value: 'text'}]);
  });

  it('is opened by itself when one is there again', () => {
    const {state, effects} = run(...up(), LOST, {type: 'microphoneReturned'});
    assert.deepEqual([state.mode, state.microphone], ['both', {status: 'asking'}]);
    assert.deepEqual(asked(effects), [{type: 'openMicrophone', muted: false}]);
    assert.deepEqual(sent(effects), [{type: 'mode', value: 'both'}]);
  });

  it('is told to the server as heard once it is live', () => {
    const {effects} = run(
      ...up(),
      LOST,
      {type: 'microphoneReturned'},
      microphone({status: 'live'}),
    );
    assert.deepEqual(sent(effects), [{type: 'mic', muted: false}]);
  });

  for (const [when, events] of [
    ['the visitor has turned to typing', [{type: 'setVoice', on: false}]],
    ['the call is over', [LOST, {type: 'hangUp'}]],
    ['it was refused', [microphone({status: 'unavailable', problem: 'denied'})]],
  ] as const satisfies readonly (readonly [string, readonly CallEvent[]])[]) {
    it(`is left alone where ${when}`, () => {
      const before = run(...up(), ...events).state;
      assert.deepEqual(transition(before, {type: 'microphoneReturned'}).effects, []);
    });
  }
});

describe('an interruption by the device', () => {
  const STOPPED: CallEvent = {type: 'interrupted', isInterrupted: true};

  it('is shown until it is over', () => {
    assert.equal(run(...up(), STOPPED).state.isInterrupted, true);
    const over: CallEvent = {type: 'interrupted', isInterrupted: false};
    assert.equal(run(...up(), STOPPED, over).state.isInterrupted, false);
  });

  it('ends by a tap, which opens the microphone anew', () => {
    const {state, effects} = run(...up(), STOPPED, {type: 'goOn'});
    assert.deepEqual([state.isInterrupted, state.microphone], [false, {status: 'asking'}]);
    assert.deepEqual(asked(effects), [{type: 'openMicrophone', muted: false}]);
  });

  it('leaves a muted microphone muted', () => {
    const {effects} = run(...up(), {type: 'setMuted', muted: true}, STOPPED, {type: 'goOn'});
    assert.deepEqual(asked(effects), [{type: 'openMicrophone', muted: true}]);
  });

  it('is nobody’s concern in writing', () => {
    const {state} = run(...up(), {type: 'setVoice', on: false}, STOPPED);
    assert.equal(state.isInterrupted, false);
  });
});
