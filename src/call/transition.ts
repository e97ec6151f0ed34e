import {captureEvent, captureFromTranscript} from './captures.js';
import type {CallEffect} from './effects.js';
import type {CallEvent} from './events.js';
import {onJudge, onJudged} from './feedback.js';
import {onFrame} from './frames.js';
import {onRestore, onStreamClosed} from './reconnect.js';
import {onRetry, onStartFailed} from './retry.js';
import {
  onGoOn,
  onHold,
  onHoldOver,
  onInterrupted,
  onMicrophone,
  onMicrophoneReturned,
  onSetMuted,
  onSetVoice,
  spokenMode,
  startsMuted,
  withTalk,
} from './talking.js';
import type {CallState, TranscriptEntry} from './state.js';
import {isLive, isUnderWay, step, type Step} from './step.js';

/** How long the name of the page the visitor was taken to stays on show, in milliseconds. */
const GUIDE_SHOWN_MS = 4_000;

/** A call that has not begun. */
export const INITIAL_STATE: CallState = {
  stage: {phase: 'idle'},
  mode: 'voice',
  microphone: {status: 'off'},
  talk: {typing: true, pushToTalk: false, startMuted: false},
  isHeld: false,
  isInterrupted: false,
  transcript: [],
  capture: null,
  contacts: {kinds: [], known: {}, dismissed: [], confirmed: {}},
  quickReplies: [],
  verdicts: {},
  guidedTo: null,
};

/**
 * The next state of a call and what has to be done, from what happened.
 *
 * Pure: same state and event, same answer. An event that means nothing in a state changes nothing.
 */
export function transition(state: CallState, event: CallEvent): Step {
  switch (event.type) {
    case 'start':
      return onStart(withTalk(state, event.talk).state, event.mode);
    case 'restore':
      return state.stage.phase === 'idle' ? onRestore(state, event) : step(state);
    case 'resolved':
      return onResolved(state, event);
    case 'sessionCreated':
      return isUnderWay(state.stage)
        ? step(
            {...state, contacts: {...state.contacts, known: event.known}},
            {type: 'connect', attempt: 1},
          )
        : step(state);
    case 'startFailed':
      return onStartFailed(state, event);
    case 'retry':
      return onRetry(state, event.attempt);
    case 'frame': {
      const framed = onFrame(state, event.frame, event.at);
      return event.contact ? captureFromTranscript(framed, event.contact) : framed;
    }
    case 'streamClosed':
      return onStreamClosed(state, event);
    case 'microphone':
      return onMicrophone(state, event.microphone);
    case 'microphoneReturned':
      return onMicrophoneReturned(state);
    case 'setMuted':
      return onSetMuted(state, event.muted);
    case 'setVoice':
      return !isUnderWay(state.stage) && event.on
        ? onStart(state, 'voice')
        : onSetVoice(state, event.on);
    case 'talk':
      return withTalk(state, event.talk);
    case 'hold':
      return onHold(state, event.down);
    case 'holdOver':
      return onHoldOver(state);
    case 'interrupted':
      return onInterrupted(state, event.isInterrupted);
    case 'goOn':
      return onGoOn(state);
    case 'sendText':
      return onSendText(state, event);
    case 'hangUp':
      return onHangUp(state);
    case 'judge':
      return onJudge(state, event.feedback);
    case 'judged':
      return onJudged(state, event);
    case 'clear':
      return {state: {...INITIAL_STATE, talk: state.talk}, effects: onHangUp(state).effects};
    case 'navigated':
      return step(
        {...state, guidedTo: event.label},
        {type: 'later', delayMs: GUIDE_SHOWN_MS, event: {type: 'guideSeen', label: event.label}},
      );
    case 'guideSeen':
      return step(state.guidedTo === event.label ? {...state, guidedTo: null} : state);
    default:
      return captureEvent(state, event);
  }
}

function onStart(state: CallState, mode: 'voice' | 'text'): Step {
  const waiting = state.stage.phase === 'failed';
  if (isUnderWay(state.stage) && !waiting) {
    // The tap for which a new page's microphone waits, wherever it is made.
    const isTap = mode === 'voice' && state.microphone.status === 'waiting';
    return isTap ? onSetVoice(state, true) : step(state);
  }
  const fresh = state.stage.phase === 'ended' ? {...INITIAL_STATE, talk: state.talk} : state;
  const voice = mode === 'voice';
  return step(
    {
      ...fresh,
      stage: {phase: 'resolving'},
      mode: voice ? spokenMode(state) : mode,
      isHeld: false,
      isInterrupted: false,
      microphone: voice ? {status: 'asking'} : fresh.microphone,
    },
    ...(voice ? [{type: 'openMicrophone', muted: startsMuted(state)} as const] : []),
    {type: 'begin'},
  );
}

function onResolved(
  state: CallState,
  {captureKinds: kinds, talk}: Extract<CallEvent, {type: 'resolved'}>,
): Step {
  const told = withTalk(state, talk);
  const {stage} = told.state;
  const next: CallState = {...told.state, contacts: {...told.state.contacts, kinds}};
  return step(
    stage.phase === 'resolving' ? {...next, stage: {...stage, phase: 'connecting'}} : next,
    ...told.effects,
  );
}

function onSendText(
  state: CallState,
  {id, text, at}: Extract<CallEvent, {type: 'sendText'}>,
): Step {
  const started = isUnderWay(state.stage) ? step(state) : onStart(state, 'text');
  const entry: TranscriptEntry = {id, role: 'visitor', text, final: true, pending: true, at};
  const next: CallState = {
    ...started.state,
    transcript: [...started.state.transcript, entry],
    quickReplies: [],
  };
  return isLive(state.stage)
    ? step(next, {type: 'send', frame: {type: 'text', id, text}})
    : {state: next, effects: started.effects};
}

function onHangUp(state: CallState): Step {
  if (state.stage.phase === 'idle' || state.stage.phase === 'ended') return step(state);
  const effects: CallEffect[] = [];
  if (isLive(state.stage)) effects.push({type: 'send', frame: {type: 'end'}});
  effects.push(
    {type: 'release'},
    {type: 'announce', announcement: {type: 'call-end', reason: 'visitor'}},
  );
  return {
    state: {...state, stage: {phase: 'ended', reason: 'visitor'}, microphone: {status: 'off'}},
    effects,
  };
}
