import {aboutOf, isPersonal, isSame, spokenName, stemsOfName} from './page-words.js';

/** Most values that are read out. */
const MAX_ITEMS = 5;
const MAX_DEPTH = 3;
/** By what a thing in a list is called, the first that it has. */
const NAMES = ['name', 'title', 'label', 'product', 'sku', 'id'];
const COUNTS = ['quantity', 'qty', 'count'];

type Facts = Readonly<Record<string, unknown>>;

/** A fact with the names on the way to it. */
interface Place {
  path: readonly string[];
  value: unknown;
}

const ASKS =
  /^(?:\W*(?:and|so|ok(?:ay)?|hey|hi|please)\b)*\W*(?:what|which|who|where|when|how (?:much|many)|tell me|do you know|can you (?:tell|see)|show me|is|am|are|do|have)\b/i;
const ASKS_AMOUNT = /\bhow much\b|\b(?:cost|price|pay)\b/i;

/**
 * An answer from what the page has told, where somebody asks for something of their own: "What is
 * in my cart?", "Which plan am I on?"; null where it is about something else as well.
 */
export function answerFromFacts(text: string, facts: Facts): string | null {
  if (!isPersonal(text) || !ASKS.test(text.trim())) return null;
  const about = aboutOf(text);
  const places = placesIn(facts);
  const found = places
    .map(place => ({place, said: saidOf(place, about)}))
    .filter(({said}) => said > 0)
    // What accounts for more of the words, else what is nearer the top.
    .sort((a, b) => b.said - a.said || a.place.path.length - b.place.path.length)[0];
  if (!found) return null;
  const amount = ASKS_AMOUNT.test(text) ? amountIn(found.place) : undefined;
  return sentenceOf(amount ?? found.place);
}

function placesIn(facts: Facts, above: readonly string[] = []): Place[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const path = [...above, name];
    const inner = isRecord(value) && path.length < MAX_DEPTH ? placesIn(value, path) : [];
    return [{path, value}, ...inner];
  });
}

/** How many of the words a fact accounts for; 0 where it was not named or leaves some unexplained. */
function saidOf({path}: Place, about: readonly string[]): number {
  const own = stemsOfName(path.at(-1) ?? '');
  const all = path.flatMap(stemsOfName);
  const isMeant = (stems: readonly string[], word: string) => stems.some(own => isSame(own, word));
  const rest = about.filter(word => !isMeant(all, word) && !/^(?:cost|price|pay)/.test(word));
  const isNamed = own.length > 0 && own.every(name => isMeant(about, name));
  return isNamed && rest.length === 0 ? all.filter(name => isMeant(about, name)).length : 0;
}

function amountIn({path, value}: Place): Place | undefined {
  if (!isRecord(value)) return undefined;
  const name = Object.keys(value).find(key => /total|price|amount|sum|cost/i.test(key));
  return name === undefined ? undefined : {path: [...path, name], value: value[name]};
}

function sentenceOf({path, value}: Place): string | null {
  const name = path.map(spokenName).join(' ');
  if (isEmpty(value)) return `Your ${name} is empty.`;
  const told = listIn(value);
  if (told) return `In your ${name}: ${told}.`;
  const read = readValue(value);
  return read === null ? null : `Your ${name} is ${read}${/[.!?]$/.test(read) ? '' : '.'}`;
}

/** A plain reading of any JSON value: what a person would say of it; null where there is nothing. */
export function readValue(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? listIn(value) : isRecord(value) ? fieldsOf(value) : null;
}

/** Things of a list, whether it is the value or the one list in it. */
function listIn(value: unknown): string | null {
  if (Array.isArray(value)) {
    const named = value
      .slice(0, MAX_ITEMS)
      .map(nameOf)
      .filter(name => name !== null);
    const more = value.length - named.length;
    return named.length === 0 ? null : [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
  }
  if (!isRecord(value)) return null;
  const [list, ...others] = Object.values(value).filter(Array.isArray);
  const items = list && others.length === 0 ? listIn(list) : null;
  if (!items) return null;
  const rest = fieldsOf(
    Object.fromEntries(Object.entries(value).filter(([, own]) => own !== list)),
  );
  return rest ? `${items}; ${rest}` : items;
}

function nameOf(item: unknown): string | null {
  if (!isRecord(item)) return readValue(item);
  const name = NAMES.map(key => item[key]).find(own => typeof own === 'string' && own !== '');
  if (name === undefined) return fieldsOf(item);
  const count = COUNTS.map(key => item[key]).find(own => typeof own === 'number');
  return typeof count === 'number' && count !== 1 ? `${count} × ${String(name)}` : String(name);
}

function fieldsOf(record: Facts): string | null {
  const told = Object.entries(record)
    .map(([name, value]) => [spokenName(name), isRecord(value) ? null : readValue(value)])
    .filter(([, value]) => value !== null)
    .slice(0, MAX_ITEMS)
    .map(([name, value]) => `${name}: ${value}`);
  return told.length > 0 ? told.join(', ') : null;
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (!isRecord(value)) return value === null;
  const lists = Object.values(value).filter(Array.isArray);
  return Object.keys(value).length === 0 || (lists.length === 1 && lists[0]?.length === 0);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
