import {Closers, isWord} from './closers.js';
import type {Inline} from './tokens.js';

/** Emphasis and link texts inside each other, at most; what is deeper is plain text. */
const DEEPEST = 4;

const SPECIAL = /[\\`*_[]|https?:\/\//gi;
const ESCAPE = /\\([!-/:-@[-`{-~])/y;
const LINK = /\[([^[\]\n]+)\]\(\s*((?:[^\s()<>]|\([^\s()<>]*\))*)\s*\)/y;
/** A link whose end is still to come. */
const LINK_BEGUN = /\[([^[\]\n]*)(?:\](?:\([^\s()<>]*)?)?$/y;
const BARE_URL = /https?:\/\/[^\s/?#<>"'`*[\]{}|\\^][^\s<>"'`*[\]{}|\\^]*/iy;
/** An http(s) address, or a path from the root of the site. */
const ADDRESS = /^(?:https?:\/\/[^/?#\\]|\/(?!\/))[^\\]*$/i;

/** How a text is read. */
export interface InlineOptions {
  /** The text is still being written: a mark without its end is taken to get one. */
  isUnfinished?: boolean;
}

/** Reads the marks in a text: emphasis, code, links and bare addresses. Linear in its length. */
export function parseInline(text: string, {isUnfinished = false}: InlineOptions = {}): Inline[] {
  return parse(text, {isUnfinished, depth: 0, inLink: false});
}

interface Context {
  isUnfinished: boolean;
  depth: number;
  inLink: boolean;
}

/** What stands at a place, and where it ends. */
interface Found {
  tokens: readonly Inline[];
  end: number;
}

function parse(text: string, context: Context): Inline[] {
  const tokens: Inline[] = [];
  const closers = new Closers(text);
  let plain = '';
  let at = 0;
  while (at < text.length) {
    SPECIAL.lastIndex = at;
    const next = SPECIAL.exec(text)?.index ?? text.length;
    plain += text.slice(at, next);
    if (next === text.length) break;
    const found = findAt(text, next, context, closers);
    at = found?.end ?? next + 1;
    if (!found) plain += text[next];
    for (const token of found?.tokens ?? []) {
      if (token.type === 'text') plain += token.text;
      else {
        if (plain) tokens.push({type: 'text', text: plain});
        plain = '';
        tokens.push(token);
      }
    }
  }
  if (plain) tokens.push({type: 'text', text: plain});
  return tokens;
}

function findAt(text: string, at: number, context: Context, closers: Closers): Found | null {
  switch (text[at]) {
    case '\\': {
      const [whole = '', sign = ''] = matchAt(ESCAPE, text, at);
      return whole ? {tokens: [{type: 'text', text: sign}], end: at + 2} : null;
    }
    case '`':
      return codeAt(text, at, context, closers);
    case '*':
    case '_':
      return emphasisAt(text, at, context, closers);
    case '[':
      return context.inLink ? null : linkAt(text, at, context);
    default:
      return context.inLink || isWord(text[at - 1]) ? null : addressAt(text, at);
  }
}

function codeAt(text: string, at: number, {isUnfinished}: Context, closers: Closers): Found | null {
  // The rest of a mark that found no end.
  if (text[at - 1] === '`') return null;
  const mark = text.startsWith('``', at) ? '``' : '`';
  const start = at + mark.length;
  const close = closeOf(mark, start, isUnfinished, closers) ?? text.length;
  if (close <= start) return null;
  const code = unpadded(text.slice(start, close));
  return {tokens: [{type: 'code', text: code}], end: close + mark.length};
}

/** Without the two spaces that keep a backtick of the code from its mark. */
function unpadded(code: string): string {
  return code.startsWith(' ') && code.endsWith(' ') && code.trim() ? code.slice(1, -1) : code;
}

function emphasisAt(text: string, at: number, context: Context, closers: Closers): Found | null {
  const sign = text[at] ?? '';
  const type = text[at + 1] === sign ? 'strong' : 'emphasis';
  const mark = type === 'strong' ? sign + sign : sign;
  const start = at + mark.length;
  // "2 * 3", "a_b" and "5*3" are no emphasis.
  const isOpening = !isWord(text[at - 1]) && /\S/.test(text[start] ?? ' ');
  if (!isOpening || context.depth >= DEEPEST) return null;
  const found = closeOf(mark, start, context.isUnfinished, closers);
  const close = found ?? text.length;
  if (close <= start) return null;
  const content = parse(text.slice(start, close), {
    ...context,
    depth: context.depth + 1,
    isUnfinished: found === null,
  });
  return {tokens: [{type, content}], end: close + mark.length};
}

/** Where a mark closes: -1 for nowhere, null for where the text will go on. */
function closeOf(
  mark: string,
  from: number,
  isUnfinished: boolean,
  closers: Closers,
): number | null {
  const close = closers.find(mark, from);
  return close < 0 && isUnfinished ? null : close;
}

function linkAt(text: string, at: number, context: Context): Found | null {
  const match = matchAt(LINK, text, at);
  const begun = match.length === 0 && context.isUnfinished ? matchAt(LINK_BEGUN, text, at) : match;
  const [whole = '', label = '', href = ''] = begun;
  if (!whole) return null;
  const content = parse(label, {...context, depth: context.depth + 1, inLink: true});
  // What cannot be followed can still be read.
  const tokens: readonly Inline[] = ADDRESS.test(href) ? [{type: 'link', href, content}] : content;
  return {tokens, end: at + whole.length};
}

function addressAt(text: string, at: number): Found | null {
  const href = withoutPunctuation(matchAt(BARE_URL, text, at)[0] ?? '');
  if (!ADDRESS.test(href)) return null;
  const content = [{type: 'text', text: href}] as const;
  return {tokens: [{type: 'link', href, content}], end: at + href.length};
}

/** The full stop or bracket of the sentence behind an address is not the address's. */
function withoutPunctuation(url: string): string {
  let loose = url.split(')').length - url.split('(').length;
  let end = url.length;
  for (; end > 0; end -= 1) {
    const last = url[end - 1] ?? '';
    if (last === ')' && loose > 0) loose -= 1;
    else if (!'.,;:!?…_~'.includes(last)) break;
  }
  return url.slice(0, end);
}

function matchAt(pattern: RegExp, text: string, at: number): readonly (string | undefined)[] {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? [];
}
