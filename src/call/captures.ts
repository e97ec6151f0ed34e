import type {CaptureKind} from '../contract/index.js';
import type {CallEvent} from './events.js';
import type {Contact} from './ports.js';
import type {CallState, CapturePrompt} from './state.js';
import {isLive, step, type Step} from './step.js';

/** How long the tick of a stored value stays on show, in milliseconds. */
const STORED_SHOWN_MS = 2_500;

/** How long "kept, will be sent" stays on show, in milliseconds. */
const QUEUED_SHOWN_MS = 6_000;

type CaptureEvent = Extract<
  CallEvent,
  {type: 'confirmCapture' | 'dismissCapture' | 'captureSettled' | 'captureDone'}
>;

/** Raises the pill where the words just said call for it (§6.1). */
export function captureFromTranscript({state, effects}: Step, {kind, value}: Contact): Step {
  const prompt = value === undefined ? asked(state, kind) : offered(state, {kind, value});
  return {state: prompt ? {...state, capture: prompt} : state, effects};
}

/** What the visitor, the outbox and time do to the pill. */
export function captureEvent(state: CallState, event: CaptureEvent): Step {
  const {capture, contacts} = state;
  switch (event.type) {
    case 'confirmCapture':
      return capture?.kind === event.kind ? confirm(state, capture, event) : step(state);
    case 'dismissCapture': {
      if (!capture) return step(state);
      const dismissed = [...contacts.dismissed, capture.kind];
      const next = {...state, capture: null, contacts: {...contacts, dismissed}};
      return isLive(state.stage)
        ? step(next, {
            type: 'send',
            frame: {type: 'capture', kind: capture.kind, result: 'dismissed'},
          })
        : step(next);
    }
    case 'captureSettled':
      return settle(state, event);
    case 'captureDone':
      return step(capture?.id === event.id ? {...state, capture: null} : state);
  }
}

function asked(state: CallState, kind: CaptureKind): CapturePrompt | null {
  // One pill at a time; a later question of the agent never replaces what the visitor is typing.
  if (state.capture || !isWanted(state, kind)) return null;
  if (state.contacts.confirmed[kind] !== undefined) return null;
  const value = state.contacts.known[kind] ?? '';
  return {kind, value, source: 'agent_asked', prefilled: value !== '', status: 'open'};
}

function offered(state: CallState, found: Required<Contact>): CapturePrompt | null {
  if (!isWanted(state, found.kind)) return null;
  if (state.contacts.confirmed[found.kind] === found.value) return null;
  const {capture} = state;
  // A whole new address, or a question answered aloud, takes the place of what the pill holds.
  if (capture && !(isOpen(capture) && capture.kind === found.kind)) return null;
  return {
    ...found,
    source: capture?.source ?? 'visitor_volunteered',
    prefilled: true,
    status: 'open',
  };
}

/** Whether the visitor can still change it. */
function isOpen({status}: CapturePrompt): boolean {
  return status === 'open' || status === 'invalid';
}

function isWanted({contacts}: CallState, kind: CaptureKind): boolean {
  return contacts.kinds.includes(kind) && !contacts.dismissed.includes(kind);
}

function confirm(
  state: CallState,
  capture: CapturePrompt,
  {id, kind, value}: Extract<CallEvent, {type: 'confirmCapture'}>,
): Step {
  if (!isOpen(capture)) return step(state);
  const {source, prefilled} = capture;
  return step(
    {...state, capture: {...capture, id, value, status: 'sending'}},
    {type: 'storeCapture', capture: {id, kind, value, source, prefilled}},
  );
}

function settle(
  state: CallState,
  {id, kind, source, status}: Extract<CallEvent, {type: 'captureSettled'}>,
): Step {
  const shown = state.capture?.id === id ? state.capture : null;
  const capture = shown ? {...shown, status} : state.capture;
  if (status === 'invalid') return step({...state, capture});
  const confirmed = shown
    ? {...state.contacts.confirmed, [kind]: shown.value}
    : state.contacts.confirmed;
  const next: CallState = {...state, capture, contacts: {...state.contacts, confirmed}};
  const stored = status === 'stored';
  const delayMs = stored ? STORED_SHOWN_MS : QUEUED_SHOWN_MS;
  const result = step(next, {type: 'later', delayMs, event: {type: 'captureDone', id}});
  if (!stored) return result;
  return step(
    next,
    ...result.effects,
    ...(isLive(state.stage)
      ? [{type: 'send', frame: {type: 'capture', kind, result: 'submitted'}} as const]
      : []),
    {type: 'announce', announcement: {type: 'capture', kind, source}},
  );
}
