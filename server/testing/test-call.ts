import assert from 'node:assert/strict';
import {once} from 'node:events';
import type {TestContext} from 'node:test';
import type {SessionResponse} from '../../src/contract/index.js';
import type {WidgetSettings} from '../src/domain/widgets/widget.js';
import type {ScriptedConversation} from './scripted-engine.js';
import {FakeClock, TestServer} from './test-server.js';

/** 20 ms of silence at 16 kHz. */
export const FRAME = Buffer.alloc(640);

/** A call under way: greeted, and watched by a clock that stands still. */
export async function call(
  t: TestContext,
  {
    clock = new FakeClock(),
    mode = 'voice' as 'voice' | 'text',
    env = {},
    widget = {} as Partial<WidgetSettings>,
  } = {},
) {
  const server = await TestServer.start(t, {clock, env});
  const session = await server.session((await server.widget(widget)).token, {mode});
  const stream = server.stream(session);
  await stream.send({type: 'hello', mode});
  await stream.next('transcript', ({id}) => id === 'greeting');
  const conversation = server.engine.of(session.sessionId);
  return {server, clock, session, stream, conversation};
}

/** Everything stored about a session. */
export const detailsOf = async (server: TestServer, {sessionId}: SessionResponse) => {
  const details = await server.operator.store.sessions.details(sessionId);
  assert.ok(details);
  return details;
};

/** The first frame of a type that a conversation is told. */
export const frameOf = (conversation: ScriptedConversation, type: string) =>
  conversation.told(heard => 'frame' in heard && heard.frame.type === type);

/** Lets time go by without losing the connection: each ping is answered before the next. */
export async function pass(
  {clock, stream, conversation}: Awaited<ReturnType<typeof call>>,
  seconds: number,
): Promise<void> {
  const mics = () =>
    conversation.heard.filter(heard => 'frame' in heard && heard.frame.type === 'mic').length;
  for (let past = 0; past < seconds; past += 15) {
    const pinged = once(stream.socket, 'ping');
    clock.advance(15_000);
    await Promise.race([pinged, stream.closed]);
    if (stream.socket.readyState !== stream.socket.OPEN) return;
    const before = mics();
    await stream.send({type: 'mic', muted: false});
    await conversation.told(() => mics() > before);
  }
}
