import {askedFor} from '../../../../src/capture/classify.js';
import {languageOf} from '../../../../src/capture/languages/all.js';
import {plainText} from '../../../../src/markdown/index.js';
import {askingIn, type Asking} from './asking.js';

/** More than this is a list to read, not a choice. */
const MOST_OPTIONS = 4;
/** What fits on a button, in characters and in words. */
const LONGEST_OPTION = 40;
const MOST_WORDS = 6;
/** In a longer message not to have understood is said of something else, in characters. */
const LONGEST_EXCUSE = 160;

const ITEM = /^\s*(?:•|\d+\.)\s+/;
/** Of "Starter, $19 a month" only the name is an answer. */
const DETAIL = /[,:;(–—]|\s-\s/;
/** What may come after a question mark. */
const CLOSING = /["'”»)\s]+$/u;
const SENTENCE_END = /(?<=[.!?…؟])\s+|(?<=[。！？])/u;
const CLAUSE_END = /(?<=[,:;–—،，、])\s*/u;
/** "Shall I go on, or not?" */
const OR_NOT = /,? (?:or not|oder nicht|o no|ou non|ou não)$/i;

/** What the offers depend on beside the agent's words. */
export interface QuickReplyInit {
  /** The visitor's language and the widget's, as BCP 47 tags; English comes after them. */
  locales: readonly (string | null)[];
  /** Questions to fall back on where the agent has not understood at all. */
  openers: () => readonly string[];
}

/**
 * Answers to offer for what the agent has just said, going by its words alone: yes and no, the
 * alternatives that it names, or questions that it can answer where it did not understand.
 *
 * @param markdown The agent's message.
 * @returns At most four; none where the question is open, or asks for a contact detail (the pill
 * answers that).
 */
export function quickReplies(markdown: string, {locales, openers}: QuickReplyInit): string[] {
  const text = plainText(markdown).trim();
  const {question, items} = lastQuestion(text);
  if (askedFor(text) || askedFor(text, languageOf(...locales))) return [];
  const languages = askingIn(...locales);
  for (const asking of question ? languages : []) {
    if (asking.which?.test(question) && isChoice(items)) return items;
    const {options, isChosen} = optionsIn(question, asking);
    if (options) return options;
    if (isChosen || !asksForYes(question, asking)) continue;
    return isChoice(items) ? items : [asking.yes, asking.no];
  }
  const isUnclear =
    text.length <= LONGEST_EXCUSE && languages.some(({unclear}) => unclear?.test(text));
  return isUnclear ? openers().slice(0, MOST_OPTIONS - 1) : [];
}

/** The question that a message ends with, and the list before or after it. */
function lastQuestion(text: string): {question: string; items: string[]} {
  const lines = text.split('\n').filter(line => line.trim() !== '');
  const items = lines
    .filter(line => ITEM.test(line))
    .map(line => optionOf(line.replace(ITEM, '').split(DETAIL)[0]));
  const last = lines.filter(line => !ITEM.test(line)).at(-1) ?? '';
  const sentence = last.replace(CLOSING, '').split(SENTENCE_END).at(-1) ?? '';
  return {question: /[?？؟]$/u.test(sentence) ? sentence.trim() : '', items};
}

/** Whether it asks for a yes or no: "If you like, shall I …?" does in its second part. */
function asksForYes(question: string, {opens, asksOpenly}: Asking): boolean {
  if (asksOpenly?.test(question)) return false;
  const parts = question.split(CLAUSE_END);
  return parts.some((_, from) => opens.test(parts.slice(from).join(' ')));
}

/** The alternatives of "Do you mean Starter, Pro or Estate?". */
function optionsIn(
  question: string,
  {choice, or, opens}: Asking,
): {options: string[] | null; isChosen: boolean} {
  const bare = question.replace(/[?？؟]$/u, '').replace(OR_NOT, '');
  const head = choice?.exec(bare);
  const [before = '', ...after] =
    head && or ? bare.slice(head.index + head[0].length).split(or) : [];
  if (after.length === 0) return {options: null, isChosen: false};
  const options = [...before.split(/,\s*/), ...after].map(optionOf).filter(Boolean);
  const isFit = isChoice(options) && !options.some(option => opens.test(option));
  return {options: isFit ? options : null, isChosen: true};
}

const isChoice = (options: readonly string[]) =>
  options.length > 1 &&
  options.length <= MOST_OPTIONS &&
  new Set(options).size === options.length &&
  options.every(
    option => option.length <= LONGEST_OPTION && option.split(/\s+/).length <= MOST_WORDS,
  );

/** As a button has it: trimmed, with a capital. */
function optionOf(words = ''): string {
  const option = words.trim().replace(/[.;,]+$/, '');
  return option.charAt(0).toLocaleUpperCase() + option.slice(1);
}
