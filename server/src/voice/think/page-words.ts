import {isStopWord, stem, wordsOf} from './words.js';

/** Words about the asking itself, which no fact or function has to account for. */
const ASIDES = new Set(
  'current currently right now today still already check look find sign signed subscribe subscribed using use item items contain contents inside left status number'
    .split(' ')
    .map(stem),
);

/** What many pages call by one name and visitors by another. */
const SYNONYMS: readonly (readonly string[])[] = [
  ['cart', 'basket', 'bag', 'trolley'],
  ['plan', 'subscription', 'tier', 'package'],
  ['total', 'sum', 'amount'],
  ['status', 'state'],
  ['delivery', 'shipping', 'shipment'],
].map(group => group.map(stem));

/** Stems of a name as programmers write it: `cartTotal`, `order_status`, `order-status`. */
export function stemsOfName(name: string): string[] {
  return wordsOf(name.replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ').replace(/[_-]+/g, ' ')).map(stem);
}

/** A name as it is said: "cart total". */
export function spokenName(name: string): string {
  return name
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ')
    .replace(/[_-]+/g, ' ')
    .toLowerCase()
    .trim();
}

/** Stems of an utterance that say what it is about. */
export function aboutOf(text: string): string[] {
  return wordsOf(text)
    .filter(word => !isStopWord(word))
    .map(stem)
    .filter(stemmed => !ASIDES.has(stemmed));
}

/** Whether two stems mean the same to a visitor. */
export function isSame(a: string, b: string): boolean {
  return a === b || SYNONYMS.some(group => group.includes(a) && group.includes(b));
}

/** Whether somebody speaks of their own things. */
export function isPersonal(text: string): boolean {
  return /\b(?:my|mine|me|i|i'm|im|our|we|us)\b/i.test(text.replace(/’/g, "'"));
}
