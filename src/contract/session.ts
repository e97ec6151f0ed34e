import type {ErrorCode} from './errors.js';

/** What the visitor did before the call: counts of trusted events only (§4.4). */
export interface Engagement {
  /** What opened the panel: a visitor's press, or a rule. */
  opened_by: 'gesture' | 'trigger';
  /** Id of the rule that opened the panel; only with `opened_by: "trigger"`. */
  trigger_id?: string;
  /** Presses and movements of mouse or pen. */
  pointer_events: number;
  /** Keys. */
  key_events: number;
  /** Scrolls. */
  scroll_events: number;
  /** Touches. */
  touch_events: number;
  /** Time on the page while it was visible. */
  dwell_ms: number;
  /** From navigation start to the first trusted event; absent where there was none. */
  first_event_ms?: number;
}

/** The page on which a session starts. */
export interface PageInfo {
  /** Full address. */
  url: string;
  /** Title of the document. */
  title: string;
  /** Where the visitor came from; empty where the browser does not tell. */
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
  /** Public widget token. */
  token: string;
  /** `challenge.value` of the resolve answer. */
  challenge: string;
  /** What shows that a visitor is there. */
  engagement: Engagement;
  /** How it begins. */
  mode: SessionMode;
  /** The host site's HS256 JWT (§5). */
  visitor_token?: string;
  /** Where the visitor is. */
  page: PageInfo;
  /** BCP 47 tag the visitor reads. */
  locale?: string;
  /** Needed where the widget asks for consent; of the version it asks for now. */
  consent?: GivenConsent;
}

/** Claims of a verified visitor token (§5.3). For pre-filling and records only. */
export interface VisitorClaims {
  /** The host site's own id of the visitor. */
  sub: string;
  /** Fills the pill for the email address. */
  email?: string;
  /** Fills the pill for the phone number. */
  phone?: string;
  /** Fills the pill for the name. */
  name?: string;
}

/** Where the conversation runs. */
export type TransportInfo =
  | {kind: 'websocket'; url: string; protocol: string}
  | {kind: 'livekit'; url: string; token: string};

/** Why a visitor token was not believed; the session starts all the same (§9.3). */
export interface VisitorTokenError {
  /** Why. */
  error: Extract<ErrorCode, 'INVALID_VISITOR_TOKEN' | 'TOKEN_EXPIRED'>;
  /** One sentence that tells the site's developer what to do. */
  message: string;
}

/** Answer of `POST /api/sessions`, status 201. */
export interface SessionResponse {
  /** UUID. */
  sessionId: string;
  /** Bearer token of the stream and of captures; unpadded base64url. */
  sessionToken: string;
  /** RFC 3339. */
  expiresAt: string;
  /** Where the conversation runs. */
  transport: TransportInfo;
  /** Of a visitor token that was believed; null where there is none. */
  visitorClaims: VisitorClaims | null;
  /** Why a visitor token was not believed. */
  visitorTokenError?: VisitorTokenError;
}
