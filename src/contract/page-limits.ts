/** Limits of what a host page gives: apart, as only pages that give something fetch them. */

/** Largest `context` frame's facts as JSON, in bytes. */
export const MAX_FACTS_BYTES = 8 * 1024;

/** Most functions that a page may declare. */
export const MAX_TOOLS = 32;

/** Largest `tools` frame's declarations as JSON, in bytes. */
export const MAX_TOOLS_BYTES = 32 * 1024;

/** Largest result of a page's function as JSON, in bytes. */
export const MAX_TOOL_RESULT_BYTES = 8 * 1024;

/** How long a page's function may take where it does not say, in milliseconds. */
export const TOOL_TIMEOUT_MS = 10_000;

/** Longest time that a page may give one of its functions, in milliseconds. */
export const MAX_TOOL_TIMEOUT_MS = 60_000;
