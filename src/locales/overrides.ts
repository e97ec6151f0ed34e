import type {Strings} from './strings.js';

/** A site's own words in place of the widget's: the same names, texts as leaves. */
export type Texts = Readonly<{[key: string]: string | Texts}>;

type Tree = Readonly<Record<string, unknown>>;

/**
 * The words of a language with a site's own in place of some.
 *
 * A text that stands for a function may hold `{}` where its argument goes (a name, a label, a
 * number). What the widget has no words for is told to `report` by its path, and left out.
 */
export function withTexts(
  strings: Strings,
  texts: Texts,
  report: (path: string) => void = () => {},
): Strings {
  return merge(strings as unknown as Tree, texts, '', report) as unknown as Strings;
}

function merge(own: Tree, texts: Texts, path: string, report: (path: string) => void): Tree {
  const merged: Record<string, unknown> = {...own};
  for (const [key, text] of Object.entries(texts)) {
    const before = Object.hasOwn(own, key) ? own[key] : undefined;
    const here = path + key;
    // Visitors are told that an AI speaks in any case.
    if (here === 'disclosure' && !String(text).trim()) continue;
    if (typeof text === 'string' && typeof before === 'string') merged[key] = text;
    else if (typeof text === 'string' && typeof before === 'function') {
      merged[key] = (value: string | number) => text.replaceAll('{}', () => String(value));
    } else if (isTree(text) && isTree(before)) {
      merged[key] = merge(before, text as Texts, `${here}.`, report);
    } else report(here);
  }
  return merged;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

/** Texts from an attribute's JSON, or as a page's script has set them; null where they are neither. */
export function readTexts(value: unknown): Texts | null {
  if (isTree(value)) return value as Texts;
  try {
    const parsed: unknown = JSON.parse(String(value));
    return isTree(parsed) ? (parsed as Texts) : null;
  } catch {
    return null;
  }
}
