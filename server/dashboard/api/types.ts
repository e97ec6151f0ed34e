/** What the operators' API answers; described in full at `/api/docs`. */
import type {CaptureKind, Navigation, Trigger} from '../../../src/contract/index.js';

export type Role = 'viewer' | 'editor' | 'owner';

/** Who is signed in, and whether anybody can. */
export interface Who {
  isSetUp: boolean;
  operator: {id: string; name: string; email: string; role: Role; hasSecondFactor: boolean} | null;
  account: {id: string; name: string} | null;
}

export interface WidgetSummary {
  id: string;
  token: string;
  status: 'live' | 'draft' | 'paused';
  name: string;
  domain: string;
  pageUrl: string;
  createdAt: string;
  isChanged: boolean;
}

/** Everything an operator decides about a widget. */
export interface Settings {
  name: string;
  domain: string;
  pageUrl: string;
  agent: {
    name: string;
    greeting: string;
    avatarUrl?: string;
    suggestions?: string[];
    instructions?: string;
    voice?: string;
  };
  knowledge: string;
  appearance: {
    accent?: string;
    colorScheme?: 'auto' | 'light' | 'dark';
    placement?: string;
    variant?: 'orb' | 'pill' | 'panel';
    launcherLabel?: string;
  };
  locale: string;
  modes: {voice: boolean; text: boolean};
  conversation?: {pushToTalk?: boolean; startMuted?: boolean};
  triggers: Trigger[];
  navigation: Navigation;
  identity: {enabled: boolean};
  capture: {kinds: CaptureKind[]};
  disclosure?: string;
  consent?: {text: string; policyUrl?: string};
  limits: {
    maxCallSeconds: number;
    idleSeconds: number;
    callsAtOnce?: number;
    callsPerAddress?: number;
    minutesPerDay?: number;
    allowLocalhost?: boolean;
  };
}

/** Changes of a draft; null takes a setting away. */
export type SettingsChanges = {[Key in keyof Settings]?: Settings[Key] | null};

export interface Advice {
  step: number;
  isNeeded: boolean;
  message: string;
}

export interface Retention {
  transcriptDays: number | null;
  captureDays: number | null;
}

export interface Widget extends WidgetSummary {
  settings: Settings;
  retention: Retention;
  webhookUrl: string | null;
  previousSecretUntil: string | null;
  publishedRevisionId: string | null;
  advice: Advice[];
  seen: {at: string; origin: string} | null;
}

export interface Difference {
  path: string;
  before: string | null;
  after: string | null;
}

export interface Revision {
  id: string;
  number: number;
  publishedAt: string;
}

export interface Finding {
  about: string;
  verdict: 'ok' | 'warning' | 'fault';
  message: string;
  paste?: string;
}

export interface ImportState {
  state: 'none' | 'running' | 'done' | 'failed';
  pages: {url: string; characters?: number; fault?: string}[];
  markdown: string;
}

/** A part of a long list. */
export interface Listed<Entry> {
  entries: Entry[];
  hasMore: boolean;
}

export interface Lead {
  sessionId: string;
  widgetId: string;
  pageUrl: string;
  at: string;
  name: string | null;
  email: string | null;
  phone: string | null;
}

export interface ConversationSummary {
  id: string;
  widgetId: string;
  mode: 'voice' | 'text';
  pageUrl: string;
  startedAt: string;
  endedAt: string | null;
  endReason: string | null;
  seconds: number;
  turns: number;
  captures: number;
  unanswered: number;
  rating: number | null;
  firstWords: string | null;
  isPreview: boolean;
}

export interface Conversation {
  id: string;
  widgetId: string;
  origin: string;
  mode: 'voice' | 'text';
  page: {url: string; title: string; referrer: string};
  locale: string | null;
  consent: {version: string; agreedAt: string} | null;
  startedAt: string;
  usedAt: string | null;
  endedAt: string | null;
  endReason: string | null;
  cost: {seconds: number; promptTokens: number; completionTokens: number};
  claims: {sub: string; email?: string; phone?: string; name?: string} | null;
  turns: {id: string; role: 'agent' | 'visitor'; text: string; at: string}[];
  /** By the id of the turn. */
  answers: Record<string, {latencyMs: number | null; isUnanswered: boolean}>;
  captures: {id: string; kind: CaptureKind; value: string; source: string; createdAt: string}[];
  pages: {url: string; title: string; at: string}[];
  feedback: {messageId: string | null; rating: number; comment: string | null; at: string}[];
  isPreview: boolean;
  /** Whether its call is live in the process that answered. */
  isHere: boolean;
  /** The operator who has taken it over. */
  speaker: string | null;
}

export interface DayOfUse {
  day: string;
  calls: number;
  minutes: number;
  leads: number;
  questions: number;
  unanswered: number;
  latencyMs: number | null;
}

export interface Usage {
  days: DayOfUse[];
  unanswered: {text: string; at: string; id: string}[];
}

export interface Person {
  id: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: string;
}

export interface Invite {
  id: string;
  role: Role;
  email: string | null;
  createdAt: string;
  expiresAt: string;
}

export interface ApiKey {
  id: string;
  name: string;
  role: Role;
  hint: string;
  createdAt: string;
  usedAt: string | null;
}

export interface SignIn {
  id: string;
  at: string;
  expiresAt: string;
  address: string | null;
  browser: string | null;
  isThis: boolean;
}

export interface Delivery {
  id: string;
  widgetId: string;
  sessionId: string;
  type: string;
  createdAt: string;
  attempts: number;
  dueAt: string | null;
  deliveredAt: string | null;
  lastAnswer: string | null;
}

export interface AuditEntry {
  at: string;
  actor: string;
  action: string;
  widgetId: string | null;
  details: Record<string, unknown>;
}
