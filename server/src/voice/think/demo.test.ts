import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {demoSettings, writtenTalk} from '../../../testing/written-talk.js';

/** Longer than this is tiring to listen to. */
const MOST_WORDS = 50;

type Talk = readonly (readonly [said: string, answer: RegExp])[];

const REFUND = /refund your last payment in full within 30 days/;
const UNKNOWN = /^I am sorry, I do not know that\. What is your email address/;

/** Facts, in other words than the knowledge has for them. */
const FACTS: Talk = [
  ['How much would I pay each month for the cheapest one?', /Starter plan costs \$19 a month/],
  ["Can I get my money back if I'm not happy with it?", REFUND],
  ['Do I have to type in my credit card to try it out?', /^No\. The 30-day trial needs no card/],
  ['How long can I test it before paying?', /free trial of 30 days/],
  ['Do you take a cut of what I sell?', /no commission/],
  ['Do I have to install any software?', /nothing to install/],
  ['We already have a WordPress site, can we use it there?', /placed on WordPress/],
  ['Can you import our items from Shopify?', /We move your products/],
  ['Is there a cheaper rate for non-profits?', /charities get half price/],
  ['What happens to my sales when the wifi goes down?', /till keeps working/],
  ['Can I reach someone on a Sunday?', /on Sundays from 9 a\.m\. to 1 p\.m\./],
  ['How quickly do you reply to emails?', /within four working hours/],
  ['Where do you store our data?', /kept in the United States/],
  ['Does the shop come in Spanish?', /English, French and Spanish/],
  ['How many people can log in on Pro?', /^The Pro plan has 10 staff accounts\.$/],
  ['Which plan has workshops?', /^The Pro and Estate plans include workshops\.$/],
  ['Which plans have phone support?', /^Phone support is part of Pro and Estate\.$/],
  ['Which plan is best for several sites?', /^The Estate plan is best for several sites/],
  ["What's the most expensive plan?", /^The Estate plan costs \$129 a month\.$/],
  ['Do you have a refund policy?', REFUND],
  ['Where are you based?', /14 Mill Lane/],
  ['Where is your office?', /14 Mill Lane/],
  ['How long do refunds take?', /within five working days/],
  ['Is there a minimum contract?', /^No\. You pay month by month/],
  ['Do you charge a setup fee?', /no setup fee/],
  ['Can customers pick up their order?', /Local pickup/],
  ['Is delivery included in Starter?', /Delivery rounds are part of Pro and Estate/],
  [
    'How many staff accounts do I get?',
    /^Starter has 2 staff accounts, Pro 10 and Estate unlimited/,
  ],
  ['Do you offer phone support?', /^Phone support is part of/],
];

const FOLLOW_UPS: readonly Talk[] = [
  [
    ['What does Pro cost?', /^The Pro plan costs \$49 a month\.$/],
    ['And Estate?', /^The Estate plan costs \$129 a month\.$/],
    ["What's included in it?", /several sites/],
    ['Can I pay yearly?', /two months are free/],
  ],
  [
    ['Do you do deliveries?', /delivery rounds/i],
    ['On which plans?', /^Delivery rounds are part of Pro and Estate\.$/],
  ],
  [
    ['Is there a free trial?', /30 days/],
    ['How long is it?', /^Every plan begins with a free trial of 30 days\.$/],
    ['And after that?', /nothing is charged unless/],
  ],
  [
    ['Can I cancel?', /^You can cancel at any time/],
    ['Do I get a refund then?', REFUND],
  ],
  [
    ['Which plan has workshops?', /Pro and Estate/],
    ['How much is that one?', /^Pro costs \$49 a month and Estate costs \$129 a month\.$/],
  ],
  [
    ['When is support open?', /Monday to Friday/],
    ['and on Saturdays?', /on Saturdays from 9 a\.m\./],
  ],
  [
    ['Tell me about the Pro plan', /\$49/],
    ['How many staff?', /^The Pro plan has 10 staff accounts\.$/],
  ],
];

/** What is asked for, and the label of the page. */
const PAGES: readonly (readonly [said: string, page: string])[] = [
  ['Could you pull up the price list?', 'Pricing'],
  ["I'd like to have a look at the comparison table", 'Plan comparison'],
  ['Bring me back to the start page', 'Home'],
  ['where do I find the tutorials', 'Guides'],
  ["Let's see the contact form", 'Contact'],
  ['Jump to the opening hours please', 'Support hours'],
  ['Can I see the refund policy?', 'Pricing questions'],
];

const UNKNOWNS = [
  'Do you sell tractors?',
  'Who is the president of France?',
  'Can it print invoices in Chinese?',
  'Do you have an app for Android?',
  "What's the weather tomorrow in Vermont?",
];

const MANNERS: Talk = [
  ['Nice to meet you', /^Nice to meet you, too/],
  ['My name is Jane', /^Nice to meet you, too/],
  ["You're really helpful", /^You are welcome/],
  ['Are you a real person?', /^I am Ava, a computer program/],
  ['No thanks', /^All right\. /],
  ['No, thank you', /^All right\. /],
  ['asdf qwer zxcv', /^Sorry, I did not get that\. Could you say it another way\?$/],
  ['I have a question', /^Gladly\./],
  ['Take me to the careers page', /^I do not know of such a page/],
];

async function holds(talk: Talk) {
  const {ask} = await writtenTalk(demoSettings());
  for (const [said, answer] of talk) {
    const {text} = await ask(said);
    assert.match(text, answer, `to "${said}"`);
    assert.ok(text.split(' ').length <= MOST_WORDS, `too long to listen to: ${text}`);
  }
}

suite('on the demo site', () => {
  for (const row of [...FACTS, ...MANNERS]) test(`"${row[0]}"`, () => holds([row]));
  for (const talk of FOLLOW_UPS) test(talk.map(([said]) => said).join(' … '), () => holds(talk));
  for (const [said, page] of PAGES) {
    test(`"${said}" leads to ${page}`, async () => {
      const {call} = await (await writtenTalk(demoSettings())).ask(said);
      assert.deepEqual(call, {name: 'navigate', arguments: {page}});
    });
  }
  for (const said of UNKNOWNS) {
    test(`"${said}" is not known`, () => holds([[said, UNKNOWN]]));
  }
});
