import type {RequestHandler} from 'express';
import {STREAM_PROTOCOL, type SessionResponse} from '../../../src/contract/index.js';
import type {Clock} from '../domain/clock.js';
import type {WidgetStore} from '../domain/widgets/widget-store.js';
import type {SessionRefusal, Sessions} from '../domain/admission/sessions.js';
import {secondsLeftOf} from '../domain/records/usage.js';
import {admit} from './admission.js';
import {answer} from './answer.js';
import {addressKey, type Limiter} from './limiter.js';
import {Problem} from './problem.js';
import {parseBody, sessionRequest} from './schemas.js';
import {serverUrl, streamUrl} from './server-url.js';

/** Seconds after which a full server is worth another try. */
const BUSY_RETRY = 5;

const RESOLVE_AGAIN = 'Resolve the widget again and start the session with the new challenge.';

const REFUSALS: Readonly<Record<Exclude<SessionRefusal, 'MINUTES_SPENT'>, Problem>> = {
  CHALLENGE_INVALID: new Problem(
    403,
    `The challenge was not made for this widget and this origin. ${RESOLVE_AGAIN}`,
    {code: 'CHALLENGE_INVALID'},
  ),
  CHALLENGE_EXPIRED: new Problem(
    403,
    `The challenge is older than five minutes. ${RESOLVE_AGAIN}`,
    {
      code: 'CHALLENGE_EXPIRED',
    },
  ),
  CHALLENGE_USED: new Problem(
    403,
    `The challenge has started a session already. ${RESOLVE_AGAIN}`,
    {
      code: 'CHALLENGE_USED',
    },
  ),
  ENGAGEMENT_REQUIRED: new Problem(
    403,
    'Nothing shows that a visitor is there. Start the session after a click, a touch or a key press, with the counts of trusted events.',
    {code: 'ENGAGEMENT_REQUIRED'},
  ),
  CONSENT_REQUIRED: new Problem(
    403,
    'The visitor has not agreed to the text that this widget asks with. Resolve it again, show them the text, and send its version with the session.',
    {code: 'CONSENT_REQUIRED'},
  ),
  BUSY: new Problem(
    503,
    'Every voice line is taken. Try again in a moment, or start a text session.',
    {
      retryAfter: BUSY_RETRY,
    },
  ),
  WIDGET_BUSY: new Problem(503, 'Every line of this widget is taken. Try again in a moment.', {
    retryAfter: BUSY_RETRY,
  }),
  ADDRESS_BUSY: new Problem(
    429,
    'Too many calls from this address at once. End one of them, or wait as long as Retry-After says.',
    {retryAfter: BUSY_RETRY},
  ),
};

function refusalOf(refusal: SessionRefusal, now: number): Problem {
  if (refusal !== 'MINUTES_SPENT') return REFUSALS[refusal];
  return new Problem(
    429,
    "The widget's minutes of this day are used up. Wait as long as Retry-After says, or have its operator raise minutesPerDay.",
    {retryAfter: secondsLeftOf(now)},
  );
}

/** Refusals that leave the visitor's limit as it was. */
const UNCOUNTED: readonly SessionRefusal[] = [
  'ENGAGEMENT_REQUIRED',
  'CONSENT_REQUIRED',
  'BUSY',
  'WIDGET_BUSY',
  'MINUTES_SPENT',
];

/** `POST /api/sessions`. */
export function sessionHandler({
  widgets,
  sessions,
  limiter,
  publicUrl,
  clock,
}: {
  widgets: WidgetStore;
  sessions: Sessions;
  limiter: Limiter;
  publicUrl: string | null;
  clock: Clock;
}): RequestHandler {
  return async (request, response) => {
    const {widget, origin} = await admit(request, widgets);
    const body = parseBody(sessionRequest, request.body);
    const started = await sessions.start(widget, body, origin, addressKey(request));
    if (typeof started === 'string') {
      if (UNCOUNTED.includes(started)) await limiter.forgive(request);
      throw refusalOf(started, clock.now());
    }
    const session: SessionResponse = {
      ...started,
      transport: {
        kind: 'websocket',
        url: streamUrl(serverUrl(request, publicUrl), started.sessionId),
        protocol: STREAM_PROTOCOL,
      },
    };
    response.locals['sessionId'] = started.sessionId;
    answer(response, 201, session);
  };
}
