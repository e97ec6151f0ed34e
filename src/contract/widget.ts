import type {CaptureKind} from './capture.js';
import type {Navigation} from './navigation.js';
import type {Trigger} from './triggers.js';

/** Who the visitor talks to. */
export interface Agent {
  /** As visitors see it. */
  name: string;
  /** First words of every call, shown and spoken. */
  greeting: string;
  /** Address of its picture. */
  avatarUrl?: string;
  /** Questions to offer before the first one, at most four. */
  suggestions?: string[];
}

/** How the widget looks on this site. Everything is optional; the element's own attributes win. */
export interface Appearance {
  /** Any CSS colour; all of the orb's and panel's accents come from it. */
  accent?: string;
  /** `auto`: by the page's and the system's own. */
  colorScheme?: 'auto' | 'light' | 'dark';
  /** `inline`: in the page's flow, where the element stands; always with a `variant`. */
  placement?: 'bottom-right' | 'bottom-left' | 'top-right' | 'top-left' | 'inline';
  /** The launcher: an orb, a pill with orb and label, or the panel itself, which stands inline. Absent: an orb in a corner. */
  variant?: 'orb' | 'pill' | 'panel';
  /** Text of the launcher's label, such as "Talk to Ava". */
  launcherLabel?: string;
}

/** How visitors talk to the agent. Everything is optional; the element's own attributes win. */
export interface ConversationSettings {
  /** The microphone is muted unless the talk button is held. */
  pushToTalk?: boolean;
  /** A call begins with the microphone muted. */
  startMuted?: boolean;
}

/** A text the visitor accepts before the first call. */
export interface Consent {
  /** What the visitor agrees to. */
  text: string;
  /** Page that says more of it. */
  policyUrl?: string;
}

/** A {@link Consent} as it is asked for: another text or link is another version. */
export interface AskedConsent extends Consent {
  /** Opaque; the backend's fingerprint of text and link. */
  version: string;
}

/** Proof that the page which resolved is the page which starts a session (§3.2). Opaque. */
export interface Challenge {
  /** For one session, from the same origin, within five minutes. */
  value: string;
  /** RFC 3339. */
  expiresAt: string;
}

/** Body of `POST /api/widget/resolve`. */
export interface ResolveRequest {
  /** `wt_` and 32 lower-case hexadecimal digits. */
  token: string;
}

/** Answer of `POST /api/widget/resolve`: the published revision, never the draft. */
export interface ResolveResponse {
  /** UUID of the widget. */
  widgetId: string;
  /** Who the visitor talks to. */
  agent: Agent;
  /** How the widget looks. */
  appearance: Appearance;
  /** BCP 47 tag of the agent's language. */
  locale: string;
  /** How visitors may talk. */
  modes: {voice: boolean; text: boolean};
  /** How a call begins. */
  conversation?: ConversationSettings;
  /** Rules that open the widget by themselves. */
  triggers: Trigger[];
  /** Where the agent may take the visitor. */
  navigation: Navigation;
  /** Whether visitor tokens are believed. */
  identity: {enabled: boolean};
  /** Which contact details are asked for. */
  capture: {kinds: CaptureKind[]};
  /** How visitors are told that an AI speaks, where the operator has words of their own for it. */
  disclosure?: string;
  /** What visitors agree to before their first call, where there is something. */
  consent?: AskedConsent;
  /** What the session is started with. */
  challenge: Challenge;
}
