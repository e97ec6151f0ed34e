/** Codes of the `error` field of an HTTP error body or an `error` stream event. */
export const ERROR_CODES = [
  'ORIGIN_REQUIRED',
  'ORIGIN_NOT_ALLOWED',
  'CHALLENGE_INVALID',
  'CHALLENGE_EXPIRED',
  'CHALLENGE_USED',
  'ENGAGEMENT_REQUIRED',
  'CONSENT_REQUIRED',
  'INVALID_CAPTURE',
  'INVALID_VISITOR_TOKEN',
  'TOKEN_EXPIRED',
  'VOICE_UNAVAILABLE',
  'AGENT_FAILED',
] as const;

/** One of {@link ERROR_CODES}. */
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Codes of the `error` field of a `toolResult` frame. */
export const TOOL_ERROR_CODES = [
  'TOOL_NOT_FOUND',
  'TOOL_ARGUMENTS_INVALID',
  'TOOL_TIMEOUT',
  'TOOL_FAILED',
  'TOOL_RESULT_INVALID',
] as const;

/** One of {@link TOOL_ERROR_CODES}. */
export type ToolErrorCode = (typeof TOOL_ERROR_CODES)[number];

/** Body of every HTTP error. `error` is absent exactly where §9.2 says "(none)" or "n/a". */
export interface ErrorBody {
  /** Stable, for programs. */
  error?: ErrorCode;
  /** One sentence that tells the reader what to do next. */
  message: string;
}
