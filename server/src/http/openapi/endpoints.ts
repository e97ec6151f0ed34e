/** Every endpoint, as the documentation shows it. */
import {z} from 'zod';
import {WIDGET_TOKEN_PATTERN} from '../../../../src/contract/index.js';
import {captureRequest, feedbackRequest, sessionRequest} from '../schemas.js';
import {
  alive,
  readiness,
  resolved,
  startedSession,
  storedCapture,
  storedFeedback,
  STREAM_PROTOCOLS,
} from './answers.js';

/** One endpoint: what it takes, what it answers, and how it refuses. */
export interface Endpoint {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As Express has it. */
  path: string;
  summary: string;
  description: string;
  tag: 'Widget' | 'Operator' | 'Operations';
  /** Whether it takes the session's token as a Bearer token. */
  isOfSession?: true;
  /** Whether it takes the dashboard's cookie, or a key. */
  isOfOperator?: true;
  query?: z.ZodType;
  body?: z.ZodType;
  answers: Readonly<Record<number, {description: string; schema?: z.ZodType; type?: string}>>;
  /** By status, in words; each has the error's body. */
  refusals?: Readonly<Record<number, string>>;
}

const UNREADABLE = {
  400: 'The body is not JSON, or a field is wrong; the message names it.',
  413: 'The body is larger than 64 KiB.',
  415: 'The content encoding or character set is not known.',
} as const;
const LIMITED = 'Too many requests from this address; `Retry-After` says how long to wait.';
const OFF_SITE = '`ORIGIN_NOT_ALLOWED`: the page’s registrable domain is not the widget’s.';

export const ENDPOINTS: readonly Endpoint[] = [
  {
    ...{method: 'post', path: '/api/widget/resolve', tag: 'Widget'},
    summary: 'What a page needs to show the widget',
    description:
      'Settings of the published revision, and a challenge for one session. Checked in this order: limit, `Origin`, token, origin, live.',
    body: z.object({token: z.string().regex(WIDGET_TOKEN_PATTERN)}),
    answers: {200: {description: 'The widget.', schema: resolved}},
    refusals: {
      ...UNREADABLE,
      401: '`ORIGIN_REQUIRED` without an `Origin` header; without a code: the token is not known.',
      403: OFF_SITE,
      409: 'The widget is not live.',
      429: LIMITED,
    },
  },
  {
    ...{method: 'post', path: '/api/sessions', tag: 'Widget'},
    summary: 'Start a conversation',
    description:
      'Takes the challenge of a resolve, once, and the counts of trusted events that show that a visitor is there. A bad `visitor_token` never costs the call: `visitorClaims` is null then.',
    body: sessionRequest,
    answers: {201: {description: 'The session, and where its stream is.', schema: startedSession}},
    refusals: {
      ...UNREADABLE,
      401: '`ORIGIN_REQUIRED`; without a code: the token is not known.',
      403: `${OFF_SITE} \`CHALLENGE_INVALID\`, \`CHALLENGE_EXPIRED\`, \`CHALLENGE_USED\`: resolve again. \`ENGAGEMENT_REQUIRED\`: nobody seems to be there. \`CONSENT_REQUIRED\`: the widget's text is to be agreed to first.`,
      409: 'The widget is not live.',
      429: `${LIMITED} Also where the address has its calls, or the widget its minutes of the day.`,
      503: 'Every line is taken; `Retry-After` says when to try again.',
    },
  },
  {
    ...{method: 'post', path: '/api/sessions/:id/captures', tag: 'Widget', isOfSession: true},
    summary: 'Store a contact detail that the visitor has confirmed',
    description:
      'Answered once the row is on disk. The same `id` is stored once, however often it is sent. Good until 24 hours after the call.',
    body: captureRequest,
    answers: {
      200: {description: 'Stored before: the row as it was first.', schema: storedCapture},
      201: {description: 'Stored.', schema: storedCapture},
    },
    refusals: {
      ...UNREADABLE,
      401: '`ORIGIN_REQUIRED`; without a code: the session token is missing, wrong or expired.',
      403: OFF_SITE,
      404: 'There is no such session.',
      422: '`INVALID_CAPTURE`: the value is not of its kind.',
      429: LIMITED,
    },
  },
  {
    ...{method: 'post', path: '/api/sessions/:id/feedback', tag: 'Widget', isOfSession: true},
    summary: 'Judge a message, or the whole conversation',
    description: 'After the stream has closed; before, a `feedback` frame does the same.',
    body: feedbackRequest,
    answers: {200: {description: 'What is stored.', schema: storedFeedback}},
    refusals: {
      ...UNREADABLE,
      401: '`ORIGIN_REQUIRED`; without a code: the session token is missing, wrong or expired.',
      403: OFF_SITE,
      404: 'There is no such session, or no such message in it.',
      429: LIMITED,
    },
  },
  {
    ...{method: 'get', path: '/api/sessions/:id/stream', tag: 'Widget'},
    summary: 'The conversation itself, a WebSocket',
    description: `Subprotocols \`${STREAM_PROTOCOLS}\`. Text frames are JSON objects with a \`type\`: from the widget the schema ClientFrame. Binary frames are PCM s16le mono, 20 ms each, at the rates that \`ready\` names. Refusals come as close codes 4401, 4403 and 4404 of an accepted connection, as a page sees no other.`,
    answers: {101: {description: 'Switching to WebSocket.'}},
  },
  {
    ...{method: 'get', path: '/healthz', tag: 'Operations'},
    summary: 'Whether the process lives',
    description: 'Readable from any page: `AIWWidget.diagnose()` asks it.',
    answers: {200: {description: 'It does.', schema: alive}},
  },
  {
    ...{method: 'get', path: '/readyz', tag: 'Operations'},
    summary: 'Whether calls are taken',
    description: 'For a proxy’s health check.',
    answers: {
      200: {description: 'They are.', schema: readiness},
      503: {description: 'Not yet, or not any more.', schema: readiness},
    },
  },
  {
    ...{method: 'get', path: '/api/openapi.json', tag: 'Operations'},
    summary: 'This document',
    description: 'OpenAPI 3.1.',
    answers: {200: {description: 'The document.', schema: z.object({openapi: z.string()})}},
  },
];
