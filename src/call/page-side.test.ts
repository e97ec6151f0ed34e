/** A call and the page it is on: what the agent is told of it, and what it may ask of it. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {deferred, fakeCall, sent} from '../../testing/fixtures/fake-call.js';
import {settle} from '../../testing/fixtures/fake-clock.js';
import type {ToolOutcome} from './ports.js';

const facts = {plan: 'Pro'};
const toolCall = {type: 'toolCall', callId: 'c1', name: 'cart', arguments: {id: 7}} as const;

describe('a page that has told facts', () => {
  it('has them told at the start of a call, before anything else', async () => {
    const {pageTells, up, stream} = fakeCall();
    pageTells({type: 'context', facts});
    await up();
    const [hello, first] = stream().frames;
    assert.equal(hello?.type, 'hello');
    assert.deepEqual(first, {type: 'context', facts});
  });

  it('has them told again after a reconnect', async () => {
    const {pageTells, up, stream, clock, ready} = fakeCall();
    await up();
    stream().listener.closed(1006);
    pageTells({type: 'context', facts: {plan: 'Starter'}});
    clock.advance(4_000);
    ready(true);
    assert.deepEqual(sent(stream(), 'context'), [{type: 'context', facts: {plan: 'Starter'}}]);
  });

  it('can tell more while the call is live', async () => {
    const {up, call, stream} = fakeCall();
    await up();
    call.tell({type: 'context', facts});
    assert.deepEqual(sent(stream(), 'context'), [{type: 'context', facts}]);
  });
});

describe('a function of the page', () => {
  it('is run for the agent, who is told what came of it', async () => {
    const {up, say, stream, pageRuns} = fakeCall();
    pageRuns((name, args) => Promise.resolve({result: [name, args]}));
    await up();
    say(toolCall);
    await settle();
    assert.deepEqual(sent(stream(), 'toolResult'), [
      {type: 'toolResult', callId: 'c1', result: ['cart', {id: 7}]},
    ]);
  });

  it('that the page has not declared is answered with a code', async () => {
    const {up, say, stream} = fakeCall();
    await up();
    say(toolCall);
    await settle();
    assert.deepEqual(sent(stream(), 'toolResult'), [
      {type: 'toolResult', callId: 'c1', error: 'TOOL_NOT_FOUND'},
    ]);
  });

  it('that answers while the stream is down is told of once it is up again', async () => {
    const {up, say, stream, streams, clock, ready, pageRuns} = fakeCall();
    const {promise, resolve} = deferred<ToolOutcome>();
    pageRuns(() => promise);
    await up();
    say(toolCall);
    stream().listener.closed(1006);
    resolve({result: 'two bikes'});
    await settle();
    clock.advance(4_000);
    ready(true);
    assert.equal(streams.length, 2);
    assert.deepEqual(sent(stream(), 'toolResult'), [
      {type: 'toolResult', callId: 'c1', result: 'two bikes'},
    ]);
  });

  it('that answers after the call is nobody’s concern, and not the next call’s', async () => {
    const {up, say, stream, call, pageRuns} = fakeCall();
    const {promise, resolve} = deferred<ToolOutcome>();
    pageRuns(() => promise);
    await up();
    say(toolCall);
    call.dispatch({type: 'hangUp'});
    await up();
    resolve({result: 'two bikes'});
    await settle();
    assert.deepEqual(sent(stream(), 'toolResult'), []);
  });
});
