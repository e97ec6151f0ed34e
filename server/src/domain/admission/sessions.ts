import {randomUUID} from 'node:crypto';
import {
  CAPTURE_GRACE_MS,
  type ErrorCode,
  type SessionRequest,
  type VisitorClaims,
  type VisitorTokenError,
} from '../../../../src/contract/index.js';
import type {NoPlace} from '../calls/call-directory.js';
import type {Calls, Reservation} from '../calls/calls.js';
import type {Challenges, CheckedChallenge} from './challenge.js';
import {timestamp, type Clock} from '../clock.js';
import {isConsented, recordedConsent} from '../widgets/consent.js';
import {isEngaged} from './engagement.js';
import type {SessionStore} from '../records/session-store.js';
import type {SessionTokens} from './session-token.js';
import {dayOf, levelOf, type UsageStore} from '../records/usage.js';
import {verifyVisitorToken} from './visitor-token.js';
import type {PublishedWidget} from '../widgets/widget.js';
import type {Widgets} from '../widgets/widgets.js';

/** Why a session was not started. */
export type SessionRefusal =
  | Extract<
      ErrorCode,
      | 'CHALLENGE_INVALID'
      | 'CHALLENGE_EXPIRED'
      | 'CHALLENGE_USED'
      | 'ENGAGEMENT_REQUIRED'
      | 'CONSENT_REQUIRED'
    >
  | NoPlace
  | 'MINUTES_SPENT';

/** A session that may begin: its call waits for the visitor's stream. */
export interface StartedSession {
  sessionId: string;
  sessionToken: string;
  /** RFC 3339. */
  expiresAt: string;
  visitorClaims: VisitorClaims | null;
  visitorTokenError?: VisitorTokenError;
}

/** What {@link Sessions} is wired from. */
export interface SessionsOptions {
  store: SessionStore;
  widgets: Widgets;
  challenges: Challenges;
  tokens: SessionTokens;
  calls: Calls;
  usage: UsageStore;
  clock: Clock;
}

/** Longest address, title and referrer kept, in characters. */
const MAX_URL = 2048;
const MAX_TITLE = 300;

/** Starts sessions. */
export class Sessions {
  readonly #options: SessionsOptions;

  constructor(options: SessionsOptions) {
    this.#options = options;
  }

  /**
   * The origin rule was checked before.
   *
   * @param origin - Of the request: the challenge is bound to it.
   * @param address - Of the visitor, as it is counted.
   */
  async start(
    widget: PublishedWidget,
    request: SessionRequest,
    origin: string,
    address: string,
  ): Promise<StartedSession | SessionRefusal> {
    const {store, challenges, calls} = this.#options;
    const challenge = challenges.check(request.challenge, widget.id, origin);
    if (typeof challenge === 'string') return challenge;
    if (await store.isChallengeUsed(challenge.nonce)) return 'CHALLENGE_USED';
    if (!isEngaged(request.engagement, widget.settings.triggers)) return 'ENGAGEMENT_REQUIRED';
    if (!isConsented(widget.settings.consent, request.consent)) return 'CONSENT_REQUIRED';
    if (await this.#areMinutesSpent(widget)) return 'MINUTES_SPENT';
    const id = randomUUID();
    const place = await calls.reserve(request.mode, {id, widget, address});
    if (typeof place === 'string') return place;
    try {
      return await this.#startIn(place, {id, widget, request, origin, challenge});
    } finally {
      place.cancel();
    }
  }

  async #areMinutesSpent({id, settings}: PublishedWidget): Promise<boolean> {
    const {usage, clock} = this.#options;
    const {minutesPerDay} = settings.limits;
    if (minutesPerDay === undefined) return false;
    return levelOf(await usage.seconds(id, dayOf(clock.now())), minutesPerDay) === 'stop';
  }

  async #startIn(
    place: Reservation,
    {id, widget, request, origin, challenge}: Admitted,
  ): Promise<StartedSession | SessionRefusal> {
    const {store, clock, tokens, widgets} = this.#options;
    const now = clock.now();
    const visitor = await readVisitor(widgets, widget, request.visitor_token, now);
    const page = trimPage(request.page);
    const isCreated = await store.create({
      id,
      widgetId: widget.id,
      revisionId: widget.revisionId,
      origin,
      mode: request.mode,
      engagement: request.engagement,
      page,
      locale: request.locale ?? null,
      claims: visitor.visitorClaims,
      consent: recordedConsent(widget.settings.consent, request.consent, now),
      ...(widget.previewOrigin !== undefined && {isPreview: true}),
      startedAt: timestamp(now),
      challenge,
    });
    if (!isCreated) return 'CHALLENGE_USED';
    const {locale = null} = request;
    place.start({page: {url: page.url, title: page.title}, locale});
    const expiresAt = now + widget.settings.limits.maxCallSeconds * 1000 + CAPTURE_GRACE_MS;
    return {
      sessionId: id,
      sessionToken: tokens.mint(id, expiresAt),
      expiresAt: timestamp(expiresAt),
      ...visitor,
    };
  }
}

/** A request that may become a session, if its challenge is unused. */
interface Admitted {
  id: string;
  widget: PublishedWidget;
  request: SessionRequest;
  origin: string;
  challenge: CheckedChallenge;
}

type Visitor = Pick<StartedSession, 'visitorClaims' | 'visitorTokenError'>;

async function readVisitor(
  widgets: Widgets,
  widget: PublishedWidget,
  token: string | undefined,
  now: number,
): Promise<Visitor> {
  if (!token || !widget.settings.identity.enabled) return {visitorClaims: null};
  const secrets = await widgets.secretsAt(widget.id, timestamp(now));
  const result = await verifyVisitorToken(token, secrets, now);
  return 'error' in result
    ? {visitorClaims: null, visitorTokenError: result}
    : {visitorClaims: result};
}

function trimPage({url, title, referrer}: SessionRequest['page']): SessionRequest['page'] {
  return {
    url: url.slice(0, MAX_URL),
    title: title.slice(0, MAX_TITLE),
    referrer: referrer.slice(0, MAX_URL),
  };
}
