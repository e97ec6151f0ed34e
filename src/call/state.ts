import type {
  AgentState,
  CallMode,
  CaptureKind,
  CaptureSource,
  EndReason,
  TranscriptRole,
} from '../contract/index.js';

/** Why there is no microphone (§2.1, §2.2, §9.1). */
export type MicrophoneProblem =
  | 'insecure'
  | 'policy'
  | 'frame'
  | 'denied'
  | 'dismissed'
  | 'missing'
  | 'busy'
  | 'lost'
  | 'unknown';

/** How the visitor talks in a call: the operator's wish, the page's, and the visitor's own. */
export interface TalkSettings {
  /** Whether messages may be typed beside talking. */
  readonly typing: boolean;
  /** The microphone is muted unless the talk button is held. */
  readonly pushToTalk: boolean;
  /** A call begins with the microphone muted. */
  readonly startMuted: boolean;
}

/** The microphone as the visitor would describe it. */
export type MicrophoneState =
  | {status: 'off'}
  /** `muted`: it will be, once it is open. */
  | {status: 'asking'; muted?: boolean}
  | {status: 'live'}
  | {status: 'muted'}
  /** A new page of the call: the browser lets it listen and sound after a tap. */
  | {status: 'waiting'}
  | {status: 'unavailable'; problem: MicrophoneProblem};

/** Why a call could not start or go on. */
export type CallProblem =
  | 'unreachable'
  | 'busy'
  | 'rate-limited'
  | 'origin'
  | 'unknown-token'
  | 'not-live'
  | 'refused'
  | 'lost'
  | 'replaced'
  | 'agent';

/** What came of earlier tries to start a call, where there were any. */
interface Retried {
  /** How many tries there were. */
  attempt?: number;
  /** What the last of them met. */
  problem?: CallProblem;
}

/** Where a call stands. */
export type CallStage =
  /** No call: nothing was started, or the transcript of an ended one was cleared. */
  | {phase: 'idle'}
  /** Asking the backend for the widget's settings and a challenge. */
  | ({phase: 'resolving'} & Retried)
  /** Making a session and its stream. */
  | ({phase: 'connecting'} & Retried)
  | {phase: AgentState}
  /**
   * The stream dropped; the session waits until `until` (ms since the epoch). `attempt` is 0 where
   * the page has changed and nothing is wrong.
   */
  | {phase: 'reconnecting'; attempt: number; until: number}
  | {phase: 'ended'; reason: EndReason | 'lost'}
  /**
   * `retryAt` (ms since the epoch) is set where the widget tries again by itself; `attempt` counts
   * the tries so far.
   */
  | {phase: 'failed'; problem: CallProblem; retryAt?: number; attempt?: number};

/** Name of a stage. */
export type CallPhase = CallStage['phase'];

/** One entry of the transcript. */
export interface TranscriptEntry {
  id: string;
  role: TranscriptRole;
  text: string;
  /** False while it is being said. */
  final: boolean;
  /** A typed message that the server has not confirmed yet. */
  pending?: boolean;
  /** When it began, ms since the epoch. */
  at: number;
}

/** A contact detail that the pill asks for (§6). */
export interface CapturePrompt {
  /** UUID under which it is stored; from the visitor's confirmation on. */
  id?: string;
  kind: CaptureKind;
  /** What the pill is pre-filled with; empty where the visitor has to type. */
  value: string;
  source: CaptureSource;
  prefilled: boolean;
  /** `queued`: confirmed by the visitor, kept in the browser, not acknowledged yet. */
  status: 'open' | 'sending' | 'queued' | 'stored' | 'invalid';
}

/** What the visitor thinks of a message or of the conversation, and whether the backend has it. */
export interface Verdict {
  rating: number;
  status: 'sending' | 'sent' | 'failed';
  /** Whether a comment went with it. */
  hasComment: boolean;
}

/** What this call knows of the visitor's contact details, so that no pill comes up twice. */
export interface ContactMemory {
  /** Kinds this widget captures. */
  readonly kinds: readonly CaptureKind[];
  /** From the visitor token: pre-fills, and nothing else (§5.1). */
  readonly known: Readonly<Partial<Record<CaptureKind, string>>>;
  /** Kinds the visitor waved away in this call. */
  readonly dismissed: readonly CaptureKind[];
  /** Values confirmed in this call. */
  readonly confirmed: Readonly<Partial<Record<CaptureKind, string>>>;
}

/** Key of the verdict on a whole conversation. */
export const WHOLE = '';

/** Everything the panel shows, in one plain, immutable object. */
export interface CallState {
  readonly stage: CallStage;
  readonly mode: CallMode;
  readonly microphone: MicrophoneState;
  readonly talk: TalkSettings;
  /** Whether the talk button is held. */
  readonly isHeld: boolean;
  /** The device has taken sound or microphone away for a while: a phone call, a headset. */
  readonly isInterrupted: boolean;
  readonly transcript: readonly TranscriptEntry[];
  readonly capture: CapturePrompt | null;
  readonly contacts: ContactMemory;
  /** Answers offered to the last agent message. */
  readonly quickReplies: readonly string[];
  /** By message; that on the whole conversation under {@link WHOLE}. */
  readonly verdicts: Readonly<Record<string, Verdict>>;
  /** Label of the page the agent took the visitor to last, while it is news. */
  readonly guidedTo: string | null;
}
