import type {ServerFrame} from '../../../../src/contract/index.js';

/** One connection of a visitor. */
export interface Carrier {
  send(frame: ServerFrame): void;
  /** PCM s16le mono. */
  audio(pcm: Uint8Array): void;
  /** Ends the connection, for good where the code is one of `STREAM_CLOSE`. */
  close(code: number, reason: string): void;
}
