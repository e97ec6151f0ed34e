/** Serves the stories on this machine alone until `close` is called; port 0 takes any that is free. */
export function serveStories(options?: {
  port?: number;
  watch?: boolean;
}): Promise<{url: string; close(): Promise<void>}>;
