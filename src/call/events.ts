import type {CaptureKind, CaptureSource, Feedback, ServerFrame} from '../contract/index.js';
import type {KeptCall, VoiceAgain} from './kept-call.js';
import type {Contact} from './ports.js';
import type {CallProblem, MicrophoneState, TalkSettings} from './state.js';

/** Everything that can happen to a call. Times are milliseconds since the epoch. */
export type CallEvent =
  /** The visitor (or the host page, in a gesture) wants to talk or to type. */
  | {type: 'start'; mode: 'voice' | 'text'; talk?: TalkSettings}
  /** The tab's page before had this call under way. */
  | {type: 'restore'; kept: KeptCall; voice: VoiceAgain}
  /** The widget's settings and a challenge are here. */
  | {type: 'resolved'; captureKinds: readonly CaptureKind[]; talk?: TalkSettings}
  /** The backend has made a session. */
  | {type: 'sessionCreated'; known: Readonly<Partial<Record<CaptureKind, string>>>}
  | {type: 'startFailed'; problem: CallProblem; retryAfterMs?: number; at: number}
  /** The time to try again has come. */
  | {type: 'retry'; attempt: number}
  /** `contact`: what a transcript's words ask for or give away. */
  | {type: 'frame'; frame: ServerFrame; at: number; contact?: Contact | null}
  /** The stream is closed, by whomever; `code` is the WebSocket's. */
  | {type: 'streamClosed'; code: number; at: number}
  | {type: 'microphone'; microphone: MicrophoneState}
  /** A microphone is there again, after the one in use went away. */
  | {type: 'microphoneReturned'}
  | {type: 'setMuted'; muted: boolean}
  | {type: 'talk'; talk: TalkSettings}
  /** The talk button is held, or let go. */
  | {type: 'hold'; down: boolean}
  /** The last syllable after letting go has been heard. */
  | {type: 'holdOver'}
  /** The device takes sound away, or gives it back. */
  | {type: 'interrupted'; isInterrupted: boolean}
  /** The visitor wants sound and microphone back; in a tap. */
  | {type: 'goOn'}
  | {type: 'setVoice'; on: boolean}
  | {type: 'sendText'; id: string; text: string; at: number}
  | {type: 'hangUp'}
  | {type: 'confirmCapture'; id: string; kind: CaptureKind; value: string}
  | {type: 'dismissCapture'}
  /** What became of a confirmed capture. */
  | {
      type: 'captureSettled';
      id: string;
      kind: CaptureKind;
      source: CaptureSource;
      status: 'stored' | 'queued' | 'invalid';
    }
  /** The tick has been seen long enough. */
  | {type: 'captureDone'; id: string}
  /** The visitor judges a message, or the conversation where `messageId` is absent. */
  | {type: 'judge'; feedback: Feedback}
  /** Whether the backend has taken a verdict that went by HTTP. */
  | {type: 'judged'; feedback: Feedback; isStored: boolean}
  /** The visitor wants a clean sheet: the call ends and its words go. */
  | {type: 'clear'}
  | {type: 'navigated'; label: string}
  | {type: 'guideSeen'; label: string};
