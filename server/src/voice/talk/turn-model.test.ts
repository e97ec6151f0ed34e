import assert from 'node:assert/strict';
import {test} from 'node:test';
import {TestLoudspeaker} from '../../../testing/loudspeaker.js';
import {TestMicrophone} from '../../../testing/microphone.js';
import {openCall, testEngine} from '../../../testing/voice-call.js';

test('with LiveKit’s end-of-turn model too, a sentence with a pause is heard whole', async () => {
  const engine = await testEngine({voice: 'auto', turnModel: true});
  await engine.warm();
  assert.equal(engine.voice, 'ready');
  const {conversation, output} = openCall(engine, 'voice');
  const loudspeaker = new TestLoudspeaker(frame => conversation.receive(frame));
  output.listener = loudspeaker;
  const microphone = new TestMicrophone(conversation);
  await output.until(event => event.type === 'transcript' && event.final);
  await microphone.say('pause-page');
  await output.until(({type}) => type === 'navigate');
  const heard = output.transcript.filter(line => line.startsWith('visitor:'));
  assert.equal(heard.length, 1, heard.join('\n'));
  microphone.close();
  loudspeaker.close();
  await conversation.close('visitor');
  await engine.close();
});
