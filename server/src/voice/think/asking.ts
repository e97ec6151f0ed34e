/** How a language asks, as far as an answer can be offered for it. */
export interface Asking {
  yes: string;
  no: string;
  /** Begins a question whose answer is yes or no. */
  opens: RegExp;
  /** Asks for words although it begins like one: "Could you tell me …?" */
  asksOpenly?: RegExp;
  /** Comes before alternatives. */
  choice?: RegExp;
  /** Stands before the last alternative. */
  or?: RegExp;
  /** Asks to choose from a list. */
  which?: RegExp;
  /** Says that it was not understood what is meant. */
  unclear?: RegExp;
}

const begins = (pattern: string) => new RegExp(`^(?:${pattern})(?![\\p{L}'’])`, 'iu');

const ENGLISH: Asking = {
  yes: 'Yes',
  no: 'No',
  opens: begins(
    `(?:(?:and|so|but|now|then|well|ok|okay|great|sure|gladly|of course)[ ,]+)*(?:is|are|was|were|am|do|does|did|don[’']t|didn[’']t|isn[’']t|aren[’']t|have|has|had|can|could|will|would|shall|should|may|might|must|right|correct|ok|okay|(?:you )?want (?:me )?to)`,
  ),
  asksOpenly:
    /\b(?:can|could|will|would) you (?:please |maybe |perhaps )?(?:tell|say|describe|explain|give|share|specify|clarify|repeat|rephrase|spell|elaborate|name|let me know|be more)\b|^(?:(?:and|so|but)[ ,]+)*(?:who|what|which|where|when|why|how|whose)\b|\b(?:what|which|where|when|why|how) (?:would|do|are|is|can|should|else)\b/i,
  choice:
    /\b(?:do|did) you mean |\bwould you (?:rather|prefer)(?: to)? |\b(?:would you like|do you (?:want|prefer|need)|(?:shall|should) (?:i|we))(?: me)?(?: to)? (?:(?:show|tell|take|give|send) you (?:to |about )?|see |hear (?:more )?(?:about )?|know (?:more )?about )?|\bare you (?:asking about|interested in|looking for|thinking of|after) |\bis (?:it|that|this) (?:about |for )?|\bwhich\b[^:]*?(?:: ?|, | [–—-] )/i,
  or: /,? or (?:rather |perhaps |maybe )?(?:to |about )?/i,
  which:
    /\b(?:which|what) (?:one|of (?:these|them|those)|\p{L}+)\b.*\b(?:mean|like|want|prefer|need|interest|help|look)|\bwhich one\b/iu,
  unclear:
    /\b(?:another way|rephrase|tell me (?:a (?:little|bit) )?more|be more specific|what (?:do|did) you mean|what are you looking for|not sure what you (?:mean|are looking for)|(?:did|do) ?n(?:o|[’'])t (?:quite )?(?:get|understand|follow))\b/i,
};

const SPANISH: Asking = {
  yes: 'Sí',
  no: 'No',
  opens: begins(
    `¿?(?:(?:y|entonces|bien)[ ,]+)*¿?(?:quiere|quieres|desea|deseas|le gustaría|te gustaría|puedo|podría|debo|tiene|tienes|hay|es|está|estás|son|se trata|necesita|necesitas|prefiere|prefieres|le interesa|te interesa|ha|has|busca|buscas|le|te)`,
  ),
  asksOpenly:
    /\b(?:puede|puedes|podría|podrías) (?:decir|contar|explicar|dar|repetir|indicar)|^¿?(?:qué|cuál|cuáles|quién|dónde|cuándo|cómo|por qué|cuánto)(?!\p{L})/iu,
  choice:
    /(?:se refiere|te refieres) a |(?:quiere|quieres|desea|deseas|prefiere|prefieres|busca|buscas|gustaría) (?:que )?|(?:le|te) interesa |(?:cuál|qué)[^:]*: ?/i,
  or: /,? [ou] /i,
  which: /(?:cuál|cuáles|qué)(?!\p{L})/iu,
  unclear:
    /no (?:le |te |lo |la )?(?:he entendido|entiendo|entendí|comprendo)|otra manera|algo más sobre lo que/i,
};

const FRENCH: Asking = {
  yes: 'Oui',
  no: 'Non',
  opens: begins(
    `(?:(?:et|alors|bien)[ ,]+)*(?:est-ce qu(?:e |[’']).+|(?:voulez|souhaitez|désirez|avez|pouvez|préférez|cherchez|êtes|aimeriez|voudriez)-vous|(?:veux|souhaites|as|préfères|cherches|es|aimerais)-tu|(?:puis|dois|peux)-je|y a-t-il|est-ce|s['’]agit-il|vous (?:voulez|souhaitez))`,
  ),
  asksOpenly:
    /(?:pouvez|pourriez)-vous (?:me |m['’])?(?:dire|préciser|expliquer|donner|répéter|reformuler|en dire)|^(?:que|quoi|quel|quelle|quels|quelles|qui|où|quand|comment|pourquoi|combien|qu['’]est-ce)(?!\p{L})/iu,
  choice:
    /(?:parlez|parles)-(?:vous|tu) (?:de |d['’])|(?:voulez|souhaitez|désirez|préférez|cherchez|aimeriez|voudriez)-vous (?:dire )?|(?:veux|souhaites|préfères|cherches)-tu (?:dire )?|s['’]agit-il (?:de |d['’])?|(?:lequel|laquelle|quel\p{L}*)[^:]*: ?/iu,
  or: /,? ou (?:plutôt |bien )?/i,
  which: /\b(?:lequel|laquelle|lesquels|lesquelles|quels?|quelles?)\b/i,
  unclear:
    /pas (?:bien |tout à fait )?(?:compris|comprendre|saisi)|reformuler|m['’]en dire (?:un peu )?plus/i,
};

const GERMAN: Asking = {
  yes: 'Ja',
  no: 'Nein',
  opens: begins(
    `(?:(?:und|also|gut)[ ,]+)*(?:soll|sollen|darf|kann|können|könnte|möchten|möchtest|wollen|willst|wollten|haben|hast|hat|ist|sind|war|gibt es|brauchen|brauchst|suchen|suchst|meinen|meinst|geht es|wünschen|interessieren|passt|stimmt|wäre|würden|hätten)`,
  ),
  asksOpenly:
    /(?:können|könnten|kannst|könntest|würden) (?:sie|du) (?:mir |das |es |bitte )*.*\b(?:sagen|erzählen|beschreiben|erklären|wiederholen|nennen|umschreiben|formulieren)|^(?:wer|was|welche[rsnm]?|wo|wann|warum|wie|wieso|wohin)\b/i,
  choice:
    /(?:meinen|möchten|wollen|suchen|brauchen|bevorzugen) sie (?:eher |lieber )?|(?:meinst|möchtest|willst|suchst|brauchst) du (?:eher |lieber )?|(?:geht es|interessieren sie sich|interessierst du dich) (?:um|für) |soll ich (?:ihnen |dir )?|welche[rsnm]?\b[^:]*: ?/i,
  or: /,? oder (?:eher |lieber )?/i,
  which: /\bwelche[rsnm]?\b/i,
  unclear:
    /nicht (?:ganz |richtig )?verstanden|verstehe nicht|anders (?:sagen|formulieren)|etwas mehr darüber/i,
};

const PORTUGUESE: Asking = {
  yes: 'Sim',
  no: 'Não',
  opens: begins(
    `(?:(?:e|então|bem)[ ,]+)*(?:quer|deseja|gostaria|posso|devo|tem|há|é|está|são|precisa|prefere|procura|trata-se|já|você (?:quer|gostaria|tem|precisa|prefere))`,
  ),
  asksOpenly:
    /\b(?:pode|poderia) (?:me )?(?:dizer|contar|explicar|dar|repetir|indicar)|^(?:o que|que|qual|quais|quem|onde|quando|como|por que|quanto)(?!\p{L})/iu,
  choice:
    /refere-se a[o]? |(?:você )?(?:quer|deseja|prefere|procura|gostaria)(?: de)? (?:dizer )?|interessa-se por |(?:qual|quais)[^:]*: ?/i,
  or: /,? ou /i,
  which: /\b(?:qual|quais)\b/i,
  unclear: /não (?:entendi|percebi|compreendi)|outra (?:forma|maneira)|um pouco mais sobre o que/i,
};

const ITALIAN: Asking = {
  yes: 'Sì',
  no: 'No',
  opens: begins(
    `(?:(?:e|allora|bene)[ ,]+)*(?:vuole|vuoi|desidera|desideri|le piacerebbe|ti piacerebbe|vorrebbe|vorresti|posso|devo|ha|hai|c[’']è|ci sono|è|sono|si tratta|preferisce|preferisci|cerca|cerchi|le interessa|ti interessa)`,
  ),
  asksOpenly:
    /\b(?:può|puoi|potrebbe|potresti) (?:dir|raccontar|spiegar|dar|ripeter|indicar)|^(?:che|cosa|quale|quali|chi|dove|quando|come|perché|quanto)(?!\p{L})/iu,
  choice:
    /(?:si riferisce|ti riferisci) a[l]? |(?:vuole|vuoi|desidera|desideri|preferisce|preferisci|cerca|cerchi|intende|intendi) (?:dire )?|(?:le|ti) interessa |(?:quale|quali)[^:]*: ?/i,
  or: /,? (?:o|oppure) /i,
  which: /\b(?:quale|quali)\b/i,
  unclear: /non ho (?:capito|compreso)|altro modo|qualcosa in più su/i,
};

/** Languages whose yes-or-no questions are known by one particle. */
const PARTICLES: Readonly<Record<string, Asking>> = {
  ar: {yes: 'نعم', no: 'لا', opens: /^(?:و)?هل\s/u},
  he: {yes: 'כן', no: 'לא', opens: /^(?:ו)?האם\s/u},
  ja: {
    yes: 'はい',
    no: 'いいえ',
    opens: /(?:ます|ません|です|ましょう|でしょう)か[？?]$/u,
    asksOpenly: /何|なに|なん|どの|どれ|どこ|どう|どち|いつ|誰|だれ|なぜ|いくら|教えて|聞かせて/u,
  },
  zh: {
    yes: '是的',
    no: '不用了',
    opens: /(?:吗|是否|要不要|好不好|可以吗).*[？?]$/u,
    asksOpenly: /什么|哪|怎|谁|为何|多少|告诉我|说明/u,
  },
};

const ASKING: Readonly<Record<string, Asking>> = {
  en: ENGLISH,
  es: SPANISH,
  fr: FRENCH,
  de: GERMAN,
  pt: PORTUGUESE,
  it: ITALIAN,
  ...PARTICLES,
};

/** All languages, those of the locales first and English before the rest. */
export function askingIn(...locales: readonly (string | null)[]): Asking[] {
  const first = locales.map(locale => locale?.split('-')[0]?.toLowerCase() ?? '');
  const order = new Set([...first, 'en', ...Object.keys(ASKING)]);
  return [...order].map(language => ASKING[language]).filter(Boolean);
}
