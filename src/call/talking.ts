import type {CallMode} from '../contract/index.js';
import type {CallEffect} from './effects.js';
import type {CallState, TalkSettings} from './state.js';
import {isLive, isUnderWay, step, type Step} from './step.js';

/** After the talk button is let go the last syllable is still on its way, in milliseconds. */
const HOLD_TAIL_MS = 200;

/** The mode of a call by voice: with typing beside it where the widget takes it. */
export function spokenMode({talk}: CallState): CallMode {
  return talk.typing ? 'both' : 'voice';
}

/** Whether a microphone that is opened now is muted. */
export function startsMuted({talk}: CallState): boolean {
  return talk.pushToTalk || talk.startMuted;
}

/** The operator, the page or the visitor has said how the visitor talks. */
export function withTalk(state: CallState, talk: TalkSettings | undefined): Step {
  if (!talk) return step(state);
  const next: CallState = {...state, talk};
  const mode = state.mode === 'text' ? 'text' : spokenMode(next);
  const told: CallEffect[] =
    mode !== state.mode && isLive(state.stage)
      ? [{type: 'send', frame: {type: 'mode', value: mode}}]
      : [];
  const {pushToTalk} = state.talk;
  const isNewlyMuted = startsMuted(next) && !startsMuted(state);
  const changed = {...next, mode, isHeld: false};
  if (!isNewlyMuted && talk.pushToTalk === pushToTalk) return step({...next, mode}, ...told);
  const muted = onSetMuted(changed, talk.pushToTalk || isNewlyMuted);
  return step(muted.state, ...told, ...muted.effects);
}

/** What became of the microphone. */
export function onMicrophone(state: CallState, microphone: CallState['microphone']): Step {
  if (microphone.status !== 'unavailable') {
    const next: CallState = {...state, microphone};
    const {status} = microphone;
    const wished = state.microphone.status === 'asking' ? state.microphone.muted : undefined;
    if (status === 'live' && wished) return onSetMuted(next, true);
    if (status === 'muted' && wished === false) return onSetMuted(next, false);
    const isTold = isLive(state.stage) && (status === 'muted' || status === 'live');
    return isTold
      ? step(next, {type: 'send', frame: {type: 'mic', muted: status === 'muted'}})
      : step(next);
  }
  const next: CallState = {...state, microphone, mode: 'text', isHeld: false};
  return isLive(state.stage) && state.mode !== 'text'
    ? step(next, {type: 'send', frame: {type: 'mode', value: 'text'}})
    : step(next);
}

/** A visitor whose microphone went away talks on as soon as there is one again. */
export function onMicrophoneReturned(state: CallState): Step {
  const {microphone} = state;
  const wasLost = microphone.status === 'unavailable' && microphone.problem === 'lost';
  return wasLost && isUnderWay(state.stage) ? onSetVoice(state, true) : step(state);
}

/** Mutes or unmutes a microphone that is there, or will be. */
export function onSetMuted(state: CallState, muted: boolean): Step {
  const {status} = state.microphone;
  if (status === 'asking') return step({...state, microphone: {status, muted}});
  if (status !== 'live' && status !== 'muted') return step(state);
  const effects: CallEffect[] = [{type: 'setMuted', muted}];
  if (isLive(state.stage)) effects.push({type: 'send', frame: {type: 'mic', muted}});
  return {state: {...state, microphone: {status: muted ? 'muted' : 'live'}}, effects};
}

/** Turns talking on or off in a call under way. */
export function onSetVoice(state: CallState, on: boolean): Step {
  const mode = on ? spokenMode(state) : 'text';
  if (!isUnderWay(state.stage) || mode === state.mode) return step(state);
  const effects: CallEffect[] = [
    on ? {type: 'openMicrophone', muted: startsMuted(state)} : {type: 'closeMicrophone'},
  ];
  if (isLive(state.stage)) effects.push({type: 'send', frame: {type: 'mode', value: mode}});
  return {
    state: {
      ...state,
      mode,
      microphone: {status: on ? 'asking' : 'off'},
      isHeld: false,
      isInterrupted: false,
    },
    effects,
  };
}

/** The talk button: heard while held, and a moment longer. */
export function onHold(state: CallState, down: boolean): Step {
  if (!state.talk.pushToTalk || state.isHeld === down) return step(state);
  const next: CallState = {...state, isHeld: down};
  return down
    ? onSetMuted(next, false)
    : step(next, {type: 'later', delayMs: HOLD_TAIL_MS, event: {type: 'holdOver'}});
}

/** Mutes again, unless the button is held once more or no longer rules. */
export function onHoldOver(state: CallState): Step {
  return state.isHeld || !state.talk.pushToTalk ? step(state) : onSetMuted(state, true);
}

/** The device has taken sound away or given it back. In writing that is nobody's concern. */
export function onInterrupted(state: CallState, isInterrupted: boolean): Step {
  if (isInterrupted && (state.mode === 'text' || !isUnderWay(state.stage))) return step(state);
  return step(isInterrupted === state.isInterrupted ? state : {...state, isInterrupted});
}

/** The visitor taps to go on: the microphone is opened anew, as a phone call may have ended it. */
export function onGoOn(state: CallState): Step {
  if (!state.isInterrupted) return step(state);
  const muted = state.microphone.status === 'muted';
  return step(
    {...state, isInterrupted: false, microphone: {status: 'asking'}},
    {type: 'openMicrophone', muted},
  );
}
