import type {CallProblem} from '../call/state.js';
import {warnOnce} from '../errors.js';

/** Explains why there can be no widget on this page, whatever the backend would say. */
export function pageFault(): CallProblem {
  if (self.origin === 'null') {
    warnOnce(
      '',
      'The page’s origin is null: the server and the microphone refuse it. Add allow-same-origin to the iframe’s sandbox.',
    );
    return 'origin';
  }
  warnOnce('', 'The widget token is malformed. Re-copy the snippet from the dashboard.');
  return 'unknown-token';
}
