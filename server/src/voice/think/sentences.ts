import type {CaptureKind, NavTarget} from '../../../../src/contract/index.js';

const KIND: Readonly<Record<CaptureKind, string>> = {
  email: 'email address',
  phone: 'phone number',
  name: 'name',
};

const leftOut = (kind: CaptureKind) =>
  `No problem, we can leave out the ${KIND[kind]}. What else would you like to know?`;

/** Fixed sentences of the agent, in one place so that they keep one tone. */
export const SENTENCES = {
  apology: 'I am sorry, I could not think of an answer just now. Please ask me again.',
  capture: {
    submitted: {
      email: 'Thank you, I have noted your email address. Is there anything else I can do for you?',
      phone: 'Thank you, I have noted your phone number. Is there anything else I can do for you?',
      name: 'Thank you, I have noted your name. What else would you like to know?',
    },
    dismissed: {email: leftOut('email'), phone: leftOut('phone'), name: leftOut('name')},
  },
  /** Where a page cannot be opened for the visitor. */
  directions: ({label, url}: NavTarget) =>
    `I could not open that page for you. You find it in the menu, under ${label}, at ${url}.`,
  going: ({label}: NavTarget) => `Let me take you to ${pageName(label)}.`,
  noSuchPage: 'I do not know of such a page. What are you looking for?',
  noPage:
    'I cannot open that page for you, but I can tell you about it. What would you like to know?',
  noted: (kind: CaptureKind) =>
    `Thank you. Please check the ${KIND[kind]} on your screen, and confirm it with a tap.`,
  /** After one was given and confirmed already. */
  notedAgain: (kind: CaptureKind) =>
    `Thank you. If that is another ${KIND[kind]} than before, please confirm it on your screen.`,
  /** Given, but not understood: the question brings up an empty pill. */
  missed: (kind: CaptureKind) => `Sorry, I did not catch that. What is your ${KIND[kind]}?`,
  /** After a "yes" to the question for one. */
  awaited: (kind: CaptureKind) => `Gladly. What is your ${KIND[kind]}?`,
  notKept: 'Thank you, but I cannot take contact details here.',
  /** Ends in "?" with the word that the widget's pill listens for (§6.1). */
  unknown: (kind: CaptureKind) =>
    `I am sorry, I do not know that. What is your ${KIND[kind]}, so that somebody can get back to you?`,
  unknownAgain:
    'I am sorry, I do not know that either. The team can answer it when they get back to you.',
  unknownPlain: 'I am sorry, I do not know that. Is there something else I can help with?',
  human: (kind: CaptureKind) =>
    `I can ask somebody from the team to get back to you. What is your ${KIND[kind]}?`,
  humanPlain:
    'I cannot pass you on to somebody from here, I am sorry. What would you like to know?',
  humanNoted: 'I will pass that on. The team gets back to you with the details that you left.',
  repeatNothing: 'I have not said anything yet. What would you like to know?',
  oneMoment: 'One moment, please.',
  /** A function of the page gave nothing, by why. */
  tool: {
    TOOL_NOT_FOUND: 'I am sorry, I cannot look that up on this page.',
    TOOL_ARGUMENTS_INVALID:
      'I am sorry, I could not look that up with what I understood. Could you say it another way?',
    TOOL_TIMEOUT: 'I am sorry, that is taking too long. Please ask me again in a moment.',
    TOOL_FAILED: 'I am sorry, I could not look that up just now. Please ask me again in a moment.',
    TOOL_RESULT_INVALID:
      'I am sorry, I could not look that up just now. Please ask me again in a moment.',
  },
  toolDone: 'That is done.',
  farewell: 'Goodbye, and thank you for stopping by.',
  thanks: 'You are welcome. Is there anything else you would like to know?',
  greeting: 'Hello. What would you like to know?',
  wellbeing: 'I am well, thank you. How can I help you?',
  identity: (name: string) =>
    `I am ${name}, a computer program that answers questions about this site. What would you like to know?`,
  abilities: (topics: readonly string[]) =>
    topics.length > 0
      ? `You can ask me about ${listed(topics)}. What would you like to know?`
      : 'You can ask me anything about this site. What would you like to know?',
  gladly: 'Gladly. What would you like to know?',
  fine: 'All right. Just ask if you would like to know anything else.',
  met: 'Nice to meet you, too. What would you like to know?',
  waiting: 'Of course, take your time.',
  insult: 'I am sorry that I am not of more help. What would you like to know?',
  noWords: 'I did not find any words in that. What would you like to know?',
  otherScript: 'I am sorry, I only understand English. What would you like to know?',
  garbled: 'Sorry, I did not get that. Could you say it another way?',
  tooShort: 'Could you tell me a little more about what you are looking for?',
} as const;

function pageName(label: string): string {
  const isProper = /\p{Lu}/u.test(label.slice(1));
  const name = isProper ? label : label.toLowerCase();
  if (/^home$/i.test(name)) return 'the home page';
  return /\b(?:page|section|form)$/i.test(name)
    ? `the ${name.replace(/^the /i, '')}`
    : `the ${name} page`;
}

function listed(topics: readonly string[]): string {
  const names = topics.slice(0, 3).map(topic => topic[0].toLowerCase() + topic.slice(1));
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
