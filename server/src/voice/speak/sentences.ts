const ABBREVIATION =
  /(?:^|\s)(?:mr|mrs|ms|dr|prof|st|vs|etc|e\.g|i\.e|approx|no|inc|ltd|co|a\.m|p\.m|\p{L})\.$/iu;
/** The number of a list's entry is no sentence. */
const NUMBER = /^\s*\d{1,3}[.)]$/;
const END = /[.!?…]+["')\]]*(?=\s)|\n+/gu;

/**
 * Cuts a text that is still being written into sentences, each as soon as it is complete. One that
 * begins a line of its own begins with that line break.
 */
export class SentenceSplitter {
  #rest = '';
  #isNewLine = false;

  /** Takes more of the text and returns the sentences that it completes. */
  push(text: string): string[] {
    this.#rest += text;
    const sentences: string[] = [];
    let start = 0;
    for (const match of this.#rest.matchAll(END)) {
      const end = match.index + match[0].length;
      const sentence = this.#rest.slice(start, end);
      if (ABBREVIATION.test(sentence) || NUMBER.test(sentence)) continue;
      sentences.push(...this.#lineOf(sentence));
      start = end;
    }
    this.#rest = this.#rest.slice(start);
    return sentences;
  }

  /** The rest, at the end of the text. */
  end(): string[] {
    const last = this.#lineOf(this.#rest);
    this.#rest = '';
    this.#isNewLine = false;
    return last;
  }

  /** A sentence with the line break before it; nothing where it is but white space. */
  #lineOf(part: string): string[] {
    const sentence = part.trim();
    const breaks = /^\s*\n/.test(part) || this.#isNewLine;
    this.#isNewLine = sentence ? /\n\s*$/.test(part) : breaks;
    return sentence ? [breaks ? `\n${sentence}` : sentence] : [];
  }
}
