/** A sentence with its place in the audio of its message. */
export interface SpokenSentence {
  /** As written; one that begins a line begins with its line break. */
  text: string;
  startMs: number;
  /** Null while its audio is still being made. */
  endMs: number | null;
}

/**
 * What of a message was heard when it was interrupted: whole sentences, and of the last the
 * words in proportion to its time, none of them cut in half.
 */
export function heardText(sentences: readonly SpokenSentence[], heardMs: number): string {
  const parts: string[] = [];
  for (const {text, startMs, endMs} of sentences) {
    if (heardMs <= startMs) break;
    // Speech runs at about 15 letters a second.
    const lengthMs = endMs === null ? text.length * 66 : endMs - startMs;
    const share = (heardMs - startMs) / Math.max(1, lengthMs);
    parts.push(share >= 1 ? text : wordsWithin(text, share));
  }
  return joinSentences(parts);
}

/** Sentences as one text, with their line breaks. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.join(' ').replace(/ +\n/g, '\n').trim();
}

function wordsWithin(text: string, share: number): string {
  const limit = text.length * share;
  let length = 0;
  const words: string[] = [];
  for (const word of text.split(/(?<!^)\s+/)) {
    // A word counts as heard once most of it was.
    if (length + word.length * 0.6 > limit) break;
    words.push(word);
    length += word.length + 1;
  }
  return words.join(' ');
}
