import type {CallProblem, MicrophoneProblem} from '../call/state.js';
import type {CaptureKind} from '../contract/index.js';
import type {LauncherStrings} from './launcher.js';

/** What a status line says of a call, in a word or two. */
export type StatusWord =
  | 'idle'
  | 'resolving'
  | 'connecting'
  | 'listening'
  | 'thinking'
  | 'speaking'
  | 'muted'
  | 'hold'
  | 'interrupted'
  | 'asking'
  | 'online'
  | 'reconnecting'
  | 'ended'
  | 'failed'
  | 'waiting';

/**
 * The widget's own words in one language. `name` is the agent's, as the operator wrote it; empty
 * while the backend has not told it yet.
 */
export interface Strings extends LauncherStrings {
  /** BCP 47. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Stands for the agent's name where it could not be learnt. */
  readonly assistant: string;
  readonly conversationWith: (name: string) => string;
  readonly status: Readonly<Record<StatusWord, string>>;
  readonly mute: string;
  readonly unmute: string;
  readonly close: string;
  readonly talk: string;
  readonly typeInstead: string;
  readonly hangUp: string;
  readonly send: string;
  readonly message: string;
  readonly typeMessage: string;
  readonly charactersLeft: (count: number) => string;
  readonly startAgain: string;
  readonly tryAgain: string;
  readonly quickReplies: string;
  readonly earlier: string;
  readonly latest: string;
  readonly you: string;
  readonly sending: string;
  readonly isThinking: (name: string) => string;
  readonly ended: Readonly<
    Record<'agent' | 'visitor' | 'timeout' | 'limit' | 'shutdown' | 'lost', string>
  >;
  readonly guidedTo: (label: string) => string;
  /** §2.2, word for word. */
  readonly microphoneBlocked: string;
  /** What the visitor can do about it; empty where only the site can. */
  readonly microphoneHelp: Readonly<Record<MicrophoneProblem, string>>;
  readonly microphoneAsking: string;
  /** The device has taken sound away, for a phone call or so. */
  readonly interrupted: string;
  readonly goOn: string;
  readonly holdToTalk: string;
  readonly letGoToSend: string;
  readonly sound: SoundWords;
  readonly reconnecting: string;
  /** After a page load, where the browser wants a tap before it listens and sounds. */
  readonly callGoesOn: string;
  readonly goOnTalking: string;
  readonly problem: Readonly<Record<CallProblem, (name: string) => string>>;
  /** While every line is taken and the widget keeps trying. */
  readonly inQueue: string;
  readonly retrying: string;
  /** Name of the menu in the header. */
  readonly more: string;
  readonly downloadTranscript: string;
  readonly startOver: string;
  readonly copyMessage: string;
  readonly copied: string;
  /** Said of a link, to those who do not see its arrow. */
  readonly newTab: string;
  /** Tells the visitor that an AI speaks, where the operator has no words of their own for it. */
  readonly disclosure: string;
  readonly consent: ConsentWords;
  readonly feedback: FeedbackWords;
  readonly capture: Readonly<Record<CaptureKind, CaptureWords>>;
  /** Sends a teaser away. */
  readonly hideMessage: string;
  readonly confirm: string;
  readonly dismiss: string;
  readonly saving: string;
  readonly queued: string;
  readonly saved: string;
}

/** What the sheet for microphone and speaker says. */
export interface SoundWords {
  readonly title: string;
  readonly microphone: string;
  readonly speaker: string;
  readonly volume: string;
  readonly pushToTalk: string;
  readonly pushToTalkHelp: string;
  /** The device that the browser chooses. */
  readonly standard: string;
  /** Stands beside the list while the microphone has not been allowed yet. */
  readonly unnamed: string;
  /** The chosen device is not plugged in. */
  readonly gone: Readonly<Record<'microphone' | 'speaker', string>>;
  /** The device could not be changed to. */
  readonly fault: Readonly<Record<'microphone' | 'speaker', string>>;
}

/** What stands around the operator's text that the visitor is asked to agree to. */
export interface ConsentWords {
  readonly title: string;
  /** The link to the page that says more. */
  readonly policy: string;
  readonly agree: string;
  /** Over messages that go out after it. */
  readonly waiting: string;
  /** After "not now". */
  readonly declined: string;
  readonly review: string;
}

/** What is said around a verdict on an answer or on the whole conversation. */
export interface FeedbackWords {
  readonly ask: string;
  readonly goodAnswer: string;
  readonly poorAnswer: string;
  readonly wentWell: string;
  readonly wentBadly: string;
  /** Over the field for a comment, once a thumb was pressed. */
  readonly sayMore: string;
  readonly thanks: string;
  readonly failed: string;
}

/** What the pill says for one kind of contact detail. */
export interface CaptureWords {
  readonly label: string;
  readonly confirm: string;
  readonly placeholder: string;
  readonly invalid: string;
}
