import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {resolveResponse} from '../../testing/fake-backend/responses.js';
import {deferred, fakeCall, ok, sent} from '../../testing/fixtures/fake-call.js';
import {settle} from '../../testing/fixtures/fake-clock.js';
import type {MicrophoneProblem, Outcome} from './ports.js';
import {WHOLE} from './state.js';
import {INITIAL_STATE} from './transition.js';

describe('the beginning of a call', () => {
  it('keeps what is said before the stream is up, and sends it first and in order', async () => {
    const {call, hear, ready, stream} = fakeCall();
    call.dispatch({type: 'start', mode: 'voice'});
    hear(1);
    await settle();
    hear(2);
    stream().listener.opened();
    hear(3);
    assert.deepEqual(stream().audio, [], 'nothing before ready');
    ready();
    hear(4);
    assert.deepEqual(stream().audio, [1, 2, 3, 4]);
  });

  it('keeps fifteen seconds at most: the latest', async () => {
    const {call, hear, ready, stream} = fakeCall();
    call.dispatch({type: 'start', mode: 'voice'});
    for (let n = 0; n < 752; n++) hear(n % 250);
    await settle();
    ready();
    assert.equal(stream().audio.length, 750);
    assert.equal(stream().audio[0], 2);
  });

  it('says hello in the call’s mode and sets the rates that the server names', async () => {
    const test = fakeCall();
    await test.up();
    assert.deepEqual(test.stream().frames, [{type: 'hello', mode: 'both'}]);
    assert.deepEqual(test.done, ['microphone 16000', 'speaker 24000']);
    assert.deepEqual(test.announced, [{type: 'call-start'}]);
  });

  it('waits for the microphone’s answer, which decides the mode', async () => {
    const test = fakeCall();
    const answer = deferred<MicrophoneProblem | null>();
    test.microphoneAnswers(answer.promise);
    test.call.dispatch({type: 'start', mode: 'voice'});
    await settle();
    assert.deepEqual(test.modes, []);
    answer.resolve('denied');
    await settle();
    assert.deepEqual(test.modes, ['text']);
    test.ready();
    assert.deepEqual(sent(test.stream(), 'hello'), [{type: 'hello', mode: 'text'}]);
  });

  it('has nothing of an answer that comes after the visitor hung up', async () => {
    const test = fakeCall();
    const [microphone, backend] = [
      deferred<MicrophoneProblem | null>(),
      deferred<Outcome<ReturnType<typeof resolveResponse>>>(),
    ];
    test.microphoneAnswers(microphone.promise);
    test.backendAnswers(backend.promise);
    test.call.dispatch({type: 'start', mode: 'voice'});
    test.call.dispatch({type: 'hangUp'});
    const {state} = test.call;
    microphone.resolve(null);
    backend.resolve(ok(resolveResponse()));
    await settle();
    assert.equal(test.call.state, state);
    assert.deepEqual([test.modes, test.streams], [[], []]);
  });
});

describe('a call under way', () => {
  it('tells how much of an answer was heard, while there is somebody to tell', async () => {
    const test = fakeCall();
    await test.up();
    test.played({messageId: 'm1', playedMs: 400, done: false});
    test.stream().listener.closed(1006);
    test.played({messageId: 'm1', playedMs: 600, done: true});
    assert.deepEqual(sent(test.stream(), 'playback'), [
      {type: 'playback', messageId: 'm1', playedMs: 400, done: false},
    ]);
  });

  it('falls back to writing when the microphone is lost', async () => {
    const test = fakeCall();
    await test.up();
    test.lose();
    assert.equal(test.call.state.mode, 'text');
    assert.deepEqual(sent(test.stream(), 'mode'), [{type: 'mode', value: 'text'}]);
  });

  it('frees everything at its end', async () => {
    const test = fakeCall();
    await test.up();
    test.done.length = 0;
    test.call.dispatch({type: 'hangUp'});
    assert.deepEqual(sent(test.stream(), 'end'), [{type: 'end'}]);
    assert.equal(test.stream().closed, true);
    assert.deepEqual(test.done, ['microphone closed', 'speaker clear']);
    test.hear(9);
    assert.deepEqual(test.stream().audio, [], 'nothing said later reaches a later call');
    assert.deepEqual(test.clock.delays, []);
  });

  it('is as new once it is destroyed, and announces nothing', async () => {
    const test = fakeCall();
    await test.up();
    test.stream().listener.closed(1006);
    test.announced.length = 0;
    test.call.destroy();
    assert.equal(test.call.state, INITIAL_STATE);
    assert.deepEqual(test.clock.delays, []);
    assert.deepEqual(test.announced, []);
    await test.up();
    assert.equal(test.phase(), 'listening');
  });
});

