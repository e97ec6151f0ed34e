import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {Feedback} from '../contract/index.js';
import type {CallEvent} from './events.js';
import {WHOLE, type CallState} from './state.js';
import {INITIAL_STATE, transition} from './transition.js';

const LIVE: CallState = {...INITIAL_STATE, stage: {phase: 'listening'}};
const ENDED: CallState = {...INITIAL_STATE, stage: {phase: 'ended', reason: 'visitor'}};
const judge = (feedback: Feedback): CallEvent => ({type: 'judge', feedback});
const judged = (feedback: Feedback, isStored: boolean): CallEvent => ({
  type: 'judged',
  feedback,
  isStored,
});

function after(state: CallState, ...events: CallEvent[]): CallState {
  return events.reduce((last, event) => transition(last, event).state, state);
}

describe('a verdict', () => {
  it('goes by the stream while it is up', () => {
    const {state, effects} = transition(LIVE, judge({messageId: 'm1', rating: 1, comment: 'No'}));
    assert.deepEqual(effects, [
      {type: 'send', frame: {type: 'feedback', messageId: 'm1', rating: 1, comment: 'No'}},
    ]);
    assert.deepEqual(state.verdicts, {m1: {rating: 1, status: 'sent', hasComment: true}});
  });

  for (const state of [ENDED, {...LIVE, stage: {phase: 'reconnecting', attempt: 1, until: 1}}]) {
    it(`goes by HTTP when ${state.stage.phase}, and counts once it is stored`, () => {
      const {state: next, effects} = transition(state as CallState, judge({rating: 5}));
      assert.deepEqual(effects, [{type: 'sendFeedback', feedback: {rating: 5}}]);
      assert.equal(next.verdicts[WHOLE]?.status, 'sending');
      assert.equal(after(next, judged({rating: 5}, true)).verdicts[WHOLE]?.status, 'sent');
      assert.equal(after(next, judged({rating: 5}, false)).verdicts[WHOLE]?.status, 'failed');
    });
  }

  it('is the latest one on each message', () => {
    const {verdicts} = after(
      LIVE,
      judge({messageId: 'm1', rating: 5}),
      judge({rating: 5}),
      judge({messageId: 'm1', rating: 1}),
    );
    assert.deepEqual(
      Object.entries(verdicts).map(([id, {rating}]) => [id, rating]),
      [
        ['m1', 1],
        [WHOLE, 5],
      ],
    );
  });

  it('is not undone by the answer to an earlier one', () => {
    const state = after(ENDED, judge({rating: 5}), judge({rating: 1}), judged({rating: 5}, false));
    assert.deepEqual(state.verdicts[WHOLE], {rating: 1, status: 'sending', hasComment: false});
  });

  it('is forgotten with the words that it was about', () => {
    const cleared = after(ENDED, judge({rating: 5}), {type: 'clear'}, judged({rating: 5}, true));
    assert.deepEqual(cleared, INITIAL_STATE);
  });
});
