/** A page or section that the agent may show (§7.3). */
export interface NavTarget {
  /** Name by which the agent speaks of it. */
  label: string;
  /** A path on the embedding page's own origin, such as `/pricing`. */
  url: string;
  /** CSS selector of the section to scroll to. */
  sectionSelector?: string;
  /** Other words by which a visitor asks for it. */
  aliases?: string[];
}

/** A widget's guided-navigation setting (§7). */
export interface Navigation {
  /** Whether the agent may show pages at all. */
  enabled: boolean;
  /** The nav map: the only places the agent can show. */
  targets: NavTarget[];
  /** Whether the site is one application or a set of documents, each loaded in full. */
  site?: 'app' | 'documents';
}
