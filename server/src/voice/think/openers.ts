import type {Library} from './library.js';

const MAX = 3;
const MAX_LENGTH = 48;

/** First questions to offer: those of the knowledge, then some about its topics. */
export function openersOf(library: Library): string[] {
  const questions = library.questions.filter(question => question.length <= MAX_LENGTH);
  const noun = library.rows[0]?.noun.toLowerCase();
  const prices = library.rows.some(({cells}) => cells.some(({value}) => /[$€£]/.test(value)));
  const made = [
    ...(noun ? [`What ${noun}s are there?`] : []),
    ...(prices && library.rows[0] ? [`What does ${library.rows[0].name} cost?`] : []),
    ...library.topics
      .filter(topic => topic.split(' ').length <= 3)
      .map(topic => `Tell me about ${lower(topic)}`),
  ];
  return [...new Set([...made.slice(0, 1), ...questions, ...made.slice(1)])].slice(0, MAX);
}

function lower(topic: string): string {
  return /^\p{Lu}\p{Ll}/u.test(topic) ? topic[0].toLowerCase() + topic.slice(1) : topic;
}
