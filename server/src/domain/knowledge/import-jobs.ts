import type {ImportedPage, SiteImport} from './site-import.js';

/** An import as it stands. */
export interface ImportState {
  state: 'running' | 'done' | 'failed';
  /** What was read so far, in order. */
  pages: ImportedPage[];
  /** What it came to; empty while it runs. */
  markdown: string;
}

/** Reads a site's pages: the tool of an import. */
export type ReadSite = (options: {
  start: string;
  domain: string;
  most: number;
  onPage: (page: ImportedPage) => void;
}) => Promise<SiteImport>;

/** Imports under way and the last one of each widget, in this process's memory. */
export class ImportJobs {
  readonly #readSite: ReadSite;
  readonly #onError: (error: unknown) => void;
  readonly #jobs = new Map<string, ImportState>();

  constructor(readSite: ReadSite, onError: (error: unknown) => void) {
    this.#readSite = readSite;
    this.#onError = onError;
  }

  /** Null: none was begun since the server started. */
  of(widgetId: string): ImportState | null {
    return this.#jobs.get(widgetId) ?? null;
  }

  /** False: one of this widget is under way. */
  begin(widgetId: string, site: {start: string; domain: string; most: number}): boolean {
    if (this.of(widgetId)?.state === 'running') return false;
    const job: ImportState = {state: 'running', pages: [], markdown: ''};
    this.#jobs.set(widgetId, job);
    this.#readSite({...site, onPage: page => void job.pages.push(page)}).then(
      ({markdown}) => Object.assign(job, {state: markdown ? 'done' : 'failed', markdown}),
      (error: unknown) => {
        job.state = 'failed';
        this.#onError(error);
      },
    );
    return true;
  }
}
