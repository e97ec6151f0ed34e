import {VAD, type VADEvent, type VADStream, inference} from '@livekit/agents';

/**
 * Silero voice activity, heard by two: the session, and the ears of the same call.
 *
 * One model run a window serves both, where an adapter would run it twice. The ears hear
 * each event first.
 */
export class TappedVad extends VAD {
  label = 'aiw.TappedVad';
  readonly #inner: inference.VAD;
  readonly #tap: (event: VADEvent) => void;

  constructor(tap: (event: VADEvent) => void) {
    super({updateInterval: 32});
    this.#tap = tap;
    this.#inner = new inference.VAD({
      model: 'silero',
      minSpeechDuration: 64,
      minSilenceDuration: 250,
      prefixPaddingDuration: 400,
      maxBufferedSpeech: 30_000,
    });
  }

  override get minSilenceDuration(): number {
    return this.#inner.minSilenceDuration;
  }

  override stream(): VADStream {
    const stream = this.#inner.stream();
    const next = stream.next.bind(stream);
    stream.next = async () => {
      const result = await next();
      if (!result.done) this.#tap(result.value);
      return result;
    };
    return stream;
  }
}
