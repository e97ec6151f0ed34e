/** What a language contributes to the recognition of guided navigation. */
export interface NavigationWords {
  /** Words of a request that say nothing about its target. */
  readonly stop: ReadonlySet<string>;
  /** A request to be shown a place. */
  readonly asks: RegExp;
  /** A place that is named and nothing more: "contact page, please". */
  readonly bare: RegExp;
  /** What only looks like one. */
  readonly asksNot: RegExp;
  /** Cuts a word to what its forms share: "plans" and "plan", "prices" and "pricing". */
  stem(word: string): string;
}

/** English. */
export const ENGLISH: NavigationWords = {
  stop: new Set(
    'a about an and are back bring can could do find for from get give go got have hello hey hi how i id im in information into is it its just know lead let like link look looking main me more my navigate need now of ok okay on open or our over page pages part place please pull right screen section see show sign site so some sure take tell than thank thanks that the their them then there these they this to up us view visit want was we website what whats when where wheres which will with would yes you your'.split(
      ' ',
    ),
  ),
  asks: /\b(?:take|bring|lead|guide|direct|send|walk|get|navigate|move|switch|jump|scroll|head|bounce) (?:(?:me|us|it) )?(?:back |over |straight |right |down |up )*(?:to|there|home)\b|\b(?:show|find|give) (?:me|us) (?!at|how|why|when|what|whether|an? (?:example|idea|discount|moment|second|call)|your (?:opinion|best))|\b(?:bring|pull) up\b|\b(?:go|get) (?:back |straight |over )?to (?:the|your|a|my|that|this|home|page)\b|(?:^|\b(?:please|you|let's|lets|and|then|just|to|now|okay?|yes|sure|well),? )(?:open|visit|view|go to)\b(?! (?:on|at|until|today|source|an account|up|24))|\bwhere(?:'s| is| are| can i (?:find|see|read|get)| do i (?:find|see|read)|'re)\b(?! (?:you|she|he|it|they|we|i)\b)|\b(?:let me|i (?:want|need|would like|wanna)(?: to)?|i'd (?:like|love) to|(?:can|could|may) (?:i|we)) (?:see|(?:have|take|get) a look at|look at|view|visit|open|go to)\b(?! an account)|\blet's (?:see|look at|go)\b/,
  bare: /^(?!(?:the|an?|this|that|your) \S+$|(?:what|which|who|how|why|when|is|are|was|do|does|did|can|could|will|has|have|if|i|we|there|no|not)\b)(?:[\p{L}\p{N}&'-]+ ){1,5}(?:page|section|form|tab)(?:,? please)?$/u,
  asksNot:
    /\b(?:do not|don't|dont|didn't|never|stop|can't you|did you|have you|how long|does it|takes?|took) (?:take|bring|show|go|open|navigate)\b|\bgo to (?:charity|waste|sleep|hell)\b|\b(?:do|does|are|is|were|when) (?:you|it|they|we) open\b/,
  stem(word) {
    let stem = word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1');
    stem = stem.replace(/^(\w{4,})(?:ing|ed)$/, '$1');
    return stem.length > 3 ? stem.replace(/e$/, '') : stem;
  },
};
