import {
  CHALLENGE_TTL_MS,
  STREAM_PROTOCOL,
  type Capture,
  type CaptureRequest,
  type FeedbackRequest,
  type ResolveResponse,
  type SessionResponse,
} from '../../src/contract/index.js';

/** A well-formed widget token; `last` tells several apart, 0 to 15. */
export const widgetToken = (last = 0) =>
  `wt_${'0123456789abcdef'.repeat(2).slice(1)}${last.toString(16)}`;

const inMs = (ms: number) => new Date(Date.now() + ms).toISOString();

/** Settings of a live widget; `count` tells its challenge from those of other answers. */
export function resolveResponse(
  count = 1,
  changes: Partial<ResolveResponse> = {},
): ResolveResponse {
  return {
    widgetId: 'w1',
    agent: {name: 'Ava', greeting: 'Hi, I’m Ava.'},
    appearance: {},
    locale: 'en',
    modes: {voice: true, text: true},
    triggers: [],
    navigation: {enabled: true, targets: []},
    identity: {enabled: false},
    capture: {kinds: ['email', 'phone', 'name']},
    challenge: {value: `challenge-${count}`, expiresAt: inMs(CHALLENGE_TTL_MS)},
    ...changes,
  };
}

/** A session on a stream of `baseUrl`; `count` tells it from others. */
export function sessionResponse(
  baseUrl: string,
  count = 1,
  changes: Partial<SessionResponse> = {},
): SessionResponse {
  const sessionId = `s${count}`;
  return {
    sessionId,
    sessionToken: `token-${count}`,
    expiresAt: inMs(3_600_000),
    transport: {
      kind: 'websocket',
      url: `${baseUrl.replace(/^http/, 'ws')}/api/sessions/${sessionId}/stream`,
      protocol: STREAM_PROTOCOL,
    },
    visitorClaims: null,
    ...changes,
  };
}

/** What the backend stores of a capture. */
export function captureFrom({id, kind, value, source, prefilled}: CaptureRequest): Capture {
  return {id, sessionId: 's1', kind, value, source, prefilled, createdAt: inMs(0)};
}

/** What the backend stores of a verdict. */
export function feedbackFrom({message_id: messageId, rating, comment}: FeedbackRequest) {
  return {messageId: messageId ?? null, rating, comment: comment ?? null, at: inMs(0)};
}
