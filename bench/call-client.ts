import WebSocket from 'ws';
import {PlaybackCore, type PlaybackReport} from '../src/platform/audio/playback-core.js';
import {loudness} from '../src/platform/audio/pcm.js';
import type {
  ClientFrame,
  ResolveResponse,
  ServerFrame,
  SessionResponse,
} from '../src/contract/index.js';
import {utterance} from '../testing/journey/speech.js';

const FRAME_MS = 20;
const RATE = 16_000;
const FRAME_BYTES = (RATE * 2 * FRAME_MS) / 1000;

/** One answer: from the last sound of the visitor to the first of the agent, in milliseconds. */
export interface Answer {
  delayMs: number;
}

/**
 * A visitor without a browser: speaks a fixture in real time and plays the answer by the widget's
 * own jitter buffer, so that a server under many calls is measured and not the browsers.
 */
export class CallClient {
  readonly #socket: WebSocket;
  readonly #player: PlaybackCore;
  readonly #speech: Buffer[] = [];
  #timer: NodeJS.Timeout | undefined;
  #sentFrames = 0;
  #startedAt = 0;
  #spokeUntil = 0;
  #firstAudio: ((at: number) => void) | null = null;
  /** Reports of messages that ended, with the times they ran dry. */
  readonly played: PlaybackReport[] = [];
  /** Close code, where the server hung up. */
  dropped: number | null = null;

  private constructor(socket: WebSocket, outputRate: number) {
    this.#socket = socket;
    this.#player = new PlaybackCore(RATE, report => this.#report(report));
    this.#player.setSourceRate(outputRate);
  }

  /** Resolves, makes a voice session, and connects; resolves when the call is up. */
  static async call(serverUrl: string, token: string): Promise<CallClient> {
    const origin = 'http://localhost:1234';
    const post = async <T>(path: string, body: object): Promise<T> => {
      const response = await fetch(serverUrl + path, {
        method: 'POST',
        headers: {'Content-Type': 'application/json', Origin: origin},
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    };
    const {challenge} = await post<ResolveResponse>('/api/widget/resolve', {token});
    const session = await post<SessionResponse>('/api/sessions', {
      token,
      challenge: challenge.value,
      engagement: {
        ...{opened_by: 'gesture', pointer_events: 3, key_events: 0},
        ...{scroll_events: 0, touch_events: 0, dwell_ms: 2_000},
      },
      mode: 'voice',
      page: {url: `${origin}/`, title: 'Bench', referrer: ''},
    });
    if (session.transport.kind !== 'websocket') throw new Error('No WebSocket transport.');
    const protocols = ['aiw.v1', `aiw.token.${session.sessionToken}`];
    const socket = new WebSocket(session.transport.url, protocols, {origin});
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('open', () => socket.send(JSON.stringify({type: 'hello', mode: 'voice'})));
      socket.once('message', data => {
        const frame = JSON.parse(String(data)) as ServerFrame;
        if (frame.type !== 'ready') return reject(new Error(`First came ${frame.type}.`));
        const client = new CallClient(socket, frame.outputSampleRate);
        client.#run();
        resolve(client);
      });
    });
  }

  /** Says a fixture and waits for the answer's first sound. */
  async ask(fixture: string): Promise<Answer> {
    const pcm = await utterance(fixture);
    for (let i = 0; i + FRAME_BYTES <= pcm.length; i += FRAME_BYTES) {
      this.#speech.push(pcm.subarray(i, i + FRAME_BYTES));
    }
    while (this.#speech.length > 0) await pause(FRAME_MS);
    const at = await new Promise<number>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('No answer within 20 s.')), 20_000);
      this.#firstAudio = time => {
        clearTimeout(timer);
        resolve(time);
      };
    });
    return {delayMs: at - this.#spokeUntil};
  }

  /** Waits until nothing has been played for a second. */
  async silence(): Promise<void> {
    for (let quietMs = 0; quietMs < 1_000; quietMs += 100) {
      await pause(100);
      if (this.#player.level > 0) quietMs = 0;
    }
  }

  hangUp(): void {
    clearInterval(this.#timer);
    this.#socket.removeAllListeners('close');
    this.#send({type: 'end'});
    this.#socket.close();
  }

  #run(): void {
    this.#startedAt = performance.now();
    this.#timer = setInterval(() => this.#tick(), FRAME_MS);
    this.#socket.on('close', code => (this.dropped = code));
    this.#socket.on('message', (data: WebSocket.RawData, isBinary: boolean) => {
      if (!isBinary) return this.#obey(JSON.parse(String(data)) as ServerFrame);
      const bytes = Buffer.isBuffer(data) ? data : Buffer.concat(data as Buffer[]);
      this.#player.write(new Uint8Array(bytes).buffer);
    });
  }

  #obey(frame: ServerFrame): void {
    if (frame.type === 'audioStart') this.#player.begin(frame.messageId);
    else if (frame.type === 'audioEnd') this.#player.end(frame.messageId);
    else if (frame.type === 'audioClear') this.#player.clear();
  }

  /** Sends and plays as many frames as the clock says are due. */
  #tick(): void {
    const due = Math.floor((performance.now() - this.#startedAt) / FRAME_MS);
    for (; this.#sentFrames < due; this.#sentFrames++) {
      const frame = this.#speech.shift();
      this.#socket.send(frame ?? Buffer.alloc(FRAME_BYTES));
      if (frame && isSound(frame)) this.#spokeUntil = performance.now();
      this.#player.render(new Float32Array(FRAME_BYTES / 2));
      if (this.#player.level > 0 && this.#firstAudio && this.#speech.length === 0) {
        this.#firstAudio(performance.now());
        this.#firstAudio = null;
      }
    }
  }

  #report(report: PlaybackReport): void {
    const {messageId, playedMs, done} = report;
    if (done) this.played.push(report);
    this.#send({type: 'playback', messageId, playedMs, done});
  }

  #send(frame: ClientFrame): void {
    this.#socket.send(JSON.stringify(frame));
  }
}

function isSound(frame: Buffer): boolean {
  const samples = Float32Array.from(
    {length: frame.length / 2},
    (_, i) => frame.readInt16LE(i * 2) / 0x8000,
  );
  return loudness(samples) > 0.35;
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
