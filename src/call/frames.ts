import type {ServerFrame} from '../contract/index.js';
import type {CallEffect} from './effects.js';
import type {CallState, TranscriptEntry} from './state.js';
import {isLive, isUnderWay, step, type Step} from './step.js';

/** What a frame of the server does to a call; captures apart. */
export function onFrame(state: CallState, frame: ServerFrame, at: number): Step {
  if (!isUnderWay(state.stage)) return step(state);
  switch (frame.type) {
    case 'ready':
      return onReady(state, frame);
    case 'state':
      return isLive(state.stage) ? step({...state, stage: {phase: frame.value}}) : step(state);
    case 'transcript':
      return onTranscript(state, frame, at);
    case 'audioStart':
    case 'audioEnd':
      return step(state, {type: frame.type, messageId: frame.messageId});
    case 'audioClear':
      return step(state, {type: 'audioClear'});
    case 'navigate':
      return step(state, {
        type: 'navigate',
        id: frame.id,
        label: frame.label,
        url: frame.url,
        sectionSelector: frame.sectionSelector,
      });
    case 'quickReplies':
      return onQuickReplies(state, frame.replies);
    case 'toolCall':
      return step(state, {
        type: 'callTool',
        callId: frame.callId,
        name: frame.name,
        arguments: frame.arguments,
      });
    case 'error':
      return onError(state, frame.fatal);
    case 'ended':
      // The stream closes next: another process, or the next one, goes on with the session.
      if (frame.reason === 'shutdown') return step(state);
      return step(
        {
          ...state,
          stage: {phase: 'ended', reason: frame.reason},
          microphone: {status: 'off'},
          quickReplies: [],
        },
        {type: 'release'},
        {type: 'announce', announcement: {type: 'call-end', reason: frame.reason}},
      );
    default:
      // A later server may say more than this widget knows.
      return step(state);
  }
}

/** Answers offered to words that the visitor has answered already come too late. */
function onQuickReplies(state: CallState, replies: readonly string[]): Step {
  const isAnswered = state.transcript.at(-1)?.role === 'visitor';
  return step(isAnswered ? state : {...state, quickReplies: replies});
}

function onReady(state: CallState, frame: Extract<ServerFrame, {type: 'ready'}>): Step {
  const effects: CallEffect[] = [
    {
      type: 'flow',
      inputSampleRate: frame.inputSampleRate,
      outputSampleRate: frame.outputSampleRate,
    },
  ];
  const {status} = state.microphone;
  const muted = status === 'muted';
  // A server that waited remembers how it was before.
  if (muted || (frame.resumed && status === 'live'))
    effects.push({type: 'send', frame: {type: 'mic', muted}});
  for (const entry of state.transcript) {
    if (entry.pending) {
      effects.push({type: 'send', frame: {type: 'text', id: entry.id, text: entry.text}});
    }
  }
  if (!frame.resumed && state.stage.phase !== 'reconnecting') {
    effects.push({type: 'announce', announcement: {type: 'call-start'}});
  }
  return {state: {...state, stage: {phase: 'listening'}}, effects};
}

function onTranscript(
  state: CallState,
  {id, role, text, final}: Extract<ServerFrame, {type: 'transcript'}>,
  at: number,
): Step {
  const known = state.transcript.find(entry => entry.id === id);
  const entry: TranscriptEntry = {id, role, text, final, at: known?.at ?? at};
  const transcript = known
    ? state.transcript.map(other => (other.id === id ? entry : other))
    : [...state.transcript, entry];
  // Offers are to the message before: another one of either side ends them.
  const quickReplies = role === 'visitor' || !known ? [] : state.quickReplies;
  const next: CallState = {...state, transcript: transcript.filter(isShown), quickReplies};
  return final && text && !known?.final
    ? step(next, {type: 'announce', announcement: {type: 'message', id, role}})
    : step(next);
}

/** An entry withdrawn by the server, such as noise that was no speech, ends as empty text. */
function isShown({text, final}: TranscriptEntry): boolean {
  return text !== '' || !final;
}

function onError(state: CallState, fatal: boolean): Step {
  const announce: CallEffect = {
    type: 'announce',
    announcement: {type: 'error', problem: 'agent'},
  };
  return fatal
    ? step(
        {...state, stage: {phase: 'failed', problem: 'agent'}, microphone: {status: 'off'}},
        announce,
        {type: 'release'},
      )
    : step(state, announce);
}
