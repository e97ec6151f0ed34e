/** Attribute that marks the widget's own script element. */
const TOKEN_ATTRIBUTE = 'data-widget-token';

/** What the page's tag says (§1.3). */
export interface TagOptions {
  token: string;
  /** Value of a `data-` attribute by its name without the prefix; undefined where it is not there. */
  read: (name: string) => string | undefined;
  /** Address of the script itself: its neighbours are loaded from there. */
  src: string;
}

/**
 * The script element that runs now, or the page's one with a token: a consent manager that
 * rewrites tags leaves no current script.
 *
 * Read through the prototype's getter: a page element named `currentScript` would shadow it.
 */
export function findOwnScript(): HTMLScriptElement | null {
  const getter = Object.getOwnPropertyDescriptor(Document.prototype, 'currentScript')?.get;
  const current: unknown = getter?.call(document);
  if (current instanceof HTMLScriptElement && current.hasAttribute(TOKEN_ATTRIBUTE)) return current;
  return document.querySelector<HTMLScriptElement>(`script[${TOKEN_ATTRIBUTE}]`);
}

/** Reads the tag. */
export function readTag(script: HTMLScriptElement): TagOptions {
  const read = (name: string) => script.getAttribute(`data-${name}`)?.trim();
  return {token: read('widget-token') ?? '', read, src: script.src};
}
