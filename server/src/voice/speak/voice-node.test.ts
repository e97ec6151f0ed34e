import assert from 'node:assert/strict';
import {test} from 'node:test';
import {SENTENCE} from '../talk/speech-output.js';
import type {Synthesizer} from './synthesizer.js';
import {speak} from './voice-node.js';

/** What is said of a text, and the words that go with each piece of audio. */
async function spokenAndWritten(...parts: string[]) {
  const spoken: string[] = [];
  const synthesizer: Pick<Synthesizer, 'speak'> = {
    speak: async (_call, text) => {
      spoken.push(text);
      return new Int16Array(160);
    },
  };
  const text = (async function* () {
    yield* parts;
  })();
  const speaker = {callId: 'c1', synthesizer: synthesizer as Synthesizer};
  const written: unknown[] = [];
  for await (const {userdata} of speak(text, speaker)) written.push(userdata[SENTENCE]);
  return {spoken, written};
}

test('Markdown is written and not spoken', async () => {
  const {spoken, written} = await spokenAndWritten(
    'There are **two** plans:\n- [Star',
    'ter](/pricing)\n- `Team`\n',
  );
  assert.deepEqual(spoken, ['There are two plans:', 'Starter', 'Team']);
  assert.deepEqual(written, ['There are **two** plans:', '\n- [Starter](/pricing)', '\n- `Team`']);
});

test('what has no sound is written with what comes next', async () => {
  const {spoken, written} = await spokenAndWritten(
    'Run this:\n```sh\nnpm start\n```\nThat is all.',
  );
  assert.deepEqual(spoken, ['Run this:', 'npm start', 'That is all.']);
  assert.deepEqual(written, ['Run this:', '\n```sh \nnpm start', '\n``` \nThat is all.']);
});
