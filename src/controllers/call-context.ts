import {createContext} from '@lit/context';
import type {OrbState} from '../call/orb-state.js';
import type {CallState} from '../call/state.js';
import type {Agent, CaptureKind, Feedback} from '../contract/index.js';
import type {Sound} from './sound-settings.js';

/** Loudness right now, 0 (silence) to 1, as heard by the ear; read once a frame. */
export interface Levels {
  input(): number;
  output(): number;
}

/** What a visitor can do to a call. None of these throws; the outcome is in the state. */
export interface CallActions {
  /** Starts a call. Inside a tap where `voice` is wanted: it unlocks audio and asks for the microphone. */
  start(mode: 'voice' | 'text'): void;
  hangUp(): void;
  setMuted(muted: boolean): void;
  /** The talk button is held or let go. */
  hold(down: boolean): void;
  /** Takes sound and microphone up again after an interruption; inside a tap. */
  goOn(): void;
  /** Turns the microphone on in a text call, or off for good in a voice call. */
  setVoice(on: boolean): void;
  sendText(text: string): void;
  confirmCapture(kind: CaptureKind, value: string): void;
  dismissCapture(): void;
  /** Says what the visitor thinks of a message, or of the conversation. */
  judge(feedback: Feedback): void;
  /** Ends the call and clears its words. */
  clear(): void;
  /** Takes the visitor to a path of this site, as a link in a message asks. */
  visit(path: string): void;
  /** Puts a text on the clipboard; false where the browser does not allow it. */
  copy(text: string): Promise<boolean>;
  /** Gives the visitor a text as a file. */
  save(fileName: string, text: string): void;
  /** Closes the panel; a call under way goes on and the orb shows it. */
  close(): void;
}

/** What the visitor is asked to agree to before their first call. */
export interface ConsentQuestion {
  /** `declined`: not now, and the panel says how they can change their mind. */
  readonly status: 'asked' | 'declined' | undefined;
  readonly text: string;
  readonly policyUrl: string | undefined;
  /** Messages that go out once the visitor has agreed. */
  readonly waiting: readonly string[];
  /** Inside a tap: the call that waits for it begins. */
  agree(): void;
  decline(): void;
  /** Asks once more. */
  review(): void;
}

/** What the inner elements of a widget are given. */
export interface CallHandle {
  readonly state: CallState;
  readonly agent: Agent;
  readonly modes: {readonly voice: boolean; readonly text: boolean};
  readonly levels: Levels;
  /** ISO 3166 alpha-2 country of the visitor's locale, where it names one. */
  readonly country?: string;
  readonly sound: Sound;
  /** How visitors are told that an AI speaks, where the operator has words of their own for it. */
  readonly disclosure?: string;
  /** Only while the visitor is asked, or has said not now. */
  readonly consent?: ConsentQuestion;
  readonly actions: CallActions;
}

/** The widget's call, for its inner elements. A new object whenever anything in it changed. */
export const callContext = createContext<CallHandle>(Symbol('aiw-call'));

/** What the launcher's orb shows, for an orb without attributes of its own. */
export interface OrbFeed {
  readonly state: OrbState;
  /** 0 to 1, read once a frame; absent where there is nothing to follow. */
  readonly level?: () => number;
}

/** State and level for orbs inside a widget. */
export const orbContext = createContext<OrbFeed>(Symbol('aiw-orb'));
