import type {ClientTool, ToolErrorCode} from '../../../../src/contract/index.js';
import {isCommonWord} from './common-words.js';
import {readValue} from './page-facts.js';
import {aboutOf, isPersonal, isSame, stemsOfName} from './page-words.js';
import {SENTENCES} from './sentences.js';
import {meaningfulWords, stem} from './words.js';

/** Share of what was said that a function's name and description have to account for. */
const MIN_COVERAGE = 0.6;
/** Longest answer that is read out, in words. */
const MAX_WORDS = 60;

/** A function of the page that somebody's words ask for. */
export interface ToolRequest {
  name: string;
  arguments: Record<string, unknown>;
  /** Something that it needs was said, such as an order's number. */
  isSure: boolean;
}

/** The function of the page that some words ask for, with what it needs taken from them; or null. */
export function requestIn(text: string, tools: readonly ClientTool[]): ToolRequest | null {
  const requests = tools
    .map(tool => ({tool, filled: argumentsFrom(text, tool)}))
    .flatMap(({tool, filled}) => {
      if (!filled) return [];
      const coverage = coverageOf(text, tool, Object.values(filled));
      const isSure = Object.keys(filled).length > 0;
      // Knowledge answers what everybody asks; a page is asked for what is the visitor's own.
      const isMeant = coverage >= MIN_COVERAGE && (isSure || isPersonal(text));
      return isMeant ? [{name: tool.name, arguments: filled, isSure, coverage}] : [];
    })
    .sort((a, b) => Number(b.isSure) - Number(a.isSure) || b.coverage - a.coverage);
  const [best] = requests;
  return best ? {name: best.name, arguments: best.arguments, isSure: best.isSure} : null;
}

/** How much of what was said a function is about, 0 to 1; 0 where its name was not touched. */
function coverageOf(text: string, {name, description}: ClientTool, values: unknown[]): number {
  const given = new Set(values.map(value => String(value).toLowerCase()));
  const about = aboutOf(text).filter(word => !given.has(word) && !/\d/.test(word));
  const named = stemsOfName(name);
  const described = meaningfulWords(description)
    .filter(word => !isCommonWord(word))
    .map(stem);
  const has = (stems: readonly string[], word: string) => stems.some(own => isSame(own, word));
  if (!about.some(word => has(named, word))) return 0;
  return about.filter(word => has(named, word) || has(described, word)).length / about.length;
}

/** What a function needs, found in the words; null where something is missing. */
function argumentsFrom(text: string, {parameters}: ClientTool): Record<string, unknown> | null {
  const properties = recordOf(parameters['properties']);
  const {required} = parameters;
  const needed = Array.isArray(required) ? required.map(String) : [];
  const names = needed.length > 0 ? needed : Object.keys(properties);
  const [name, ...others] = names;
  if (name === undefined) return {};
  const value = others.length > 0 ? undefined : valueFrom(text, recordOf(properties[name]));
  if (value !== undefined) return {[name]: value};
  return needed.length > 0 ? null : {};
}

/** A value of a schema's kind in the words: one of its choices, a number, or a word with digits. */
function valueFrom(text: string, schema: Record<string, unknown>): unknown {
  const {type, enum: choices} = schema;
  if (Array.isArray(choices)) {
    return choices.find(choice => new RegExp(`\\b${escaped(String(choice))}\\b`, 'i').test(text));
  }
  if (type === 'number' || type === 'integer') {
    const number = /(?<![\w.])\d+(?:\.\d+)?(?!\w)/.exec(text)?.[0];
    const isWrong = number === undefined || (type === 'integer' && number.includes('.'));
    return isWrong ? undefined : Number(number);
  }
  if (type !== 'string' && type !== undefined) return undefined;
  const quoted = /["“]([^"“”]{1,100})["”]/.exec(text)?.[1];
  return quoted ?? /[\w-]*\d[\w-]*/.exec(text)?.[0];
}

/** What to say of a function's outcome: its JSON, or the code of what went wrong before a colon. */
export function saidOf(output: string, isError: boolean): string {
  if (isError) {
    const code = output.split(':')[0] as ToolErrorCode;
    return SENTENCES.tool[code] ?? SENTENCES.tool.TOOL_FAILED;
  }
  const result = parsed(output);
  const {message, text} = recordOf(result);
  const sentence = [message, text].find(own => typeof own === 'string' && own.trim() !== '');
  if (typeof sentence === 'string') return shortened(sentence);
  return typeof result === 'string' && result.trim() !== ''
    ? shortened(result)
    : asSentence(shortened(readValue(result) ?? SENTENCES.toolDone));
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

function shortened(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length > MAX_WORDS ? `${words.slice(0, MAX_WORDS).join(' ')} …` : text.trim();
}

function asSentence(text: string): string {
  const closed = /[.!?…]$/.test(text) ? text : `${text}.`;
  return closed.replace(/^\p{Ll}/u, first => first.toUpperCase());
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}
