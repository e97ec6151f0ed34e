import {RESUME_WINDOW_MS, type CallMode, type SessionResponse} from '../contract/index.js';
import type {CallEffect} from './effects.js';
import type {CallState} from './state.js';
import {isLive} from './step.js';
import {spokenMode} from './talking.js';

/** A place to which the agent takes the visitor, with the id under which it waits for the outcome. */
export type GuidedPlace = Extract<CallEffect, {type: 'navigate'}>;

/** A call under way as the next page of the tab needs it. Plain data. */
export interface KeptCall extends Pick<
  CallState,
  'transcript' | 'capture' | 'contacts' | 'quickReplies' | 'verdicts'
> {
  /** When the server gives the session up, ms since the epoch. */
  until: number;
  session: SessionResponse;
  /** Number of the last frame seen. */
  lastSeq: number;
  mode: CallMode;
  isMuted: boolean;
  /** For which the page was left; null where the visitor left by himself. */
  place: GuidedPlace | null;
}

/** What a page learns of itself before it goes on with a call: aloud, after a tap, or in writing. */
export type VoiceAgain = 'on' | 'tap' | 'off';

/** What to keep of a call as its page is left at `now`; null where there is nothing to go on with. */
export function keptFrom(
  state: CallState,
  {session, lastSeq, place}: Pick<KeptCall, 'session' | 'lastSeq' | 'place'>,
  now: number,
): KeptCall | null {
  const {stage, mode, microphone, talk, transcript, capture, contacts, quickReplies, verdicts} =
    state;
  if (!isLive(stage) && stage.phase !== 'reconnecting') return null;
  return {
    until: stage.phase === 'reconnecting' ? stage.until : now + RESUME_WINDOW_MS,
    // The claims are in the contacts, as far as they are needed.
    session: {...session, visitorClaims: null},
    lastSeq,
    // A visitor who had yet to tap is asked for the tap again.
    mode: microphone.status === 'waiting' ? spokenMode(state) : mode,
    isMuted: isMuted(microphone) || talk.pushToTalk,
    transcript,
    // What was being sent waits in the outbox, which the next page opens.
    capture: capture?.status === 'sending' ? {...capture, status: 'queued'} : capture,
    contacts,
    quickReplies,
    verdicts,
    place,
  };
}

function isMuted(microphone: CallState['microphone']): boolean {
  return microphone.status === 'asking' ? !!microphone.muted : microphone.status === 'muted';
}
