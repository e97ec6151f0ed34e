import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {FakeClock, settle} from '../../testing/fixtures/fake-clock.js';
import {said, voiceCall} from '../../testing/fixtures/call-state.js';
import {Guiding} from './guiding.js';
import type {GuidedPlace} from './kept-call.js';

const PLACE: GuidedPlace = {type: 'navigate', id: 'n1', label: 'Pricing', url: '/pricing'};

/** A guide that loads documents: each asks before it leaves the page, and never comes back. */
function fixture() {
  const clock = new FakeClock();
  const told: string[] = [];
  let mayLeave: boolean | undefined;
  const guide = {
    go: async (_: object, leaving?: () => Promise<boolean>) => {
      mayLeave = await leaving?.();
      return mayLeave ? new Promise<never>(() => {}) : ({result: 'unconfirmed'} as const);
    },
    arrive: () => Promise.resolve({result: 'refused', reason: 'unsafe-url'} as const),
  };
  const guiding = new Guiding(guide, clock, {
    outcome: ({id, result, reason}) => void told.push(`${id} ${result} ${reason ?? ''}`.trim()),
    shown: label => void told.push(`shown ${label}`),
  });
  return {clock, guiding, told, mayLeave: () => mayLeave};
}

describe('a page that the agent leaves with the visitor', () => {
  const quiet = voiceCall('listening', {transcript: [said('agent', 'Let me take you there.')]});
  const talking = [
    ['the agent speaks', voiceCall('speaking')],
    [
      'the visitor speaks',
      voiceCall('listening', {transcript: [said('visitor', 'And', {final: false})]}),
    ],
  ] as const;

  it('is left at once where nobody speaks', async () => {
    const {guiding, mayLeave} = fixture();
    guiding.follow(quiet);
    guiding.go(PLACE);
    await settle();
    assert.equal(mayLeave(), true);
    assert.equal(guiding.leavingFor, PLACE);
  });

  for (const [name, state] of talking) {
    it(`stays while ${name}`, async () => {
      const {guiding, mayLeave} = fixture();
      guiding.follow(state);
      guiding.go(PLACE);
      await settle();
      assert.equal(mayLeave(), undefined);
      assert.equal(guiding.leavingFor, null);
      guiding.follow(quiet);
      await settle();
      assert.equal(mayLeave(), true);
    });

    it(`stays while ${name}, for three seconds at most`, async () => {
      const {clock, guiding, mayLeave} = fixture();
      guiding.follow(state);
      guiding.go(PLACE);
      await clock.advance(2_999);
      assert.equal(mayLeave(), undefined);
      await clock.advance(1);
      assert.equal(mayLeave(), true);
    });
  }

  it('is not left any more where the visitor hangs up meanwhile, and nobody is told', async () => {
    const {guiding, told, mayLeave} = fixture();
    guiding.follow(voiceCall('speaking'));
    guiding.go(PLACE);
    guiding.stop();
    await settle();
    assert.equal(mayLeave(), false);
    assert.equal(guiding.leavingFor, null);
    assert.deepEqual(told, []);
  });
});

it('tells the agent why a place was refused, and the visitor nothing', async () => {
  const {guiding, told} = fixture();
  guiding.arrive(PLACE);
  await settle();
  assert.deepEqual(told, ['n1 refused unsafe-url']);
});
