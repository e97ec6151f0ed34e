import {warnOnce} from '../../errors.js';

/**
 * Loads something once and remembers it.
 *
 * A failure is told to the site's developer and forgotten, so that the next press tries again;
 * so is null, which means "not yet".
 */
export function once<T>(load: () => Promise<T | null>): () => Promise<T | null> {
  let outcome: Promise<T | null> | null = null;
  const forget = () => {
    outcome = null;
    return null;
  };
  return () => {
    outcome ??= load().then(
      value => value ?? forget(),
      () => {
        warnOnce('', 'A part of the widget could not be loaded. Check the network and script-src.');
        return forget();
      },
    );
    return outcome;
  };
}
