import type {
  Capture,
  EndReason,
  Engagement,
  PageInfo,
  SessionMode,
  TranscriptRole,
  VisitorClaims,
} from '../../../../src/contract/index.js';
import type {CheckedChallenge} from '../admission/challenge.js';
import type {AnswerNote} from '../calls/conversation.js';
import type {PublishedWidget, Site} from '../widgets/widget.js';

/** The version of a consent text that a visitor agreed to, and when. */
export interface ConsentRecord {
  version: string;
  agreedAt: string;
}

/** A session to be stored together with the use of its challenge. */
export interface NewSession {
  id: string;
  widgetId: string;
  revisionId: string;
  origin: string;
  mode: SessionMode;
  engagement: Engagement;
  page: PageInfo;
  locale: string | null;
  claims: VisitorClaims | null;
  consent: ConsentRecord | null;
  /** Whether an operator tries a draft. */
  isPreview?: boolean;
  startedAt: string;
  challenge: CheckedChallenge;
}

/** A stored session. */
export interface SessionRecord {
  id: string;
  widgetId: string;
  origin: string;
  mode: SessionMode;
  page: PageInfo;
  locale: string | null;
  /** Null where none was asked for. */
  consent: ConsentRecord | null;
  startedAt: string;
  firstAudioAt: string | null;
  /** When it began to count: its first audio, or the visitor's first words. */
  usedAt: string | null;
  endedAt: string | null;
  endReason: EndReason | null;
  cost: SessionCost;
}

/** Tokens of a language model, as its endpoint counts them. */
export interface Tokens {
  promptTokens: number;
  completionTokens: number;
}

/** What a session has cost. Without a language model there are no tokens. */
export interface SessionCost extends Tokens {
  /** From its first use to its end; 0 while it is under way. */
  seconds: number;
}

/** One final entry of a transcript. */
export interface Turn {
  id: string;
  role: TranscriptRole;
  /** As said by the visitor, or as heard by them. */
  text: string;
  at: string;
}

/** A page of a call's trail. */
export interface VisitedPage {
  url: string;
  title: string;
  at: string;
}

/** A visitor's verdict. */
export interface Feedback {
  messageId: string | null;
  rating: number;
  comment: string | null;
  at: string;
}

/** A session whose call was with another process, as far as it is stored. */
export interface LeftCall {
  /** As the session's own revision has it. */
  widget: PublishedWidget;
  /** The last one of its trail. */
  page: {url: string; title: string};
  locale: string | null;
  startedAt: string;
  firstAudioAt: string | null;
  usedAt: string | null;
  turns: Turn[];
}

/** Everything kept about one session. */
export interface SessionDetails extends SessionRecord {
  engagement: Engagement;
  claims: VisitorClaims | null;
  turns: Turn[];
  captures: Capture[];
  pages: VisitedPage[];
  feedback: Feedback[];
}

/** Sessions, their turns and captures. */
export interface SessionStore {
  /** In one transaction with the use of the challenge. False: the challenge was used before. */
  create(session: NewSession): Promise<boolean>;
  isChallengeUsed(nonce: string): Promise<boolean>;
  byId(id: string): Promise<SessionRecord | null>;
  /** Where the widget of a session may stand. */
  siteOf(id: string): Promise<Site | null>;
  details(id: string): Promise<SessionDetails | null>;
  /** Newest first. */
  list(limit: number): Promise<SessionRecord[]>;
  firstAudio(id: string, at: string): Promise<void>;
  use(id: string, at: string): Promise<void>;
  /** Adds to what the session has cost. */
  addTokens(id: string, tokens: Tokens): Promise<void>;
  /** The call goes on in this process from now on. Null: the session is over, or there is none. */
  takeOver(id: string): Promise<LeftCall | null>;
  /** Does nothing where the session is over, or is another process's by now. */
  end(id: string, reason: EndReason, at: string): Promise<void>;
  /** Stores a turn, or its text anew where the id is known. Without text it was never said: it goes. */
  putTurn(id: string, turn: Turn): Promise<void>;
  /** Notes how an answer came; nothing where its turn is not stored. */
  noteAnswer(id: string, note: AnswerNote): Promise<void>;
  addPage(id: string, page: VisitedPage): Promise<void>;
  /**
   * Stores a verdict in the place of an earlier one on the same message, or on the whole. False:
   * the message is not of this session.
   */
  putFeedback(id: string, feedback: Feedback): Promise<boolean>;
}
