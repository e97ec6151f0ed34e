/**
 * The page's router (§3.5): shows a path; the widget scrolls to the section itself. A promise is
 * waited for.
 */
export type NavigateHandler = (path: string, sectionSelector?: string) => unknown;

/** A place on the page's own site, as `navigate(path, sectionSelector)` names it (§3.5). */
export interface NavRequest {
  /** A path such as `/pricing#plans`, or an absolute URL of the page's own origin. */
  url: string;
  /** CSS selector of the section to scroll to. */
  sectionSelector?: string;
}

/** Why a request is not followed. */
export type NavRefusal =
  /** Another origin, or a page that has none (`file:`, `data:`). */
  | 'other-origin'
  /** A form that a browser and a router could read differently, such as `//x`, `\x` or `/%2fx`. */
  | 'unsafe-url'
  | 'unsafe-selector';

/**
 * Where a request leads. Tier 0 scrolls on this page, tier 1 changes the route in place, tier 2
 * loads a document (§7.1).
 */
export type Destination =
  {tier: 0 | 1 | 2; url: URL; sectionSelector?: string} | {refused: NavRefusal};

/** Judges where a request leads, seen from the page on which the call runs. */
export type Judge = (pageUrl: string, request: NavRequest) => Destination;
