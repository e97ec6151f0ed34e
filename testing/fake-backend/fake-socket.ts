import type {ClientFrame, ServerEvent, ServerFrame} from '../../src/contract/index.js';

/** A socket whose other end is the test; as much of `WebSocket` as the widget uses. */
export class FakeSocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSED = 3;
  readonly url: string;
  readonly protocols: readonly string[];
  /** JSON frames that the widget has sent. */
  readonly frames: ClientFrame[] = [];
  /** Binary frames that the widget has sent. */
  readonly audio: ArrayBuffer[] = [];
  readyState = FakeSocket.CONNECTING;
  binaryType = 'blob';
  bufferedAmount = 0;
  onopen: (() => void) | null = null;
  onmessage: ((event: {data: unknown}) => void) | null = null;
  onclose: ((event: {code: number}) => void) | null = null;
  /** Code with which the widget has closed it. */
  closedWith: number | undefined;
  /** Told of each frame of the widget. */
  onFrame: (frame: ClientFrame) => void = () => {};
  #seq = 0;

  constructor(url: string, protocols: readonly string[]) {
    this.url = url;
    this.protocols = protocols;
  }

  send(data: string | ArrayBuffer): void {
    if (typeof data !== 'string') {
      this.audio.push(data);
      return;
    }
    const frame = JSON.parse(data) as ClientFrame;
    this.frames.push(frame);
    this.onFrame(frame);
  }

  close(code = 1005): void {
    if (this.readyState === FakeSocket.CLOSED) return;
    this.closedWith = code;
    // A socket that never opened reports this, whatever it was closed with.
    this.drop(this.readyState === FakeSocket.CONNECTING ? 1006 : code);
  }

  /** The server accepts. */
  accept(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }

  /** The server says something, numbered after `seq` where it is given. */
  say(event: ServerEvent, seq = this.#seq + 1): void {
    this.#seq = seq;
    const frame: ServerFrame = {...event, seq};
    this.onmessage?.({data: JSON.stringify(frame)});
  }

  /** The server sends something else: audio, or what is no frame. */
  deliver(data: string | ArrayBuffer): void {
    this.onmessage?.({data});
  }

  /** The connection ends. */
  drop(code = 1006): void {
    this.readyState = FakeSocket.CLOSED;
    this.onclose?.({code});
  }

  /** Frames of one type that the widget has sent. */
  sent<T extends ClientFrame['type']>(type: T): Extract<ClientFrame, {type: T}>[] {
    return this.frames.filter(
      (frame): frame is Extract<ClientFrame, {type: T}> => frame.type === type,
    );
  }
}
