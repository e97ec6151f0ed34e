import {joinsTens, numbersTo99, words, type CaptureLanguage} from '../language.js';

/** English, as recognisers write it down; understood beside every other language. */
export const ENGLISH: CaptureLanguage = {
  asks: {
    email: /\be-? ?mails?\b|\bmail address\b/,
    phone:
      /\b(?:tele)?phone\b|\bmobile\b|\bcell(?: ?phone)?\b|\b(?:contact|callback|direct|daytime|best|your) number\b|\b(?:a|what|which) number\b.*\b(?:call|reach|ring|text|contact)\b/,
    name: /\bnames?\b|\bwho (?:am i|are we|i am|i'm) (?:\w+ )?(?:speaking|talking|chatting)\b|\bwho(?:'s| is) (?:calling|this)\b|\b(?:should|can|may|shall|could) i (?:call|address) you(?! (?:back|on|at|tomorrow|today|later|about))\b/,
  },
  asksNot:
    /\b(?:domain|file|host|brand|product|plan|user|project|site|page|pet)[ -]?names?\b|\bnames? of (?:the|a|that|this|our)\b|\bmobile (?:app|site|version)s?\b|\bphone support\b|\be-?mail (?:marketing|templates?|campaigns?|support)\b/g,
  abbreviations: words('e.g i.e etc mr mrs ms dr vs'),
  phrases: [
    [/\bat[ -](?:sign|symbol)\b/gi, '@'],
    [/\be[- ]mails?\b/gi, 'email'],
    [/\bunder[ -]score\b/gi, 'underscore'],
    [/\bdot ?-?com\b/gi, 'dot com'],
    [/\b(dot |\.)co uk\b/gi, '$1co dot uk'],
    [/\bdouble (?:u|you)\b/gi, 'w'],
    [/\bdouble (\w+)\b/gi, '$1 $1'],
    [/\b(?:triple|treble) (\w+)\b/gi, '$1 $1 $1'],
    [/\b([a-z]) (?:as in|for|like) [a-z]+\b/gi, '$1'],
    [/,? ?\b(?:all )?(?:one word|lower ?-?case|together|no spaces|without spaces)\b,?/gi, ''],
  ],

  at: words('at'),
  atSign: words(''),
  dot: words('dot point period'),
  marks: {underscore: '_', dash: '-', hyphen: '-', minus: '-', plus: '+'},
  letters: {},
  letterWords: words('a i'),
  misheard: {calm: 'com', come: 'com', comm: 'com', con: 'com', nett: 'net'},

  numbers: numbersTo99(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety',
  ),
  joins: joinsTens,
  and: words('-'),
  softZero: words('oh o nought'),
  zeros: {hundred: '00', thousand: '000'},
  plus: words('plus'),

  equals: words("is it's its that's thats be"),
  leadIns: words("is it's its that's thats be email mail address at to on with use try mine"),
  fillers: words(
    "a an and actually also be best can contact could er for good great hello here here's hey hi i i'm it just like me my name no not of oh ok okay or our please reach right send so sorry sure thank thanks that the then think this um uh us want well will work would write yeah yes you your",
  ),
  places: words(
    'are arrive based been bought buy find found get got her him is it live look looked looking looks meet meeting met order ordered price prices saw see seen shop shopping sign site start stay stop them they up visit was we website were what work worked working works',
  ),
  mailboxes: words('hello hi contact office'),
  articles: words('the a an my our your this that their its'),
  corrections: words('sorry no actually rather correction wait oops scratch'),
  emailHints: words('email emails gmail mail address inbox reach write send contact'),

  number: words('number'),
  phoneHints: words('phone telephone mobile cell call calling ring text whatsapp reach tel'),
  otherNumbers: words(
    'order invoice ticket case account reference ref tracking confirmation booking serial model part sku card zip postcode code pin version ip isbn id policy passport tax vat iban ssn social room flight date born year server address product item member customer',
  ),
  units: words(
    'dollars euros pounds percent users people units miles km years days hours minutes seconds pm am gb mb million billion thousand customers visitors',
  ),
  pauses: words('um uh er erm then space dash hyphen'),
};
