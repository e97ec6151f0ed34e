/** Where marks close in one text. Looks at each place once, however many marks are opened. */
export class Closers {
  readonly #text: string;
  readonly #places = new Map<string, readonly number[]>();
  readonly #next = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The first closing `mark` behind `from`, or -1. To be asked from left to right. */
  find(mark: string, from: number): number {
    const places = this.#places.get(mark) ?? closersOf(mark, this.#text);
    this.#places.set(mark, places);
    let next = this.#next.get(mark) ?? 0;
    while (next < places.length && (places[next] ?? 0) <= from) next += 1;
    this.#next.set(mark, next);
    return places[next] ?? -1;
  }
}

/** Whether a character belongs to a word: marks within words are none. */
export function isWord(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character);
}

function closersOf(mark: string, text: string): number[] {
  const sign = mark[0] ?? '';
  const isCode = sign === '`';
  const places: number[] = [];
  for (let at = text.indexOf(sign); at >= 0;) {
    let end = at;
    while (text[end] === sign) end += 1;
    const run = end - at;
    const isClosing = isCode || (/\S/.test(text[at - 1] ?? ' ') && !isWord(text[end]));
    if (isClosing && run === mark.length) places.push(at);
    // "***" closes "*" with its first and "**" with its last two: what is inside closes first.
    else if (isClosing && !isCode && run === 3) places.push(mark.length === 1 ? at : at + 1);
    at = text.indexOf(sign, end);
  }
  return places;
}
