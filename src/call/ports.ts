import type {
  CaptureKind,
  CaptureRequest,
  ClientFrame,
  Feedback,
  NavigationResult,
  ResolveResponse,
  ServerFrame,
  SessionResponse,
  ToolErrorCode,
  TransportInfo,
} from '../contract/index.js';
import type {CallProblem, MicrophoneProblem, TalkSettings} from './state.js';

export type {CallProblem, MicrophoneProblem} from './state.js';

/** A failed request, told apart by what the widget does about it. */
export interface BackendFailure {
  problem: CallProblem;
  retryAfterMs?: number;
}

/** An answer of the backend, or why there is none. A port does not throw for either. */
export type Outcome<T> = {ok: true; value: T} | ({ok: false} & BackendFailure);

/** Makes sessions: resolves again where the challenge is used up, once (contract §1). */
export interface SessionMaker {
  resolve(): Promise<Outcome<ResolveResponse>>;
  createSession(mode: 'voice' | 'text'): Promise<Outcome<SessionResponse>>;
}

/** What a stream tells. After `closed`, nothing. */
export interface StreamListener {
  opened(): void;
  frame(frame: ServerFrame): void;
  /** PCM s16le mono at the rate of `ready`. */
  audio(pcm: ArrayBuffer): void;
  closed(code: number): void;
}

/** A connection to the conversation. */
export interface Stream {
  send(frame: ClientFrame): void;
  sendAudio(pcm: ArrayBuffer): void;
  /** Closes without telling the listener. */
  close(): void;
}

/** Connects to a session's stream. */
export type StreamOpener = (
  transport: TransportInfo,
  sessionToken: string,
  listener: StreamListener,
) => Stream;

/** What a microphone tells. */
export interface MicrophoneListener {
  /** 20 ms of PCM s16le mono at {@link Microphone.setSampleRate}'s rate. */
  frame(pcm: ArrayBuffer): void;
  /** The device went away in mid-call, and no other took its place. */
  lost(problem: MicrophoneProblem): void;
  /** A device is there again that may be opened without asking the visitor. */
  returned(): void;
}

/** The visitor's microphone. */
export interface Microphone {
  /** Asks for it and starts listening; resolves with what is in the way, or null. */
  open(listener: MicrophoneListener, muted: boolean): Promise<MicrophoneProblem | null>;
  setMuted(muted: boolean): void;
  setSampleRate(hz: number): void;
  close(): void;
}

/** How much of a message has left the loudspeaker. */
export interface PlaybackProgress {
  messageId: string;
  playedMs: number;
  done: boolean;
}

/** The loudspeaker. */
export interface Speaker {
  setSampleRate(hz: number): void;
  begin(messageId: string): void;
  /** PCM s16le mono of the message begun last. */
  write(pcm: ArrayBuffer): void;
  end(messageId: string): void;
  /** Silence at once; what was heard is reported. */
  clear(): void;
  onProgress(listener: (progress: PlaybackProgress) => void): void;
  close(): void;
}

/** A place on the site, as the nav map names it. */
export interface GuideTarget {
  url: string;
  sectionSelector?: string;
}

/** What came of taking the visitor somewhere. */
export interface GuideOutcome {
  result: NavigationResult;
  reason?: string;
}

/** Takes the visitor to a page (§7). */
export interface Guide {
  /** `leaving` is asked before a document is loaded in place of this one: false keeps it. */
  go(target: GuideTarget, leaving?: () => Promise<boolean>): Promise<GuideOutcome>;
  /** Shows the place for which an earlier page has left for this one. */
  arrive(target: GuideTarget): Promise<GuideOutcome>;
}

/** A contact detail in somebody's words; without a value where it was only asked for. */
export interface Contact {
  kind: CaptureKind;
  value?: string;
}

/** Recognises contact details in talk (§6.1). */
export interface ContactFinder {
  /** What the agent asks the visitor for, if for anything. */
  askedFor(text: string): CaptureKind | null;
  /** What the visitor gives away, normalised; `expected` is what was asked for just before. */
  volunteered(text: string, expected: CaptureKind | null): Required<Contact> | null;
}

/** Keeps captures until the backend has acknowledged them, across reloads. */
export interface CaptureOutbox {
  put(capture: CaptureRequest, session: SessionResponse): Promise<'stored' | 'queued' | 'invalid'>;
  /** Called for each capture that was `queued` and is stored now. */
  onStored(listener: (capture: CaptureRequest) => void): void;
}

/** Takes a verdict to the backend; resolves with whether it was stored. */
export type FeedbackSender = (feedback: Feedback, session: SessionResponse) => Promise<boolean>;

/** What came of a function of the page. */
export type ToolOutcome = {result: unknown} | {error: ToolErrorCode};

/** What the host page lends a call. */
export interface PageSide {
  /** Tells the agent of the page, each time the stream has come up. */
  frames(): readonly ClientFrame[];
  /** Runs one of the page's functions. Neither throws nor rejects, and ends in time. */
  run(name: string, args: Readonly<Record<string, unknown>>): Promise<ToolOutcome>;
}

/** Time and chance. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once; the return value cancels. */
  after(ms: number, callback: () => void): () => void;
  /** 0 ≤ x < 1. */
  random(): number;
}

/** Everything a {@link Call} needs of the world. */
export interface CallPorts {
  sessions: SessionMaker;
  openStream: StreamOpener;
  microphone: Microphone;
  speaker: Speaker;
  guide: Guide;
  outbox: CaptureOutbox;
  feedback: FeedbackSender;
  contacts: ContactFinder;
  page: PageSide;
  clock: Clock;
  /** How the visitor talks in this widget, as far as it is known now. */
  talk(): TalkSettings;
  /**
   * Waits until the widget is known, where it is not yet: nobody is asked for a microphone before
   * they have agreed to what the operator wants them to. A call that may not begin is over by then.
   */
  admit?: () => Promise<unknown> | undefined;
}
