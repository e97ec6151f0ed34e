/** A version of the widget that this server hands out. */
export interface KeptWidget {
  /** As in the package, such as `1.4.0`. */
  version: string;
  /** Where its files lie. */
  folder: string;
  /** Names of its graphs of chunks. */
  chunks: readonly string[];
}
