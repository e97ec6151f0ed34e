import {RESUME_WINDOW_MS, STREAM_CLOSE} from '../contract/index.js';
import type {CallEvent} from './events.js';
import type {CallProblem, CallState} from './state.js';
import {isUnderWay, step, type Step} from './step.js';

/** Back-off of reconnects: base and ceiling in milliseconds; jitter takes off up to half. */
const BACK_OFF = {baseMs: 250, maxMs: 4_000};

/** How long to wait before an attempt to connect, from the second on; `random` is 0 ≤ x < 1. */
export function backOffMs(attempt: number, random: number): number {
  return Math.min(BACK_OFF.maxMs, BACK_OFF.baseMs * 2 ** (attempt - 2)) * (1 - random / 2);
}

/** Close codes that no reconnect can mend, and what they mean to the visitor. */
const FINAL: Readonly<Record<number, CallProblem>> = {
  [STREAM_CLOSE.violation]: 'refused',
  [STREAM_CLOSE.token]: 'refused',
  [STREAM_CLOSE.origin]: 'origin',
  [STREAM_CLOSE.replaced]: 'replaced',
};

/** What a closed stream does to a call: resume, begin again, or end (contract §1, stream). */
export function onStreamClosed(
  state: CallState,
  {code, at}: Extract<CallEvent, {type: 'streamClosed'}>,
): Step {
  const {stage} = state;
  if (!isUnderWay(stage)) return step(state);
  const problem = FINAL[code];
  if (problem) {
    return step(
      {...state, stage: {phase: 'failed', problem}, microphone: {status: 'off'}},
      {type: 'announce', announcement: {type: 'error', problem}},
      {type: 'release'},
    );
  }
  // The server forgot the session (it was restarted, say): the visitor's talk goes on in a new one.
  if (code === STREAM_CLOSE.gone) {
    return step({...state, stage: {phase: 'connecting'}}, {type: 'audioClear'}, {type: 'begin'});
  }
  const attempt = stage.phase === 'reconnecting' ? stage.attempt + 1 : 1;
  const until = stage.phase === 'reconnecting' ? stage.until : at + RESUME_WINDOW_MS;
  if (at >= until) {
    return step(
      {...state, stage: {phase: 'ended', reason: 'lost'}, microphone: {status: 'off'}},
      {type: 'release'},
      {type: 'announce', announcement: {type: 'call-end', reason: 'lost'}},
    );
  }
  return step(
    {...state, stage: {phase: 'reconnecting', attempt, until}},
    {type: 'audioClear'},
    {type: 'connect', attempt: attempt + 1},
  );
}

/** What the microphone does on a page that may not listen by itself. */
const WITHOUT_VOICE = {tap: 'waiting', off: 'off'} as const;

/** Takes a call up on a new page: the same session, as after a drop (§7.1). Muted stays muted. */
export function onRestore(
  state: CallState,
  {kept, voice}: Extract<CallEvent, {type: 'restore'}>,
): Step {
  const {transcript, capture, contacts, quickReplies, verdicts, until, isMuted} = kept;
  const next: CallState = {
    ...state,
    stage: {phase: 'reconnecting', attempt: 0, until},
    mode: voice === 'on' ? kept.mode : 'text',
    microphone:
      voice === 'on' ? {status: 'asking', muted: isMuted} : {status: WITHOUT_VOICE[voice]},
    transcript,
    capture,
    contacts,
    quickReplies,
    verdicts,
  };
  const connect = {type: 'connect', attempt: 1} as const;
  return voice === 'on'
    ? step(next, {type: 'openMicrophone', muted: isMuted}, connect)
    : step(next, connect);
}
