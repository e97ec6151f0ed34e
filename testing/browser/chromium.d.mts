/** Path of a Chromium or Chrome; throws one line that says how to get one. */
export function chromiumPath(): string;

/** Flags for a quiet browser: no sandbox (containers run as root), no calls home. */
export const CHROMIUM_ARGS: readonly string[];
