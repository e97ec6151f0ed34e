import {ApiError} from '../api/client.js';

/** A word to the operator, seen for a moment and read aloud. */
export interface Notice {
  text: string;
  isError: boolean;
}

/** Tells the shell of notices. */
export const notices = new EventTarget();

export function notify(text: string): void {
  tell({text, isError: false});
}

/** Says what went wrong, in the server's own words. */
export function notifyError(error: unknown): void {
  if (!(error instanceof ApiError)) throw error;
  tell({text: error.message, isError: true});
}

function tell(notice: Notice): void {
  notices.dispatchEvent(new CustomEvent<Notice>('notice', {detail: notice}));
}
