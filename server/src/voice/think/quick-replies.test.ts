import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {quickReplies} from './quick-replies.js';
import {SENTENCES} from './sentences.js';

const OPENERS = [
  'What plans are there?',
  'What does Starter cost?',
  'Do you deliver?',
  'And so on?',
];
const repliesTo = (text: string, ...locales: string[]) =>
  quickReplies(text, {locales, openers: () => OPENERS});

const YES_OR_NO: readonly (readonly [text: string, yes: string, no: string, locale?: string])[] = [
  ['Would you like to see the plans?', 'Yes', 'No'],
  ['The Starter plan costs $29. Shall I take you to the pricing page?', 'Yes', 'No'],
  ['If you like, I can send it. Should I?', 'Yes', 'No'],
  ['If it helps, would you like a short summary?', 'Yes', 'No'],
  ['Here is **Starter**: [see it](/pricing). Do you want to know more?', 'Yes', 'No'],
  ['We have three plans, is that right?', 'Yes', 'No'],
  ['Do you have any questions or concerns?', 'Yes', 'No'],
  ['Shall I go on, or not?', 'Yes', 'No'],
  [SENTENCES.thanks, 'Yes', 'No'],
  [SENTENCES.unknownPlain, 'Yes', 'No'],
  [SENTENCES.capture.submitted.email, 'Yes', 'No'],
  // The brain speaks English, whatever the visitor's browser does.
  ['Would you like to see the plans?', 'Yes', 'No', 'de-DE'],
  ['Möchten Sie die Preise sehen?', 'Ja', 'Nein', 'de'],
  ['Soll ich Ihnen die Seite zeigen?', 'Ja', 'Nein', 'en'],
  ['Si quiere, ¿le muestro los precios?', 'Sí', 'No', 'es'],
  ['¿Quiere ver los planes?', 'Sí', 'No', 'es-MX'],
  ['Souhaitez-vous voir les tarifs ?', 'Oui', 'Non', 'fr'],
  ['Est-ce que je peux vous aider ?', 'Oui', 'Non', 'fr-CH'],
  ['Quer ver os planos?', 'Sim', 'Não', 'pt-BR'],
  ['Posso mostrar a página?', 'Sim', 'Não', 'pt'],
  ['Posso mostrarle la pagina?', 'Sì', 'No', 'it'],
  ['Vuole vedere i prezzi?', 'Sì', 'No', 'it'],
  ['هل تريد رؤية الأسعار؟', 'نعم', 'لا', 'ar'],
  ['האם תרצו לראות את המחירים?', 'כן', 'לא', 'he'],
  ['料金ページをご覧になりますか？', 'はい', 'いいえ', 'ja'],
  ['您想看一下价格吗？', '是的', '不用了', 'zh-CN'],
];

const CHOICES: readonly (readonly [text: string, options: string[], locale?: string])[] = [
  ['Do you mean Starter, Pro or Estate?', ['Starter', 'Pro', 'Estate']],
  ['Do you mean the Starter plan or the Pro plan?', ['The Starter plan', 'The Pro plan']],
  ['Is it about plans, or something else?', ['Plans', 'Something else']],
  ['Which one: monthly, or yearly?', ['Monthly', 'Yearly']],
  ['Would you like me to show you the plans or the prices?', ['The plans', 'The prices']],
  ['Shall I take you to the plans or to the comparison?', ['The plans', 'The comparison']],
  [
    'There are several:\n\n- **Starter**, $19 a month\n- [Pro](/pro), $49\n\nWhich one do you mean?',
    ['Starter', 'Pro'],
  ],
  ['Which of these would you like?\n1. Pickup\n2. Delivery', ['Pickup', 'Delivery']],
  ['Meinen Sie Starter oder Pro?', ['Starter', 'Pro'], 'de'],
  ['¿Se refiere a Starter o Pro?', ['Starter', 'Pro'], 'es'],
  ['Souhaitez-vous Starter ou Pro ?', ['Starter', 'Pro'], 'fr'],
  ['Prefere mensal ou anual?', ['Mensal', 'Anual'], 'pt'],
  ['Preferisce mensile o annuale?', ['Mensile', 'Annuale'], 'it'],
];

const NOT_UNDERSTOOD: readonly string[] = [
  SENTENCES.garbled,
  SENTENCES.tooShort,
  SENTENCES.noSuchPage,
  'I am not sure what you mean. Could you rephrase that?',
  'Das habe ich nicht ganz verstanden.',
];

const OPEN: readonly string[] = [
  '',
  'The Starter plan costs $29 a month.',
  'What would you like to know?',
  'Gladly. What is it about?',
  'How can I help you?',
  'Could you tell me when you moved in?',
  'Why do you ask?',
  'Is the plan right? I believe that it is.',
  'Is that all, or would you like to hear about something else as well?',
  // The pill answers these.
  SENTENCES.unknown('email'),
  SENTENCES.human('phone'),
  'May I have your email address?',
  'Soll ich Ihre E-Mail-Adresse notieren?',
  'Do you not understand the invoice? Then here is a long answer about how an invoice of ours is to be read, line by line, with what each of its lines means for you and your shop.',
];

suite('quick replies', () => {
  for (const [text, yes, no, locale = 'en'] of YES_OR_NO) {
    test(`“${text}” is answered with ${yes} or ${no}`, () => {
      assert.deepEqual(repliesTo(text, locale), [yes, no]);
    });
  }
  for (const [text, options, locale = 'en'] of CHOICES) {
    test(`“${text}” offers its alternatives`, () => {
      assert.deepEqual(repliesTo(text, locale), options);
    });
  }
  for (const text of NOT_UNDERSTOOD) {
    test(`“${text}” offers questions that can be answered`, () => {
      assert.deepEqual(repliesTo(text, 'en'), OPENERS.slice(0, 3));
    });
  }
  for (const text of OPEN) {
    test(`“${text}” offers nothing`, () => {
      assert.deepEqual(repliesTo(text, 'de'), []);
    });
  }
  test('five alternatives, and long ones, are no buttons', () => {
    assert.deepEqual(repliesTo('Do you mean A, B, C, D or E?'), []);
    const long = 'the plan with all that a nursery of several sites could ever need';
    assert.deepEqual(repliesTo(`Do you mean Starter or ${long}?`), []);
  });
});
