import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fakeCall, sent} from '../../testing/fixtures/fake-call.js';
import {settle} from '../../testing/fixtures/fake-clock.js';
import type {KeptCall, VoiceAgain} from './kept-call.js';

const PLACE = {type: 'navigate', id: 'n1', label: 'Pricing', url: '/pricing'} as const;

/** A call that was left in the middle of an answer, after `before`, as storage gives it back. */
async function left(before: (test: ReturnType<typeof fakeCall>) => unknown = () => {}) {
  const test = fakeCall();
  await test.up();
  test.say({type: 'transcript', id: 'a1', role: 'agent', text: 'It costs', final: false});
  await before(test);
  const kept = JSON.parse(JSON.stringify(test.call.leave())) as KeptCall;
  return {test, kept};
}

/** The same call on the next page, its stream up again. */
async function restored(kept: KeptCall, voice: VoiceAgain = 'on') {
  const test = fakeCall();
  test.call.restore(kept, voice);
  test.call.pageChanged('https://acme.test/pricing', 'Pricing');
  const {stage} = test.call.state;
  await settle();
  test.ready(true);
  return {...test, stage};
}

describe('a page that is left in mid-call', () => {
  it('lets go of everything without hanging up', async () => {
    const {test, kept} = await left();
    assert.deepEqual(sent(test.stream(), 'end'), []);
    assert.equal(test.stream().closed, true);
    assert.ok(test.done.includes('microphone closed'));
    assert.equal(test.phase(), 'idle');
    assert.equal(kept.until, test.clock.now() + 30_000);
    assert.deepEqual(
      test.announced.map(({type}) => type),
      ['call-start'],
      'the call has not ended',
    );
  });

  it('keeps nothing of a call that is over or has not begun', async () => {
    const test = fakeCall();
    assert.equal(test.call.leave(), null);
    test.call.dispatch({type: 'start', mode: 'text'});
    await settle();
    assert.equal(test.call.leave(), null, 'connecting');
    test.ready();
    test.call.dispatch({type: 'hangUp'});
    assert.equal(test.call.leave(), null, 'ended');
  });

  it('keeps no claims, and no longer than the server does', async () => {
    const {kept} = await left(test => {
      test.stream().listener.closed(1006);
      return test.clock.advance(200);
    });
    const {test} = await left();
    assert.equal(kept.session.visitorClaims, null);
    assert.equal(kept.until, test.clock.now() + 30_000, 'counted from the drop');
  });
});

describe('the next page', () => {
  it('goes on after the last event seen, with what was said', async () => {
    const {kept} = await left();
    const {call, stage, streams, stream, modes} = await restored(kept);
    assert.deepEqual(stage, {phase: 'reconnecting', attempt: 0, until: kept.until});
    assert.equal(streams.length, 1, 'connected without a delay');
    assert.deepEqual(modes, [], 'no new session');
    assert.deepEqual(sent(stream(), 'hello'), [{type: 'hello', mode: 'both', lastSeq: 2}]);
    assert.deepEqual(sent(stream(), 'page'), [
      {type: 'page', url: 'https://acme.test/pricing', title: 'Pricing'},
    ]);
    assert.deepEqual(
      call.state.transcript.map(({text}) => text),
      ['It costs'],
    );
    assert.equal(call.state.stage.phase, 'listening');
  });

  it('knows what the visitor thought of an answer', async () => {
    const {kept} = await left(({call}) =>
      call.dispatch({type: 'judge', feedback: {messageId: 'a1', rating: 5}}),
    );
    const {call} = await restored(kept);
    assert.equal(call.state.verdicts['a1']?.rating, 5);
  });

  it('shows the place for which the other was left, and says so', async () => {
    const {kept} = await left();
    const {visits, stream, call} = await restored({...kept, place: PLACE});
    assert.deepEqual(visits, [['arrive', '/pricing']]);
    assert.deepEqual(sent(stream(), 'navigation'), [
      {type: 'navigation', id: 'n1', result: 'done'},
    ]);
    assert.equal(call.state.guidedTo, 'Pricing');
  });

  const microphones: readonly [
    name: string,
    before: Parameters<typeof left>[0],
    voice: VoiceAgain,
    microphone: string,
    mode: string,
  ][] = [
    ['listens', undefined, 'on', 'live', 'both'],
    ['waits for a tap', undefined, 'tap', 'waiting', 'text'],
    [
      'stays muted',
      ({call}) => call.dispatch({type: 'setMuted', muted: true}),
      'on',
      'muted',
      'both',
    ],
    [
      'goes on in writing',
      ({call}) => call.dispatch({type: 'setVoice', on: false}),
      'off',
      'off',
      'text',
    ],
  ];
  for (const [name, before, voice, status, mode] of microphones) {
    it(`${name}, where that is how it was and the browser allows it`, async () => {
      const {kept} = await left(before);
      const {call, stream} = await restored(kept, voice);
      assert.equal(call.state.microphone.status, status);
      assert.equal(call.state.mode, mode);
      const muted = status === 'muted';
      assert.deepEqual(sent(stream(), 'mic'), voice === 'on' ? [{type: 'mic', muted}] : []);
    });
  }

  it('opens a muted microphone muted, until the visitor turns it on', async () => {
    const {kept} = await left(({call}) => call.dispatch({type: 'setMuted', muted: true}));
    const {call, done, stream} = await restored(kept);
    assert.ok(done.includes('opened muted'));
    assert.deepEqual(call.state.microphone, {status: 'muted'});
    call.dispatch({type: 'setMuted', muted: false});
    assert.deepEqual(sent(stream(), 'mic').at(-1), {type: 'mic', muted: false});
  });

  it('stays muted over a page that is left before its microphone is open', async () => {
    const {kept} = await left(({call}) => call.dispatch({type: 'setMuted', muted: true}));
    const test = fakeCall();
    test.call.restore(kept, 'on');
    assert.equal(test.call.leave()?.isMuted, true);
  });

  for (const tap of [
    {type: 'setVoice', on: true},
    {type: 'start', mode: 'voice'},
  ] as const) {
    it(`talks again after a tap (${tap.type}), also one page later`, async () => {
      const first = await left();
      const silent = await restored(first.kept, 'tap');
      const kept = silent.call.leave();
      assert.ok(kept);
      const {call, stream} = await restored(kept, 'tap');
      call.dispatch(tap);
      await settle();
      assert.deepEqual(call.state.microphone, {status: 'live'});
      assert.deepEqual(sent(stream(), 'mode'), [{type: 'mode', value: 'both'}]);
      assert.deepEqual(sent(stream(), 'mic').at(-1), {type: 'mic', muted: false});
    });
  }

  it('begins a new session, the words kept, where the server has forgotten this one', async () => {
    const {kept} = await left();
    const test = fakeCall();
    test.call.restore({...kept, place: null}, 'off');
    test.stream().listener.closed(4404);
    await settle();
    assert.deepEqual(test.modes, ['text']);
    test.ready();
    assert.equal(test.call.state.transcript[0]?.text, 'It costs');
  });

  it('leaves a call alone that the visitor has begun meanwhile', async () => {
    const {kept} = await left();
    const test = fakeCall();
    await test.up();
    test.call.restore(kept, 'on');
    assert.equal(test.streams.length, 1);
    assert.deepEqual(test.call.state.transcript, []);
  });
});
