import type {
  Agent,
  Appearance,
  CaptureKind,
  Consent,
  ConversationSettings,
  Navigation,
  Trigger,
} from '../../../../src/contract/index.js';

/** What an operator decides about an agent; only the {@link Agent} part leaves the server. */
export interface AgentSettings extends Agent {
  /** How to behave, in the operator's words; part of the prompt of a language model. */
  instructions?: string;
  /** Name of a voice of the configured mouth. */
  voice?: string;
}

/** What a widget may be used for; what is absent is not limited. */
export interface CallLimits {
  /** A call is ended after this many seconds. */
  maxCallSeconds: number;
  /** A call in which nobody speaks or types is ended after this many seconds. */
  idleSeconds: number;
  /** Calls of this widget at once, spoken and typed. */
  callsAtOnce?: number;
  /** Calls of one address at once; absent: as many as may begin in the time of the rate limit. */
  callsPerAddress?: number;
  /** Minutes of talk a day, in UTC. */
  minutesPerDay?: number;
  /** Whether pages of the visitor's own machine may use it; absent: they may (§2.4). */
  allowLocalhost?: boolean;
}

/** Where a widget may stand. */
export interface Site {
  /** Registrable, ASCII form. */
  domain: string;
  allowLocalhost: boolean;
  /** Of a draft that an operator tries: the one page that may use it. */
  previewOrigin?: string;
}

export function siteOf({domain, limits}: Pick<WidgetSettings, 'domain' | 'limits'>): Site {
  return {domain, allowLocalhost: limits.allowLocalhost ?? true};
}

/** Where a widget, or a draft on trial, may stand. */
export function siteOfWidget({settings, previewOrigin}: PublishedWidget): Site {
  return {...siteOf(settings), ...(previewOrigin !== undefined && {previewOrigin})};
}

/** One revision of a widget: everything an operator edits and publishes. */
export interface WidgetSettings {
  name: string;
  /** Registrable domain, ASCII form. */
  domain: string;
  pageUrl: string;
  agent: AgentSettings;
  /** What the agent knows, as Markdown. */
  knowledge: string;
  appearance: Appearance;
  /** BCP 47. */
  locale: string;
  modes: {voice: boolean; text: boolean};
  conversation?: ConversationSettings;
  triggers: Trigger[];
  navigation: Navigation;
  identity: {enabled: boolean};
  capture: {kinds: CaptureKind[]};
  /** How visitors are told that an AI speaks; empty or absent: in the widget's own words. */
  disclosure?: string;
  consent?: Consent;
  limits: CallLimits;
}

/** A widget as the public endpoints see it: its published revision. */
export interface PublishedWidget {
  id: string;
  revisionId: string;
  status: 'live' | 'draft' | 'paused';
  settings: WidgetSettings;
  /** Of a draft that an operator tries: the one page that may use it. */
  previewOrigin?: string;
}
