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
  /** By which the agent knows when to call it. */
  description: string;
  /** JSON schema of its arguments. */
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
  /** Voice, text or both, in mid-call. */
  | {type: 'mode'; value: CallMode}
  /** What the page tells the agent, of at most 8 KiB; replaces what was told before. */
  | {type: 'context'; facts: Record<string, unknown>}
  /** The functions of the page that the agent may call; replaces those declared before. */
  | {type: 'tools'; tools: ClientTool[]}
  /** What a function has answered; `error` is one of `TOOL_ERROR_CODES`. */
  | {type: 'toolResult'; callId: string; result?: unknown; error?: string}
  /** A typed message of at most 2,000 characters; the same `id` counts once. */
  | {type: 'text'; id: string; text: string}
  /** The visitor has muted the microphone, or lets it be heard again. */
  | {type: 'mic'; muted: boolean}
  /** How much of an agent message has left the loudspeaker. */
  | {type: 'playback'; messageId: string; playedMs: number; done: boolean}
  /** The visitor is on another page. */
  | {type: 'page'; url: string; title: string}
  /** What came of a `navigate`; `reason` says why not. */
  | {type: 'navigation'; id: string; result: NavigationResult; reason?: string}
  /** What became of a pill. Never the value: that travels by HTTP. */
  | {type: 'capture'; kind: CaptureKind; result: 'submitted' | 'dismissed'}
  /** A verdict on a message, or on the conversation. */
  | ({type: 'feedback'} & Feedback)
  /** The visitor hangs up. */
  | {type: 'end'};

/** What the agent is doing. */
export type AgentState = 'listening' | 'thinking' | 'speaking';

/** Who said a transcript entry. */
export type TranscriptRole = 'agent' | 'visitor';

/** Why a conversation is over. */
export type EndReason = 'agent' | 'visitor' | 'timeout' | 'limit' | 'shutdown';

/** A JSON event from the server before it is numbered. */
export type ServerEvent =
  /** The answer to `hello`: the rates of the binary frames, and whether a conversation goes on. */
  | {type: 'ready'; inputSampleRate: number; outputSampleRate: number; resumed: boolean}
  /** What the agent is doing now. */
  | {type: 'state'; value: AgentState}
  /** `text` is the whole text so far; an interrupted answer ends with what was heard. */
  | {type: 'transcript'; id: string; role: TranscriptRole; text: string; final: boolean}
  /** Binary frames that follow belong to this message until `audioEnd`. */
  | {type: 'audioStart'; messageId: string}
  /** The message's audio is complete. */
  | {type: 'audioEnd'; messageId: string}
  /** Barge-in: drop what is queued. */
  | {type: 'audioClear'}
  /** Where the visitor is to be taken; from the nav map only. */
  | {type: 'navigate'; id: string; label: string; url: string; sectionSelector?: string}
  /** A declared function is to be run, and answered by `toolResult`. */
  | {type: 'toolCall'; callId: string; name: string; arguments: Record<string, unknown>}
  /** Answers to offer below a message. */
  | {type: 'quickReplies'; messageId: string; replies: string[]}
  /** Something went wrong; after a fatal one the call is over. */
  | {type: 'error'; error: ErrorCode; message: string; fatal: boolean}
  /** The conversation is over, and why. */
  | {type: 'ended'; reason: EndReason};

/** JSON frames from the server: an event with its place in the session's order, from 1. */
export type ServerFrame = ServerEvent & {seq: number};
