import type {llm} from '@livekit/agents';
import type {NavTarget} from '../../../../src/contract/index.js';
import type {Brain, BrainInit} from './brain.js';
import {isCommonWord} from './common-words.js';
import {spokenAnswer} from './compose.js';
import {
  contactsAfter,
  hearingAfter,
  replyToCallback,
  replyToContact,
  replyToUnknown,
  type Contacts,
} from './contacts.js';
import {asksToNavigate, matchTarget} from '../../../../src/navigation/match.js';
import {hitsIn, isAbout, rowsNamedIn, unsaid} from './findings.js';
import {intentOf, type Intent} from './intents.js';
import {libraryOf, type Library} from './library.js';
import {Memory, type Topic} from './memory.js';
import {openersOf} from './openers.js';
import {answerFromFacts} from './page-facts.js';
import {requestIn, saidOf} from './page-tools.js';
import {understand, type Question} from './question.js';
import {retrieve, type Finding} from './retrieve.js';
import {ScriptedLlm, type Reply} from './scripted-llm.js';
import {SENTENCES} from './sentences.js';
import {answerFromTables, cellAnswer, rowsThatHave} from './tables.js';
import {isStopWord, stem, wordsOf} from './words.js';
import {yearlyAnswer} from './yearly.js';

/** Share of a question that has to be in the knowledge before it is answered from it. */
const MIN_COVERAGE = 0.62;
/** With this much, a sentence of the knowledge is better than one made from a table. */
const SURE_COVERAGE = 0.93;

/** The brain without a language model: rules, full-text search and the nav map. */
export function createEmbeddedBrain(init: BrainInit): Brain {
  const dialogue = new Dialogue(init);
  return {
    llm: new ScriptedLlm(context => dialogue.reply(context)),
    instructions: '',
    repliesToTools: false,
    openers: () => openersOf(libraryOf(init.widget)),
  };
}

/** What was said before the words that are answered now. */
interface Past {
  /** The agent's last message. */
  last: string;
  /** All of the agent's messages. */
  agent: string[];
}

/** Finds replies. It has no effect, and remembers only what its own words meant. */
export class Dialogue {
  readonly #init: BrainInit;
  readonly #library: Library;
  readonly #memory = new Memory();

  constructor(init: BrainInit) {
    this.#init = init;
    this.#library = libraryOf(init.widget);
  }

  async reply(context: llm.ChatContext): Promise<Reply> {
    const messages = context.items.filter(item => item.type === 'message');
    const said = (role: llm.ChatRole) =>
      messages.filter(message => message.role === role).map(message => message.textContent ?? '');
    const agent = said('assistant');
    const last = context.items.at(-1);
    // A function of the page has answered.
    if (last?.type === 'function_call_output') return {text: saidOf(last.output, last.isError)};
    return this.answer(said('user').at(-1) ?? '', {last: agent.at(-1) ?? '', agent});
  }

