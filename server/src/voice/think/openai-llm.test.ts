import assert from 'node:assert/strict';
import {test} from 'node:test';
import {ChatEndpoint, type ChatScript} from '../../../testing/chat-endpoint.js';
import {openCall, testEngine} from '../../../testing/voice-call.js';
import {SENTENCES} from './sentences.js';

/** A written conversation with a scripted language model. */
async function modelCall(script: ChatScript[]) {
  const endpoint = new ChatEndpoint(script);
  const baseUrl = await endpoint.listen();
  const engine = await testEngine({llm: {baseUrl, apiKey: 'secret', model: 'tiny'}});
  const call = openCall(engine, 'text');
  const close = async () => {
    await engine.close();
    endpoint.close();
  };
  return {...call, endpoint, close};
}

test('the words of a model arrive as they are written', async () => {
  const {conversation, output, endpoint, close} = await modelCall([
    {say: ['It ', 'costs ', '$29.']},
  ]);
  conversation.receive({type: 'text', id: 'm1', text: 'What does it cost?'});
  await output.holds(() => output.transcript.includes('agent: It costs $29.'));
  const partial = output.events.some(
    event => event.type === 'transcript' && !event.final && event.text === 'It costs ',
  );
  assert.ok(partial);
  const [{authorization, body}] = endpoint.requests;
  assert.equal(authorization, 'Bearer secret');
  assert.equal(body.model, 'tiny');
  assert.equal(body.stream, true);
  assert.deepEqual(body.tools?.map(tool => tool.function.name).sort(), [
    'navigate',
    'search_knowledge',
  ]);
  assert.match(body.messages[0].content ?? '', /You are Robin/);
  await close();
});

test('the tokens that the endpoint counts are told, answer by answer', async () => {
  const {conversation, output, endpoint, close} = await modelCall([
    {say: ['It costs $29.']},
    {say: ['Yes.']},
  ]);
  conversation.receive({type: 'text', id: 'm1', text: 'What does it cost?'});
  await output.holds(() => output.tokens.length === 1);
  conversation.receive({type: 'text', id: 'm2', text: 'A month?'});
  await output.holds(() => output.tokens.length === 2);
  assert.deepEqual(output.tokens[0], {promptTokens: 100, completionTokens: 7});
  assert.deepEqual(endpoint.requests[0]?.body.stream_options, {include_usage: true});
  await close();
});

test('what a model asks brings answers too, by its words', async () => {
  const {conversation, output, close} = await modelCall([
    {say: ['Do you mean ', 'Starter or Pro?']},
    {say: ['It costs $29. ', 'Möchten Sie ', 'die Seite sehen?']},
  ]);
  const offers = () =>
    output.events.flatMap(event => (event.type === 'quickReplies' ? [event.replies] : [])).slice(1);
  conversation.receive({type: 'text', id: 'm1', text: 'What does the plan cost?'});
  await output.holds(() => offers().length === 1);
  conversation.receive({type: 'text', id: 'm2', text: 'Starter'});
  await output.holds(() => offers().length === 2);
  assert.deepEqual(offers(), [
    ['Starter', 'Pro'],
    ['Ja', 'Nein'],
  ]);
  await close();
});

test('a model searches the knowledge and answers from what it found', async () => {
  const {conversation, output, endpoint, close} = await modelCall([
    {call: {name: 'search_knowledge', arguments: ['{"query":', '"student discount"}']}},
    {say: ['Students pay a fifth less.']},
  ]);
  conversation.receive({type: 'text', id: 'm1', text: 'Is it cheaper for students?'});
  await output.holds(() => output.transcript.includes('agent: Students pay a fifth less.'));
  const result = endpoint.requests[1].body.messages.find(({role}) => role === 'tool');
  assert.match(String(result?.content), /Students get a fifth off/);
  await close();
});

test('a model can open pages of the nav map and no others', async () => {
  const {conversation, output, endpoint, close} = await modelCall([
    {call: {name: 'navigate', arguments: ['{"page":"admin"}']}},
    {call: {name: 'navigate', arguments: ['{"page":"Pricing"}']}},
    {say: ['Here are the prices.']},
  ]);
  conversation.receive({type: 'text', id: 'm1', text: 'Show me the prices.'});
  await output.holds(() => output.transcript.includes('agent: Here are the prices.'));
  const events = output.events.filter(event => event.type === 'navigate');
  assert.deepEqual(
    events.map(event => event.type === 'navigate' && event.url),
    ['/pricing'],
  );
  assert.match(JSON.stringify(endpoint.requests[1].body.messages), /no such page/);
  await close();
});

test('an endpoint that fails costs one apology, and the next question is answered', async () => {
  const {conversation, output, close} = await modelCall([{status: 500}, {say: ['Back again.']}]);
  conversation.receive({type: 'text', id: 'm1', text: 'Hello?'});
  await output.holds(() => output.transcript.includes(`agent: ${SENTENCES.apology}`));
  const errors = output.events.filter(event => event.type === 'error');
  assert.equal(errors.length, 1);
  assert.ok(errors[0].type === 'error' && errors[0].error === 'AGENT_FAILED' && !errors[0].fatal);
  conversation.receive({type: 'text', id: 'm2', text: 'And now?'});
  await output.holds(() => output.transcript.includes('agent: Back again.'));
  await close();
});

test('the model never sees who the visitor is, only what they say', async () => {
  const {conversation, output, endpoint, close} = await modelCall([{say: ['Hello.']}]);
  conversation.receive({type: 'text', id: 'm1', text: 'Hi'});
  await output.holds(() => output.transcript.includes('agent: Hello.'));
  const roles = endpoint.requests[0].body.messages.map(({role}) => role);
  assert.deepEqual(roles, ['system', 'assistant', 'user']);
  await close();
});