describe('a dropped stream', () => {
  it('is opened again with a back-off that doubles up to four seconds', async () => {
    const test = fakeCall();
    await test.up();
    const delays: number[] = [];
    for (let n = 0; n < 6; n++) {
      test.stream().listener.closed(1006);
      delays.push(...test.clock.delays);
      await test.clock.advance(test.clock.delays[0] ?? 0);
    }
    assert.deepEqual(delays, [250, 500, 1_000, 2_000, 4_000, 4_000]);
    assert.equal(test.streams.length, 7);
  });

  it('comes back at a time that differs from visitor to visitor', async () => {
    const test = fakeCall();
    test.clock.chance = 0.5;
    await test.up();
    test.stream().listener.closed(1006);
    assert.deepEqual(test.clock.delays, [187.5]);
  });

  it('resumes after the last event seen, and sends an unconfirmed message again', async () => {
    const test = fakeCall();
    await test.up();
    test.say({type: 'state', value: 'thinking'});
    test.call.dispatch({type: 'sendText', id: 't1', text: 'Hi', at: test.clock.now()});
    test.stream().listener.closed(1006);
    await test.clock.advance(250);
    test.ready(true);
    assert.deepEqual(test.stream().frames, [
      {type: 'hello', mode: 'both', lastSeq: 2},
      {type: 'mic', muted: false},
      {type: 'text', id: 't1', text: 'Hi'},
    ]);
    assert.equal(test.announced.length, 1, 'the call has started once');
  });

  it('keeps what is said meanwhile', async () => {
    const test = fakeCall();
    await test.up();
    test.stream().listener.closed(1006);
    test.hear(5);
    await test.clock.advance(250);
    test.ready(true);
    assert.deepEqual(test.stream().audio, [5]);
  });

  it('is not opened again once the visitor has hung up', async () => {
    const test = fakeCall();
    await test.up();
    test.stream().listener.closed(1006);
    test.call.dispatch({type: 'hangUp'});
    await test.clock.advance(60_000);
    assert.equal(test.streams.length, 1);
    assert.equal(test.phase(), 'ended');
  });

  it('is followed by a new session, from its first event, where this one is gone', async () => {
    const test = fakeCall();
    await test.up();
    test.stream().listener.closed(4404);
    await settle();
    assert.deepEqual(test.modes, ['voice', 'voice']);
    test.stream().listener.opened();
    assert.deepEqual(test.stream().frames, [{type: 'hello', mode: 'both'}]);
  });
});

describe('a verdict after the call', () => {
  it('goes to the session that it is about', async () => {
    const test = fakeCall();
    await test.up();
    test.call.dispatch({type: 'hangUp'});
    test.call.dispatch({type: 'judge', feedback: {rating: 5}});
    await settle();
    assert.deepEqual(test.judged, [['s1', {rating: 5}]]);
    assert.equal(test.call.state.verdicts[WHOLE]?.status, 'sent');
  });

  it('is not stored where no session came about', async () => {
    const test = fakeCall();
    test.call.dispatch({type: 'judge', feedback: {rating: 5}});
    await settle();
    assert.deepEqual(test.judged, []);
    assert.equal(test.call.state.verdicts[WHOLE]?.status, 'failed');
  });
});
