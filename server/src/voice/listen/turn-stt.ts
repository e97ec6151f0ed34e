import {normalizeLanguage, stt} from '@livekit/agents';

/** What the ears tell the session about the turn that is being spoken. */
export type TurnEvent =
  /** Heard so far; more will come. */
  | {type: 'interim'; text: string}
  /** Probably the whole turn: an answer may be prepared. */
  | {type: 'guess'; text: string}
  /** A part of a long turn that will not change any more. */
  | {type: 'part'; text: string}
  /** The turn is over. `endedAt`: the last moment of speech, ms since the epoch. */
  | {type: 'turn'; text: string; endedAt: number};

/**
 * Speech to text as the session sees it: a stream of transcripts with the end of each turn.
 *
 * The recognising is done elsewhere, from the events of the voice activity detector; this
 * class only carries its results into the session.
 */
export class TurnStt extends stt.STT {
  label = 'aiw.TurnStt';
  #stream: TurnStream | undefined;

  constructor() {
    super({streaming: true, interimResults: true});
  }

  /** Hands a result to the session. */
  emitTurnEvent(event: TurnEvent): void {
    this.#stream?.emitTurnEvent(event);
  }

  override stream(): stt.SpeechStream {
    this.#stream = new TurnStream(this);
    return this.#stream;
  }

  protected override async _recognize(): Promise<stt.SpeechEvent> {
    throw new Error('This speech to text works as a stream only.');
  }
}

class TurnStream extends stt.SpeechStream {
  label = 'aiw.TurnStream';

  emitTurnEvent(event: TurnEvent): void {
    if (this.queue.closed) return;
    switch (event.type) {
      case 'interim':
        return this.#transcript(stt.SpeechEventType.INTERIM_TRANSCRIPT, event.text);
      case 'guess':
        return this.#transcript(stt.SpeechEventType.PREFLIGHT_TRANSCRIPT, event.text);
      case 'part':
        return this.#transcript(stt.SpeechEventType.FINAL_TRANSCRIPT, event.text);
      case 'turn':
        this.#transcript(stt.SpeechEventType.FINAL_TRANSCRIPT, event.text);
        this.queue.put({
          type: stt.SpeechEventType.END_OF_SPEECH,
          speechEndTime: event.endedAt,
        });
    }
  }

  /** The audio comes by another way: what arrives here is let go, or it would pile up. */
  protected override async run(): Promise<void> {
    for await (const frame of this.input) void frame;
  }

  #transcript(type: stt.SpeechEventType, text: string): void {
    this.queue.put({
      type,
      alternatives: [
        {language: normalizeLanguage('en'), text, startTime: 0, endTime: 0, confidence: 1},
      ],
    });
  }
}
