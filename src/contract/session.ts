import type {ErrorCode} from './errors.js';

/** What the visitor did before the call: counts of trusted events only (§4.4). */
export interface Engagement {
  opened_by: 'gesture' | 'trigger';
  /** Id of the rule that opened the panel; only with `opened_by: "trigger"`. */
  trigger_id?: string;
  pointer_events: number;
  key_events: number;
  scroll_events: number;
  touch_events: number;
  /** Time on the page while it was visible. */
  dwell_ms: number;
  /** From navigation start to the first trusted event; absent where there was none. */
  first_event_ms?: number;
}

/** The page on which a session starts. */
export interface PageInfo {
  url: string;
  title: string;
  referrer: string;
}

/** What the visitor agreed to before their first call, and when. */
export interface GivenConsent {
  /** Of the text they agreed to. */
  version: string;
  /** RFC 3339, by the visitor's clock. */
  agreed_at: string;
}

/** How a session begins; it may change in mid-call. */
export type SessionMode = 'voice' | 'text';

/** Body of `POST /api/sessions`. */
export interface SessionRequest {
  token: string;
  challenge: string;
  engagement: Engagement;
  mode: SessionMode;
  /** The host site's HS256 JWT (§5). */
  visitor_token?: string;
  page: PageInfo;
  /** BCP 47 tag the visitor reads. */
  locale?: string;
  /** Needed where the widget asks for consent; of the version it asks for now. */
  consent?: GivenConsent;
}

/** Claims of a verified visitor token (§5.3). For pre-filling and records only. */
export interface VisitorClaims {
  sub: string;
  email?: string;
  phone?: string;
  name?: string;
}

/** Where the conversation runs. */
export type TransportInfo =
  | {kind: 'websocket'; url: string; protocol: string}
  | {kind: 'livekit'; url: string; token: string};

/** Why a visitor token was not believed; the session starts all the same (§9.3). */
export interface VisitorTokenError {
  error: Extract<ErrorCode, 'INVALID_VISITOR_TOKEN' | 'TOKEN_EXPIRED'>;
  message: string;
}

/** Answer of `POST /api/sessions`, status 201. */
export interface SessionResponse {
  sessionId: string;
  /** Bearer token of the stream and of captures; unpadded base64url. */
  sessionToken: string;
  /** RFC 3339. */
  expiresAt: string;
  transport: TransportInfo;
  visitorClaims: VisitorClaims | null;
  visitorTokenError?: VisitorTokenError;
}
