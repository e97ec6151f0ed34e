import {intentOf} from '../think/intents.js';

/** How finished a sentence sounds by its words. */
export type Completeness = 'finished' | 'unsure' | 'unfinished';

/** No English sentence ends with one of these. */
const NEVER_LAST = new Set(
  `a an the my your our their his its this these every each some any no
  and or but because if so that than as while when whether which who whose
  of to for from with without about into onto at in on by between during per via
  is are was were be been am isn't aren't do does did don't doesn't didn't can can't could will
  would should may might must shall i'm you're we're they're i've we've i'd i'll we'll it's
  i you we they he she what's where's how's who's there's let's
  um uh er erm hmm like well also just very really quite too not
  want wants need needs know tell show give take bring send get make let help looking
  wondering interested trying going something called named says means plus`
    .split(/\s+/)
    .filter(Boolean),
);

/** Of the above, those that may well end a short utterance by themselves. */
const ANSWERS = new Set(['i do', 'we do', 'they do', 'i can', 'we can', 'i am', 'we are', 'it is']);
const LAST_AFTER_QUESTION = new Set(['for', 'with', 'from', 'about', 'to', 'in', 'at', 'on', 'by']);

const AUXILIARIES = 'do|does|did|can|could|will|would|should|shall|may|might|must|has|have|had';
const QUESTION_WORDS = 'what|when|where|why|how|who|which|whom|whose';
const INVERTED = new RegExp(
  `^(?:(?:so|and|but|okay|ok|well|um|uh|hi|hello|hey|please)\\s+)*` +
    `(?:(?:${QUESTION_WORDS})(?:\\s+(?:much|many|long|often|far|soon|big|kind of|sort of|\\w+))?\\s+)?` +
    `(?:${AUXILIARIES})\\s+(?:i|you|we|they|he|she|it|there|the|a|an|your|my|this|that|these|those|\\w+)\\b\\s*(.*)$`,
);

/** Verbs that visitors' questions turn on; a question without any has not come to its point. */
const VERBS = new RegExp(
  `\\b(?:be|have|do|go|get|got|say|said|cost|costs|include|includes|ship|deliver|work|works|take|bring|` +
    `show|tell|help|need|use|pay|cancel|change|upgrade|downgrade|switch|offer|provide|support|start|stop|` +
    `open|close|sell|buy|order|return|refund|send|give|talk|speak|call|email|contact|reach|book|schedule|` +
    `sign|register|join|try|see|find|look|know|mean|make|come|run|connect|integrate|export|import|share|` +
    `add|remove|invite|store|keep|delete|host|charge|bill|last|expire|renew|differ|compare|choose|pick|` +
    `explain|repeat|hear|answer|ask|want|like|happen|handle|accept|allow|let|set|install|update|migrate|` +
    `move|visit|park|fit|hold|save|send|receive|download|upload|track|measure|require|cover|apply)\\b`,
);

const WH_DO = new RegExp(`^(?:${QUESTION_WORDS})(?: \\w+)? (?:do|does|did)\\b`);
const ENDS_WITH_VERB = new RegExp(`${VERBS.source}$`);
const BARE_YES_NO = new RegExp(`^(?:${AUXILIARIES}|is|are|was|were|am)\\b`);
const SHORT_AND_WHOLE =
  /^(?:what(?: is| are|s|'s)|where(?: is| are|s|'s)|who(?: is| are|s|'s)|tell me|show me|take me|go|open|the \w+ plan|\w+ page|prices|pricing|contact|support)\b/;

/** Verbs that want more after the person: "take me … to the pricing page". */
const OPEN_ENDED =
  /\b(?:take|bring|show|tell|send|give|help|get|put|walk|point|direct) (?:me|us|him|her|them|you)$/;
const OPEN_PHRASES =
  /\b(?:how much|how many|how long|how do|how to|what about|how about|a lot of|more about|would like|i'd like|able to|want to|need to|tell me|show me|i was wondering|do you|can you|could you|would you|is there|are there|the difference|talk to|speak to|speak with)$/;

/**
 * Judges whether a visitor has come to the end of what they are saying.
 *
 * @param text As transcribed so far; punctuation is a weak hint only, as the recogniser
 *   closes every fragment with some.
 */
export function completenessOf(text: string): Completeness {
  if (/(?:,|…|\.\.\.|-|–|—|:|;)\s*$/.test(text.trim())) return 'unfinished';
  const words = plainWords(text);
  if (words.length === 0) return 'unsure';
  const plain = words.join(' ');
  const intent = intentOf(text);
  if (ANSWERS.has(plain) || (intent && intent.type !== 'contact')) return 'finished';
  if (OPEN_PHRASES.test(plain) || OPEN_ENDED.test(plain)) return 'unfinished';
  const last = words[words.length - 1];
  if (NEVER_LAST.has(last)) {
    const isQuestion = INVERTED.test(plain) && LAST_AFTER_QUESTION.has(last);
    return isQuestion && words.length >= 5 ? 'unsure' : 'unfinished';
  }
  const inverted = INVERTED.exec(plain);
  if (inverted && !VERBS.test(inverted[1] ?? '')) return 'unsure';
  if (isOpenClause(plain) || isBareBeginning(plain, words.length)) return 'unsure';
  return 'finished';
}

/** A condition or a setting without its main clause: "if I cancel my plan …". */
function isOpenClause(plain: string): boolean {
  if (/^(?:if|when|because|since|although|while|after|before|as soon as)\b/.test(plain)) {
    return plain.split(' ').length < 9;
  }
  return (
    /^(?:the|my|our|your|a|an|i|we)(?: \w+){0,2}$/.test(plain) &&
    !/\b(?:page|plan|yes|no)\b/.test(plain)
  );
}

/** "Can I pay …", "Which plan …": whole by grammar, and mostly the beginning of more. */
function isBareBeginning(plain: string, count: number): boolean {
  if (BARE_YES_NO.test(plain)) return count <= 4;
  const asked = WH_DO.exec(plain);
  if (asked)
    return count <= 5 && (!ENDS_WITH_VERB.test(plain) || /\b(?:this|the) start$/.test(plain));
  if (/^(?:how|which|why|whose|what (?:can|will|would|happens))\b/.test(plain)) return count <= 4;
  if (/\b(?:find|explain|mean|end)$/.test(plain)) return count <= 6;
  return count <= 3 && !SHORT_AND_WHOLE.test(plain);
}

function plainWords(text: string): string[] {
  return text
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/[^\p{L}\p{N}'@$€£%]+/gu, ' ')
    .split(' ')
    .filter(Boolean);
}
