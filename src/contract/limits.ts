/** Largest JSON request body, in bytes; more is refused with 413. */
export const MAX_BODY_BYTES = 64 * 1024;

/** Longest typed message, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 2000;

/** Longest comment of a verdict, in UTF-16 code units. */
export const MAX_COMMENT_LENGTH = 1000;

/** Length of one audio frame sent up, in milliseconds. */
export const FRAME_MS = 20;

/** How long a dropped stream may be resumed, in milliseconds. */
export const RESUME_WINDOW_MS = 30_000;

/** How long a challenge is good, in milliseconds. */
export const CHALLENGE_TTL_MS = 5 * 60_000;

/** How long after a call's end its session token still stores captures and feedback, in milliseconds. */
export const CAPTURE_GRACE_MS = 24 * 60 * 60_000;
