import type {KnowledgeIndex, Passage} from '../../domain/calls/conversation.js';
import type {Library} from './library.js';
import {parseRow} from './library.js';
import type {AnswerKind} from './question.js';
import {synonymsOf, synonymWordsOf} from './synonyms.js';
import {stem, wordsOf} from './words.js';
import {isCommonWord} from './common-words.js';
import {SentenceSplitter} from '../speak/sentences.js';

/** The part of a passage that answers best. */
export interface Finding {
  passage: Passage;
  /** The passage's sentences or list items. */
  units: string[];
  /** Place of the best of them. */
  best: number;
  /** Share of the question that is covered, by weight, 0 to 1; more for the right kind. */
  score: number;
  coverage: number;
  /** The question names the passage's heading. */
  isTopic: boolean;
}

const CANDIDATES = 16;
const PRICE_SHAPE =
  /[$€£]\s?\d|\b\d+ (?:dollars|euros|pounds)\b|\bfree\b|\bno (?:\w+ )?(?:fee|charge|cost)s?\b/i;
const HOURS_SHAPE = /\b\d{1,2}(?::\d\d)? ?(?:a\.?m|p\.?m)\b|\b(?:mon|fri|satur|sun)days?\b/i;
const TIME_SHAPE = /\b(?:day|week|month|year|hour|minute)s?\b/i;
const PLACE_SHAPE =
  /\b\d{1,5}[a-z]?,? (?:[\p{L}'.]+ ){1,3}(?:street|st|lane|road|rd|avenue|ave|square|way|drive|court|place|boulevard|park|row|hill)\b|\b(?:office|headquarters|shop|we|team|company) (?:is|are|sits?) (?:based |located )?(?:at|in|on)\b|\b(?:based|located) (?:at|in)\b/iu;
const CONTACT_SHAPE = /@|\+?\d[\d ()-]{6,}/i;

/** What an answer loses whose heading asks in another manner: "How do I …?" for "How long …?". */
const OTHER_QUESTION = 0.15;

/** Finds what the knowledge says about some terms, best first. */
export async function retrieve(
  {terms, kind, words}: {terms: readonly string[]; kind: AnswerKind; words: readonly string[]},
  {index, revisionId, library}: {index: KnowledgeIndex; revisionId: string; library: Library},
): Promise<Finding[]> {
  if (terms.length === 0) return [];
  const query = [...words, ...terms, ...terms.flatMap(synonymWordsOf)].join(' ');
  const passages = await index.search(revisionId, query, CANDIDATES);
  const weights = new Map(terms.map(term => [term, weightOf(term, kind, library)]));
  const top = passages[0]?.score ?? 1;
  return (
    passages
      .map(passage => rate(passage, {weights, kind, words}, passage.score / Math.max(top, 1e-9)))
      // A telephone number is no answer to "where".
      .filter(({units, best}) => kind !== 'place' || PLACE_SHAPE.test(units[best]))
      .sort((a, b) => b.score - a.score)
  );
}

/** Words that say no more than the kind of answer already does. */
const OF_KIND: Readonly<Partial<Record<AnswerKind, ReadonlySet<string>>>> = {
  hours: new Set('open close hour reach contact call answer phone email'.split(' ').map(stem)),
  place: new Set('base locate location address office headquarter'.split(' ').map(stem)),
};

function weightOf(term: string, kind: AnswerKind, library: Library): number {
  const weight = library.weight(term);
  return isCommonWord(term) || OF_KIND[kind]?.has(term) ? Math.min(weight, 0.6) : weight;
}

interface Wanted {
  weights: ReadonlyMap<string, number>;
  kind: AnswerKind;
  words: readonly string[];
}

function rate(passage: Passage, {weights, kind, words}: Wanted, rank: number): Finding {
  const units = unitsOf(passage.text);
  const heading = passage.headings.at(-1) ?? '';
  const context = [
    {stems: stemsOf(heading), share: heading.endsWith('?') ? 0.95 : 0.8},
    {stems: stemsOf(passage.text), share: 0.7},
    {stems: stemsOf(passage.headings.join(' ')), share: 0.5},
  ];
  const isOtherQuestion = heading.endsWith('?') && mannerOf(wordsOf(heading)) !== mannerOf(words);
  let best = 0;
  let bestScore = -1;
  let bestCoverage = 0;
  units.forEach((unit, place) => {
    const coverage = covered(weights, [{stems: stemsOf(unit), share: 1}, ...context]);
    // What takes how long stands first: "Refunds arrive within …".
    const isFirst = kind === 'time' && weights.has(stem(wordsOf(unit)[0] ?? ''));
    const opening = isFirst ? 0.05 : 0;
    const likeness =
      opening +
      phraseBonus(unit, words) +
      kindBonus(unit, kind) -
      (isOtherQuestion ? OTHER_QUESTION : 0);
    const score = coverage + likeness - place * 0.01 + rank * 0.05;
    if (score > bestScore) [best, bestScore, bestCoverage] = [place, score, coverage];
  });
  const isTopic = heading !== '' && [...stemsOf(heading)].every(stemmed => weights.has(stemmed));
  return {passage, units, best, score: bestScore, coverage: bestCoverage, isTopic};
}

function covered(
  weights: ReadonlyMap<string, number>,
  places: readonly {stems: ReadonlySet<string>; share: number}[],
): number {
  let total = 0;
  let found = 0;
  for (const [term, weight] of weights) {
    total += weight;
    const [own, ...others] = synonymsOf(term);
    const shares = places.map(({stems, share}) => {
      if (stems.has(own)) return share;
      return others.some(other => stems.has(other)) ? share * 0.9 : 0;
    });
    found += weight * Math.max(0, ...shares);
  }
  return total === 0 ? 0 : found / total;
}

/** How a question asks: by its question word, or for a yes or no. */
function mannerOf(words: readonly string[]): string {
  const [, manner = 'whether'] =
    /\b(how (?:long|much|many|often|soon|fast|far)|how|what|which|when|where|who|why)\b/.exec(
      words.join(' ').toLowerCase(),
    ) ?? [];
  return manner;
}

function kindBonus(unit: string, kind: AnswerKind): number {
  if (kind === 'price') return PRICE_SHAPE.test(unit) ? 0.2 : -0.05;
  if (kind === 'time') return TIME_SHAPE.test(unit) ? 0.1 : 0;
  if (kind === 'hours') return HOURS_SHAPE.test(unit) ? 0.4 : 0;
  if (kind === 'place') return PLACE_SHAPE.test(unit) ? 0.5 : 0;
  return kind === 'contact' && CONTACT_SHAPE.test(unit) ? 0.5 : 0;
}

/** The visitor's very words in a row are a sign; "what is X" wants "X is …". */
function phraseBonus(unit: string, words: readonly string[]): number {
  const plain = ` ${wordsOf(unit).join(' ')} `;
  const told = statementOf(words);
  const pairs = told.slice(1).map((word, place) => `${told[place]} ${word}`);
  const shared = pairs.filter(pair => plain.includes(` ${pair} `)).length;
  const isDefinition = /^what (?:is|are|s) (?:an? |the )?([\w ]+)$/.exec(words.join(' '));
  const defines =
    isDefinition && new RegExp(`^ (?:an? |the )?${isDefinition[1]} (?:is|are) `).test(plain);
  return (pairs.length > 0 ? (shared / pairs.length) * 0.2 : 0) + (defines ? 0.3 : 0);
}

/** "Can I cancel" as the knowledge says it: "you can cancel". */
function statementOf(words: readonly string[]): readonly string[] {
  const [verb, subject, ...rest] = words;
  if (!/^(?:can|may|could|will|should|must)$/.test(verb) || !/^(?:i|we)$/.test(subject)) {
    return words;
  }
  return ['you', verb, ...rest];
}

function stemsOf(text: string): Set<string> {
  return new Set(wordsOf(text).map(stem));
}

/** A passage in the pieces that can be spoken alone. */
function unitsOf(text: string): string[] {
  if (text.includes('\n- ') || text.startsWith('- ')) return text.split('\n');
  if (parseRow(text)) return [text];
  const splitter = new SentenceSplitter();
  return [...splitter.push(text), ...splitter.end()].map(sentence => sentence.trim());
}
