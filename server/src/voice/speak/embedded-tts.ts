import {tts} from '@livekit/agents';
import {speak, type Speaker} from './voice-node.js';
import {SPEECH_SAMPLE_RATE} from './synthesizer.js';

/** The mouth of one call as the session knows it. */
export class EmbeddedTts extends tts.TTS {
  label = 'aiw.EmbeddedTts';
  readonly #speaker: Speaker;

  constructor(speaker: Speaker) {
    super(SPEECH_SAMPLE_RATE, 1, {streaming: false});
    this.#speaker = speaker;
  }

  override synthesize(text: string): tts.ChunkedStream {
    return new EmbeddedSpeech(text, this, this.#speaker);
  }

  override stream(): tts.SynthesizeStream {
    throw new Error('This mouth is fed sentence by sentence: use synthesize.');
  }
}

class EmbeddedSpeech extends tts.ChunkedStream {
  label = 'aiw.EmbeddedSpeech';
  readonly #speaker: Speaker;

  constructor(text: string, owner: tts.TTS, speaker: Speaker) {
    super(text, owner);
    this.#speaker = speaker;
  }

  protected override async run(): Promise<void> {
    const {callId} = this.#speaker;
    const text = async function* (input: string) {
      yield input;
    };
    for await (const frame of speak(text(this.inputText), this.#speaker)) {
      if (this.abortSignal.aborted) break;
      this.queue.put({requestId: callId, segmentId: callId, frame, final: false});
    }
    this.queue.close();
  }
}
