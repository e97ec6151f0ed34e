import {volunteered, type Hearing} from '../../../../src/capture/classify.js';

/** What a visitor wants that needs no knowledge. */
export type Intent =
  | {type: 'unreadable'; isScript: boolean}
  /** A contact detail; `isHeard`: understood as one, so that the widget offers it for a tap. */
  | {type: 'contact'; kind: 'email' | 'phone'; isHeard: boolean}
  | {type: 'repeat'}
  | {type: 'farewell'}
  | {type: 'thanks'}
  | {type: 'greeting'}
  | {type: 'met'}
  | {type: 'wellbeing'}
  | {type: 'identity'}
  | {type: 'opening'}
  | {type: 'abilities'}
  | {type: 'human'}
  | {type: 'yes'}
  | {type: 'no'}
  | {type: 'wait'}
  | {type: 'insult'};

const FILLER = `(?:(?:ok(?:ay)?|so|well|um|uh|oh|and|but|hey|hi|hello|alright|right|great|cool|perfect|yes|yeah|no|please|sorry)[ ,.!]+)*`;
const starts = (pattern: string) => new RegExp(`^${FILLER}(?:${pattern})`, 'i');
const only = (pattern: string) => new RegExp(`^${FILLER}(?:${pattern})[ .!,?]*$`, 'iu');

/** Words that announce a contact detail, whether or not it could then be understood. */
const ANNOUNCED: Readonly<Record<'email' | 'phone', RegExp>> = {
  email:
    /\bmy (?:\w+ )?e-? ?mail(?: address)?(?: is|'s)\b(?! (?:not|already|too|full|broken|down)\b)|\b(?:e-?mail|write to|reach) me (?:at|on|under)\b/i,
  phone:
    /\b(?:my|the) (?:phone|telephone|mobile|cell)(?: ?phone)?(?: number)?(?: is|'s)\b(?! (?:not|already|broken|dead|off)\b)|\bmy number(?: is|'s)\b|\b(?:call|ring|text|phone) me (?:back )?(?:at|on|under)\b/i,
};
/** What an answer to the agent's question looks like where it was not understood. */
const ATTEMPTED: Readonly<Record<'email' | 'phone', RegExp>> = {
  email: /@|\bat\b.*\b(?:dot|point|com|net|org)\b|^(?:it'?s|it is|that'?s)\b.* at\b/i,
  phone:
    /(?:\d[ .-]*){4}|(?:\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)\b[ ,]*){4}/i,
};

