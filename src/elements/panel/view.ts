import type {CallState, TranscriptEntry} from '../../call/state.js';
import type {CallHandle} from '../../controllers/call-context.js';
import type {StatusWord} from '../../locales/strings.js';
import {plainText} from '../../markdown/index.js';

/** `stage`: the orb over live captions. `text`: the transcript. */
export type PanelView = 'stage' | 'text';

/** What of a transcript is on the stage, and what lies above it, a scroll away. */
export interface Captions {
  earlier: readonly TranscriptEntry[];
  /** The other speaker's last words, where they led to the current ones. */
  before: TranscriptEntry | undefined;
  current: TranscriptEntry | undefined;
}

/** Whether a call is under way: it can be hung up. */
export function isUnderWay({stage}: CallState): boolean {
  return stage.phase === 'failed'
    ? stage.retryAt !== undefined
    : stage.phase !== 'idle' && stage.phase !== 'ended';
}

/** Whether the visitor waits for a free line, and the widget keeps trying. */
export function isQueueing({stage}: CallState): boolean {
  if (!('problem' in stage) || stage.problem !== 'busy') return false;
  return stage.phase !== 'failed' || stage.retryAt !== undefined;
}

/** Whether a spoken call is up or coming, with a microphone to choose. */
export function hasSound(call: Pick<CallHandle, 'state' | 'modes'>): boolean {
  const {stage} = call.state;
  return viewOf(call) === 'stage' && isUnderWay(call.state) && stage.phase !== 'failed';
}

/** Which of its two faces the panel shows. */
export function viewOf({state, modes}: Pick<CallHandle, 'state' | 'modes'>): PanelView {
  const {phase} = state.stage;
  if (!modes.voice || state.mode === 'text' || state.microphone.status === 'unavailable') {
    return 'text';
  }
  const over = phase === 'ended' || phase === 'failed' || phase === 'idle';
  return over && state.transcript.length > 0 ? 'text' : 'stage';
}

/** The state of a call in a word. */
export function statusOf(call: Pick<CallHandle, 'state' | 'modes'>): StatusWord {
  const {stage, microphone} = call.state;
  const typed = viewOf(call) === 'text';
  if (call.state.isInterrupted && isUnderWay(call.state)) return 'interrupted';
  switch (stage.phase) {
    case 'idle':
      return typed ? 'online' : 'idle';
    case 'failed':
      return isQueueing(call.state) ? 'waiting' : 'failed';
    case 'resolving':
    case 'connecting':
      if (isQueueing(call.state)) return 'waiting';
      return microphone.status === 'asking' ? 'asking' : 'connecting';
    case 'listening':
      if (typed) return 'online';
      if (microphone.status !== 'muted') return 'listening';
      return call.state.talk.pushToTalk ? 'hold' : 'muted';
    default:
      return stage.phase;
  }
}

/** What the line about what stands in the way tells of, and what nobody has to be told. */
const TOLD_ELSEWHERE: readonly StatusWord[] = [
  'idle',
  'asking',
  'interrupted',
  'reconnecting',
  'waiting',
  'failed',
];

/**
 * The state of a call as it is read out: without the turns of the talk, which would be told over
 * and over, and without what is told elsewhere.
 */
export function announcedStatus({
  state,
  modes,
}: Pick<CallHandle, 'state' | 'modes'>): StatusWord | undefined {
  const {phase} = state.stage;
  const isTurn = phase === 'thinking' || phase === 'speaking';
  const calm: CallState = isTurn ? {...state, stage: {phase: 'listening'}} : state;
  const status = statusOf({state: calm, modes});
  return TOLD_ELSEWHERE.includes(status) ? undefined : status;
}

/** Splits a transcript into what is being said and what was. */
export function captionsOf(transcript: readonly TranscriptEntry[]): Captions {
  const current = transcript.at(-1);
  const candidate = transcript.at(-2);
  const before = candidate && candidate.role !== current?.role ? candidate : undefined;
  const shown = before ? 2 : 1;
  return {earlier: transcript.slice(0, -shown), before, current};
}

/** An entry's words as they are spoken: an agent's without its Markdown. */
export function wordsOf({role, text, final}: TranscriptEntry): string {
  return role === 'agent' ? plainText(text, {isUnfinished: !final}) : text;
}

/** Parts a caption under way into the words before and the last few, which are being said now. */
export function emphasis(entry: TranscriptEntry): [said: string, now: string] {
  const text = wordsOf(entry);
  if (entry.final) return ['', text];
  const now = /(?:\S+\s*){1,3}$/u.exec(text)?.[0] ?? text;
  return [text.slice(0, text.length - now.length), now];
}
