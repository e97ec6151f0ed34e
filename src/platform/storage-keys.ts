/** Where captures wait for the backend's acknowledgement. */
export const CAPTURES_KEY = 'captures';

/** Session: the call under way, while one page of the tab is left and the next one loads. */
export const CALL_KEY = 'call';

/** Local: when each rule with a cooldown in days fired last. Session: rules fired once a session. */
export const FIRINGS_KEY = 'firings';

/** Local: number of visits, where a rule asks for it. Session: this visit is counted. */
export const VISITS_KEY = 'visits';

/** Session: the visitor has closed the panel. */
export const CLOSED_KEY = 'closed';

/** Local: the visitor wants no teaser. */
export const NO_TEASER_KEY = 'no-teaser';

/** What every key of a widget in the browser's storage begins with. */
export function storagePrefix(token: string): string {
  return `aiw:${token}:`;
}

/** Tokens whose site allows nothing in the browser's storage: all is in the page's memory. */
export const unstored = new Set<string>();

/** Whether an earlier page left something to be done: captures to be sent, or a call. */
export function hasLeftovers(token: string): boolean {
  try {
    const prefix = storagePrefix(token);
    return (
      !unstored.has(token) &&
      (prefix + CAPTURES_KEY in localStorage || prefix + CALL_KEY in sessionStorage)
    );
  } catch {
    // Blocked storage holds none.
    return false;
  }
}