const RULES: readonly [RegExp, Intent][] = [
  [
    only(
      `(?:what|pardon|sorry|excuse me|huh|come again|say again|repeat)(?: me| that| please| what)*`,
    ),
    {type: 'repeat'},
  ],
  [
    starts(
      `(?:sorry,? )?what (?:was that|did you (?:just )?say)|(?:can|could|would) you (?:please )?(?:say|repeat) (?:that|it|this)|(?:please )?(?:say|repeat) (?:that|it)|i (?:did ?n[o']?t|could ?n[o']?t|can ?n[o']?t|did not|could not|cannot) (?:hear|catch|understand|get) (?:you|that|it)|once more|one more time|say that again|pardon`,
    ),
    {type: 'repeat'},
  ],
  [
    starts(
      `(?:thanks?(?: you)?[ ,.!]*(?:so much|very much)?[ ,.!]*)?(?:good ?bye|bye(?:[ -]?bye)?|see you|talk to you later|have a (?:nice|good|great)|that(?:'s| is| was) (?:all|it|everything)|i(?:'m| am) done|i have to go|i've got to go|hang up|end (?:the|this) (?:call|conversation|chat))`,
    ),
    {type: 'farewell'},
  ],
  [
    starts(
      `(?:nothing|no thanks?|no thank you|not (?:right )?now)[ ,.!]*(?:that(?:'s| is) (?:all|it))`,
    ),
    {type: 'farewell'},
  ],
  [
    only(
      `(?:no|nope|nah|no,? thanks?|no,? thank you|not (?:really|now|today)|never ?mind|rather not|i(?:'d| would) rather not|forget it|don't)(?: thanks?| thank you)*`,
    ),
    {type: 'no'},
  ],
  [
    only(
      `(?:many )?(?:thanks?|thank you|cheers|thx)(?: (?:so much|very much|a lot|you|for (?:that|your help|the help|the information)))*|(?:that|this|you)(?:'s|'re| is| are| was| were| have been|'ve been) (?:very |really |so )?(?:helpful|great|good|nice|perfect|kind)|(?:awesome|wonderful|perfect|great|cool|nice|excellent|got it|i see|understood|good to know|sounds good|makes sense)`,
    ),
    {type: 'thanks'},
  ],
  [
    only(
      `(?:it(?:'s| is) )?(?:nice|good|great|pleased|lovely) to (?:meet|see|hear) (?:you|from you)(?: too)?|my name(?:'s| is) [\\p{L}'-]+(?: [\\p{L}'-]+)?`,
    ),
    {type: 'met'},
  ],
  [starts(`how are you|how(?:'s| is) it going|how do you do|what'?s up`), {type: 'wellbeing'}],
  [
    only(
      `hi|hello|hey|good (?:morning|afternoon|evening|day)|greetings|hi there|hello there|hey there|howdy`,
    ),
    {type: 'greeting'},
  ],
  [only(`hi|hello|hey`), {type: 'greeting'}],
  [
    starts(
      `(?:who|what) are you\\b|(?:what(?:'s| is)|is .{0,20}) ?your (?:real )?name|are you (?:a |an )?(?:real|human|person|robot|bot|machine|computer|ai|a i)|am i (?:talking|speaking) (?:to|with) (?:a |an )?(?:real|human|person|robot|bot|machine|computer)`,
    ),
    {type: 'identity'},
  ],
  [
    only(
      `i (?:just )?(?:have|had|'ve got|got) (?:a|another|one more|some|a few) (?:quick )?questions?(?: for you)?|(?:can|could) (?:you help me|i ask (?:you )?(?:something|a question))|i need (?:some |your )?help`,
    ),
    {type: 'opening'},
  ],
  [
    starts(
      `what (?:can|do) you (?:do|know|help)|how can you help|what can i (?:ask|say)|help me?$|help$`,
    ),
    {type: 'abilities'},
  ],
  [
    /\b(?:(?:talk|speak|chat|connect me|put me through) (?:to|with) (?:a |an |the |your |some(?:one|body)?\b ?)?(?:real |actual |live )?(?:human|person|people|agent|representative|somebody|someone|sales|support|team|staff|colleague|operator|manager)|(?:real|actual|live) (?:human|person)|call me back|(?:some(?:one|body)|you) (?:call|contact|email|get back to) me|follow up with me|leave (?:my|a) (?:message|contact|details|email|number))/i,
    {type: 'human'},
  ],
  [
    only(
      `(?:please|yes|yeah|yep|yup|sure|of course|please do|yes please|go ahead|ok(?:ay)?|alright|definitely|absolutely|i (?:do|would)|why not|correct|that(?:'s| is) right)(?: please| thanks?| you)*`,
    ),
    {type: 'yes'},
  ],
  [
    only(
      `(?:wait|hold on|hang on|one (?:moment|second|sec)|just a (?:moment|second|sec|minute)|give me a (?:moment|second|minute)|stop|shut up|be quiet)(?: please| a (?:moment|second|minute|sec))*`,
    ),
    {type: 'wait'},
  ],
  [/\b(?:you(?:'re| are) (?:stupid|dumb|useless|an idiot)|fuck|idiot)\b/i, {type: 'insult'}],
];

/**
 * What the visitor wants, where it is said plainly enough; null: a question.
 *
 * @param hearing What is known of the visitor, as their widget knows it.
 */
export function intentOf(text: string, hearing: Hearing = {}): Intent | null {
  const said = text.replace(/[’]/g, "'").trim();
  const contact = contactIn(text, said, hearing);
  if (contact) return contact;
  if (!/[a-z0-9]/i.test(said)) return {type: 'unreadable', isScript: /\p{L}/u.test(said)};
  const letters = said.match(/\p{L}/gu) ?? [];
  const latin = said.match(/\p{Script=Latin}/gu) ?? [];
  if (letters.length > 3 && latin.length < letters.length / 2) {
    return {type: 'unreadable', isScript: true};
  }
  return RULES.find(([pattern]) => pattern.test(said))?.[1] ?? null;
}

/** The widget's own rule decides what is recognised, so that what is said is also shown. */
function contactIn(text: string, said: string, hearing: Hearing): Intent | null {
  const heard = volunteered(text, hearing);
  if (heard) return {type: 'contact', kind: heard.kind, isHeard: true};
  const kind = (['email', 'phone'] as const).find(
    kind => ANNOUNCED[kind].test(said) || (hearing.expected === kind && ATTEMPTED[kind].test(said)),
  );
  return kind ? {type: 'contact', kind, isHeard: false} : null;
}

/** Whether the visitor takes their leave. */
export function isFarewell(text: string): boolean {
  return intentOf(text)?.type === 'farewell';
}
