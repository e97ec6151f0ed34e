import type {WidgetSettings} from '../domain/widget.js';

/** Revisions kept read: those of the widgets that are in use. */
const MAX_REVISIONS = 200;

/**
 * Settings of published revisions, read once.
 *
 * A published revision never changes, so that nothing here is ever out of date. Knowledge is part of
 * it, up to two million characters: too much to read and parse for each visitor.
 */
export class PublishedSettings {
  readonly #read: (revisionId: string) => Promise<WidgetSettings | null>;
  readonly #known = new Map<string, WidgetSettings>();

  constructor(read: (revisionId: string) => Promise<WidgetSettings | null>) {
    this.#read = read;
  }

  async get(revisionId: string): Promise<WidgetSettings | null> {
    const known = this.#known.get(revisionId);
    if (known) return known;
    const settings = await this.#read(revisionId);
    if (!settings) return null;
    if (this.#known.size >= MAX_REVISIONS) {
      const [oldest] = this.#known.keys();
      if (oldest !== undefined) this.#known.delete(oldest);
    }
    this.#known.set(revisionId, settings);
    return settings;
  }
}
