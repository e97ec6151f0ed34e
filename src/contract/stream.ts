import type {CaptureKind} from './capture.js';
import type {ErrorCode} from './errors.js';
import type {Feedback} from './feedback.js';
import type {SessionMode} from './session.js';

/** WebSocket subprotocol of a conversation. */
export const STREAM_PROTOCOL = 'aiw.v1';

/** Prefix of the second subprotocol offered, which carries the session token. */
export const TOKEN_PROTOCOL_PREFIX = 'aiw.token.';

/** Close codes after which the widget does not reconnect. */
export const STREAM_CLOSE = {
  /** A frame broke the contract; the reason says which. */
  violation: 1008,
  token: 4401,
  origin: 4403,
  gone: 4404,
  replaced: 4409,
} as const;

/** Mode of a call under way. */
export type CallMode = SessionMode | 'both';

/** JSON schema of a client tool's arguments, passed through as it is. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A function of the host page that the agent may call. */
export interface ClientTool {
  /** One to 64 letters, digits, `_` or `-`. */
  name: string;
  description: string;
  parameters: JsonSchema;
  /** How long it may take, in milliseconds; `TOOL_TIMEOUT_MS` where absent. */
  timeoutMs?: number;
}

/** What came of a `navigate` event. */
export type NavigationResult = 'done' | 'unconfirmed' | 'refused';

/** JSON frames from the widget. Binary frames beside them are PCM s16le mono, 20 ms each. */
export type ClientFrame =
  /** Starts the conversation, or resumes it after the last event seen. */
  | {type: 'hello'; mode: CallMode; lastSeq?: number}
  | {type: 'mode'; value: CallMode}
  | {type: 'context'; facts: Record<string, unknown>}
  | {type: 'tools'; tools: ClientTool[]}
  /** `error` is one of `TOOL_ERROR_CODES`. */
  | {type: 'toolResult'; callId: string; result?: unknown; error?: string}
  | {type: 'text'; id: string; text: string}
  | {type: 'mic'; muted: boolean}
  /** How much of an agent message has left the loudspeaker. */
  | {type: 'playback'; messageId: string; playedMs: number; done: boolean}
  | {type: 'page'; url: string; title: string}
  | {type: 'navigation'; id: string; result: NavigationResult; reason?: string}
  /** Never the value: that travels by HTTP. */
  | {type: 'capture'; kind: CaptureKind; result: 'submitted' | 'dismissed'}
  | ({type: 'feedback'} & Feedback)
  | {type: 'end'};

/** What the agent is doing. */
export type AgentState = 'listening' | 'thinking' | 'speaking';

/** Who said a transcript entry. */
export type TranscriptRole = 'agent' | 'visitor';

/** Why a conversation is over. */
export type EndReason = 'agent' | 'visitor' | 'timeout' | 'limit' | 'shutdown';

/** A JSON event from the server before it is numbered. */
export type ServerEvent =
  | {type: 'ready'; inputSampleRate: number; outputSampleRate: number; resumed: boolean}
  | {type: 'state'; value: AgentState}
  /** `text` is the whole text so far; an interrupted answer ends with what was heard. */
  | {type: 'transcript'; id: string; role: TranscriptRole; text: string; final: boolean}
  /** Binary frames that follow belong to this message until `audioEnd`. */
  | {type: 'audioStart'; messageId: string}
  | {type: 'audioEnd'; messageId: string}
  /** Barge-in: drop what is queued. */
  | {type: 'audioClear'}
  /** From the nav map only. */
  | {type: 'navigate'; id: string; label: string; url: string; sectionSelector?: string}
  | {type: 'toolCall'; callId: string; name: string; arguments: Record<string, unknown>}
  | {type: 'quickReplies'; messageId: string; replies: string[]}
  | {type: 'error'; error: ErrorCode; message: string; fatal: boolean}
  | {type: 'ended'; reason: EndReason};

/** JSON frames from the server: an event with its place in the session's order, from 1. */
export type ServerFrame = ServerEvent & {seq: number};
