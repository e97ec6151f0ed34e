import type {ServerEvent, ServerFrame} from '../../../../src/contract/index.js';
import type {Turn} from '../records/session-store.js';

type Ready = Extract<ServerEvent, {type: 'ready'}>;

/** Events kept for a resume: minutes of talk, some hundred kilobytes at most. */
const MAX_EVENTS = 1000;
const TURNS_RETOLD = 10;

/** Numbers the events of a session, and keeps them for a visitor who comes back. */
export class EventLog {
  #last = 0;
  #events: ServerFrame[] = [];

  /**
   * Goes on after another process's log, of which a visitor has seen so much: the last turns that
   * are stored are told again, as some may have been missed.
   */
  goOn(lastSeq: number, turns: readonly Turn[]): void {
    this.#last = Math.max(this.#last, lastSeq);
    for (const {id, role, text} of turns.slice(-TURNS_RETOLD)) {
      this.append({type: 'transcript', id, role, text, final: true});
    }
  }

  /** Gives an event its number. */
  append(event: ServerEvent): ServerFrame {
    const frame: ServerFrame = {...event, seq: ++this.#last};
    this.#events.push(frame);
    if (this.#events.length > MAX_EVENTS) this.#events.shift();
    return frame;
  }

  /**
   * What a stream that has seen `lastSeq` is sent first: `ready`, then what it missed.
   *
   * The missed events move up by one to make room for `ready`, so that numbers increase on the
   * wire: nobody has seen them under their old ones.
   */
  resume(lastSeq: number, ready: Ready): ServerFrame[] {
    const seen = Math.min(lastSeq, this.#last);
    this.#events = this.#events.map(frame =>
      frame.seq > seen ? {...frame, seq: frame.seq + 1} : frame,
    );
    this.#last += 1;
    return [{...ready, seq: seen + 1}, ...this.#events.filter(({seq}) => seq > seen)];
  }
}
