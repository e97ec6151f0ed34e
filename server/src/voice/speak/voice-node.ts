import {AudioFrame} from '@livekit/rtc-node';
import {ReadableStream} from 'node:stream/web';
import {WithdrawnError} from '../fair-queue.js';
import {SENTENCE} from '../talk/speech-output.js';
import {SentenceSplitter} from './sentences.js';
import {spokenForm} from './spoken-form.js';
import {SPEECH_SAMPLE_RATE, type Synthesizer} from './synthesizer.js';

/** Who speaks, for which call. */
export interface Speaker {
  callId: string;
  synthesizer: Synthesizer;
  voice?: string;
}

/**
 * Speaks a text while it is still being written, sentence by sentence.
 *
 * Each sentence is one frame, which carries the sentence as written, so that captions and
 * what was heard can be told from the audio.
 */
export function speak(
  text: AsyncIterable<string>,
  {callId, synthesizer, voice}: Speaker,
): ReadableStream<AudioFrame> {
  const abort = new AbortController();
  const frames = async function* () {
    let silent = '';
    for await (const part of sentencesOf(text)) {
      const sentence = silent + part;
      const spoken = spokenForm(part);
      // What has no sound, such as the mark of a code block, is written with what comes next.
      silent = spoken ? '' : `${sentence} `;
      if (!spoken) continue;
      const samples = await synthesizer.speak(callId, spoken, voice, abort.signal);
      yield new AudioFrame(samples, SPEECH_SAMPLE_RATE, 1, samples.length, {[SENTENCE]: sentence});
    }
  };
  const iterator = frames();
  return new ReadableStream<AudioFrame>({
    async pull(controller) {
      try {
        const {done, value} = await iterator.next();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch (error) {
        if (error instanceof WithdrawnError) controller.close();
        else controller.error(error);
      }
    },
    async cancel() {
      abort.abort();
      await iterator.return(undefined);
    },
  });
}

async function* sentencesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  const splitter = new SentenceSplitter();
  for await (const part of text) yield* splitter.push(part);
  yield* splitter.end();
}