  /** The reply to some words, given what the agent has said before. */
  async answer(text: string, past: Past): Promise<Reply> {
    this.#init.judged(false);
    const intent = intentOf(text, hearingAfter(past.last, this.#init));
    if (intent) return this.#respond(intent, past);
    const own = this.#fromPage(text);
    if (own) return own;
    const question = understand(text, this.#library);
    // "Where is your office?" is better told than shown.
    const isTold = question.kind === 'place' && question.words[0] === 'where';
    const told = isTold ? await this.#know(question, past) : null;
    if (told) return told;
    const target = this.#target(text);
    if (target && (asksToNavigate(text) || isNameOf(text, target))) return this.#go(target);
    if (asksForPage(text)) return {text: SENTENCES.noSuchPage};
    return (await this.#know(question, past)) ?? {text: this.#unknown(question, past)};
  }

  /** What the visitor's own page can tell, where it is asked for. */
  #fromPage(text: string): Reply | null {
    const request = requestIn(text, this.#init.tools());
    if (request?.isSure) return {text: '', call: request};
    const told = answerFromFacts(text, this.#init.facts());
    if (told) return {text: told};
    return request && !asksToNavigate(text) ? {text: '', call: request} : null;
  }

  #respond(intent: Intent, past: Past): Reply {
    const {settings} = this.#init.widget;
    switch (intent.type) {
      case 'contact':
        return {text: replyToContact(intent, this.#contacts(past))};
      case 'repeat':
        return {
          text: this.#memory.recall(past.last)?.text ?? (past.last || SENTENCES.repeatNothing),
        };
      case 'human':
        return {text: replyToCallback(this.#contacts(past))};
      case 'identity':
        return {text: SENTENCES.identity(settings.agent.name)};
      case 'opening':
        return {text: SENTENCES.gladly};
      case 'abilities':
        return {text: SENTENCES.abilities(this.#library.topics)};
      case 'unreadable':
        return {text: intent.isScript ? SENTENCES.otherScript : SENTENCES.noWords};
      case 'wait':
        return {text: SENTENCES.waiting};
      case 'yes':
        return this.#accept(past);
      case 'no':
        return {text: SENTENCES.fine};
      default:
        return {text: SENTENCES[intent.type]};
    }
  }

  #accept(past: Past): Reply {
    const {expected: kind} = hearingAfter(past.last, this.#init);
    const isAwaited = kind && this.#contacts(past).takes(kind);
    return {text: isAwaited ? SENTENCES.awaited(kind) : SENTENCES.gladly};
  }

  #go(target: NavTarget): Reply {
    const text = SENTENCES.going(target);
    return {text, call: {name: 'navigate', arguments: {page: target.label}}};
  }

  #target(text: string): NavTarget | null {
    const {enabled, targets} = this.#init.widget.settings.navigation;
    return enabled ? (matchTarget(text, targets)?.target ?? null) : null;
  }

  async #know(question: Question, past: Past): Promise<Reply | null> {
    const before = this.#memory.recall(past.last)?.topic ?? null;
    const alone = () => this.#find(question, {terms: question.terms, rows: question.rows}, past);
    const inContext = async () =>
      before && this.#find(question, withContext(question, before), past);
    if (question.isFollowUp) return (await inContext()) ?? alone();
    const [row, ...others] = before?.rows ?? [];
    if (row && others.length === 0 && question.rows.length === 0 && !question.asksWhich) {
      const cell = cellAnswer(row, question);
      const topic = {terms: question.terms, rows: [row]};
      if (cell) return this.#remembered(cell, topic);
    }
    const found = await alone();
    return found ?? (question.terms.length <= 2 ? inContext() : null);
  }

  async #find(question: Question, topic: Topic, past: Past): Promise<Reply | null> {
    if (topic.terms.length === 0 && question.kind !== 'price') return null;
    const kind = topic.terms.some(isPriceTerm) ? 'price' : question.kind;
    if (question.asksWhich && kind !== 'price') {
      const which = await this.#findWhich(question, topic);
      if (which) return which;
    }
    const findings = await this.#search(topic.terms, {...question, kind});
    const finding = findings.find(({passage}) => isAbout(passage, topic));
    const isRow = finding?.passage.text.includes(' | ') ?? false;
    const fromTable = answerFromTables({...question, kind}, topic.terms, topic.rows, this.#library);
    if (fromTable?.isSure) return this.#remembered(fromTable.text, topic);
    const fresh =
      finding && question.isFollowUp && kind === 'any' ? unsaid(finding, past.last) : finding;
    const spoken = fresh ? spokenAnswer(fresh, {terms: topic.terms, kind}) : '';
    if (finding && !isRow && finding.coverage >= SURE_COVERAGE) {
      return this.#remembered(spoken, topic);
    }
    const yearly = yearlyAnswer(topic, past.last);
    if (yearly) return this.#remembered(yearly, topic);
    if (fromTable) return this.#remembered(fromTable.text, topic);
    if (!finding || finding.coverage < MIN_COVERAGE) {
      // "Is delivery part of Starter?" is answered by the plans that have it.
      return topic.rows.length > 0 ? this.#findWhich(question, topic) : null;
    }
    return this.#remembered(spoken, topic);
  }

  /** Answers "which plan has …?" with names of rows. */
  async #findWhich(question: Question, topic: Topic): Promise<Reply | null> {
    const named = new Set(
      [...this.#library.rows.map(({noun}) => noun), ...topic.rows.map(({name}) => name)]
        .flatMap(wordsOf)
        .map(stem),
    );
    const terms = topic.terms.filter(term => !named.has(term));
    if (terms.length === 0) return null;
    const having = rowsThatHave(terms, this.#library);
    if (having) return this.#remembered(having.text, {terms, rows: having.rows});
    const findings = await this.#search(terms, question);
    const [best] = findings
      .filter(({coverage}) => coverage >= MIN_COVERAGE)
      .flatMap(finding => finding.units.map((_, place) => ({...finding, best: place})))
      .map(finding => ({
        finding,
        rows: rowsNamedIn(finding, this.#library),
        hits: hitsIn(finding.units[finding.best], terms),
      }))
      .filter(({rows, hits}) => rows.length > 0 && hits > 0)
      // A sentence that names two of them answers for both.
      .sort((a, b) => b.hits - a.hits || b.rows.length - a.rows.length);
    if (!best) return null;
    const text = spokenAnswer(best.finding, {terms, kind: 'any'});
    return this.#remembered(text, {terms, rows: best.rows});
  }

  #search(terms: readonly string[], {kind, words}: Question): Promise<Finding[]> {
    const {knowledge: index, widget} = this.#init;
    return retrieve(
      {terms, kind, words},
      {index, revisionId: widget.revisionId, library: this.#library},
    );
  }

  #remembered(text: string, topic: Topic): Reply {
    this.#memory.remember(text, topic);
    return {text};
  }

  #unknown({terms, words}: Question, past: Past): string {
    if (terms.length === 0) return SENTENCES.tooShort;
    const isSense = (word: string) =>
      isStopWord(word) || isCommonWord(word) || this.#library.vocabulary.has(word);
    // Not one word of a question: noise, or a recogniser's guess at it.
    if (!words.some(isSense)) return SENTENCES.garbled;
    this.#init.judged(true);
    return replyToUnknown(this.#contacts(past));
  }

  #contacts({agent}: Past): Contacts {
    return contactsAfter(agent, this.#init.widget.settings.capture.kinds);
  }
}

/** Completes a follow-up with what the last answer was about. */
function withContext(question: Question, before: Topic): Topic {
  const named = new Set(
    question.rows.flatMap(({name}) => name.toLowerCase().split(/\s+/).map(stem)),
  );
  const own = question.terms.filter(term => !named.has(term));
  const beforeNames = new Set(
    before.rows.flatMap(({name}) => name.toLowerCase().split(/\s+/).map(stem)),
  );
  if (question.rows.length > 0) {
    const isBare = own.every(term => term === 'plan' || term === stem('option'));
    const asked = isBare ? before.terms.filter(term => !beforeNames.has(term)) : [];
    return {terms: unique([...question.terms, ...asked]), rows: question.rows};
  }
  const names = before.terms.filter(term => beforeNames.has(term));
  const kept = before.rows.length > 0 ? names : before.terms;
  return {terms: unique([...question.terms, ...kept]), rows: before.rows};
}

const PRICE_STEMS = new Set(['cost', 'price', 'pricing', 'expensive', 'cheap'].map(stem));
const isPriceTerm = (term: string) => PRICE_STEMS.has(term);
const unique = (terms: readonly string[]) => [...new Set(terms)];

/** Whether a page is asked for as such, rather than what may stand on it. */
function asksForPage(text: string): boolean {
  return asksToNavigate(text) && /\b(?:page|section|form|tab)\b/i.test(text);
}

/** Whether hardly more was said than the name of the page. */
function isNameOf(text: string, {label}: NavTarget): boolean {
  return (
    wordsOf(text)
      .join(' ')
      .replace(/^the | please$/g, '') === wordsOf(label).join(' ')
  );
}
