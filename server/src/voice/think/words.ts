const STOP_WORDS = new Set(
  `a an the and or but so if then than of to for from with without in on at by as is are was were be been
  am do does did doing done have has had having can could will would should shall may might must
  i me my mine we us our you your yours he she it its they them their this that these those there here
  what whats when where wheres why how hows who which whose please tell show give let know want wants need
  like just also very really about any some all each every one ones get got go going take bring
  im ive id youre its dont doesnt cant could not no yes okay ok hey hi hello um uh er well now
  page section site website part thing things something anything much many more most
  say said mean means guys folks people company somebody someone question info information look see`
    .split(/\s+/)
    .filter(Boolean),
);

/** Whether a word carries no meaning of its own, in any of its forms: "go" and "goes". */
export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word) || (word.length > 3 && STOP_STEMS.has(stem(word)));
}

/** Words of a text in lower case, without punctuation, accents and possessives. */
export function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’']s\b/g, '')
    .replace(/[’']/g, '')
    .split(/[^\p{L}\p{N}$€£%@.]+/u)
    .map(word => word.replace(/^\.+|\.+$/g, ''))
    .filter(Boolean);
}

/** The words that carry the meaning; none where only stop words were said. */
export function meaningfulWords(text: string): string[] {
  return wordsOf(text).filter(word => !isStopWord(word));
}

/** A word without the common English endings, so that "shipping" meets "ship". */
export function stem(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const base = word
    .replace(/ies$/, 'y')
    .replace(/(?:sses)$/, 'ss')
    .replace(/([^s])s$/, '$1')
    .replace(/(?:ations?|ating|ated)$/, 'ate')
    .replace(/ments?$/, '')
    .replace(/(?:ings?|ed)$/, '')
    .replace(/(?:er|ly)$/, '');
  const kept = base.length < 3 ? word : base;
  return kept.replace(/([bdgklmnprt])\1$/, '$1').replace(/(?<=..)e$/, '');
}

const STOP_STEMS = new Set([...STOP_WORDS].map(stem));
