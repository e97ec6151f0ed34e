import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {asksToNavigate, matchTarget} from './match.js';

const TARGETS = [
  {label: 'Home', url: '/', aliases: ['start page', 'front page']},
  {label: 'Pricing', url: '/pricing', aliases: ['plans', 'cost', 'price list']},
  {label: 'Starter plan', url: '/pricing', sectionSelector: '#starter', aliases: ['starter']},
  {label: 'Pro plan', url: '/pricing', sectionSelector: '#pro'},
  {
    label: 'Pricing FAQ',
    url: '/pricing',
    sectionSelector: '#faq',
    aliases: ['frequently asked questions', 'FAQ'],
  },
  {label: 'Support', url: '/support', aliases: ['help centre', 'help desk']},
  {label: 'Contact us', url: '/contact', aliases: ['contact form', 'get in touch']},
  {label: 'About us', url: '/about'},
  {label: 'Check-out', url: '/checkout'},
  {label: 'Über uns', url: '/de'},
];

suite('matchTarget', () => {
  const matches: readonly [phrase: string, label: string | null][] = [
    ['Can you take me to the pricing page?', 'Pricing'],
    ['pricing', 'Pricing'],
    ['prices', 'Pricing'],
    ['plans', 'Pricing'],
    ['show me the plans and costs', 'Pricing'],
    ['tell me about pricing', 'Pricing'],
    ['take me to the prising page', 'Pricing'],
    ['price ing', 'Pricing'],
    ['the starter plan', 'Starter plan'],
    ['the star to plan', 'Starter plan'],
    ['I would like to see what the starter plan offers', 'Starter plan'],
    ['show me the pro plan', 'Pro plan'],
    ['open the faq', 'Pricing FAQ'],
    ['frequently asked question', 'Pricing FAQ'],
    ['the support page please', 'Support'],
    ['suport', 'Support'],
    ['help center', 'Support'],
    ['where is the contact form', 'Contact us'],
    ['contacts', 'Contact us'],
    ['I want to get in touch', 'Contact us'],
    ['take me home', 'Home'],
    ['the start page', 'Home'],
    ['about us', 'About us'],
    ['take me to the about page', 'About us'],
    ['check out', 'Check-out'],
    ['checkout', 'Check-out'],
    ['uber uns', 'Über uns'],
    ['pricing and contact', null],
    ['can you play music', null],
    ['what is the weather', null],
    ['take me to the careers page', null],
    ['take me to the page', null],
    ['', null],
    ['😊', null],
    ['料金ページ', null],
  ];
  for (const [phrase, label] of matches) {
    test(`${JSON.stringify(phrase)} is ${label ?? 'no target'}`, () => {
      assert.equal(matchTarget(phrase, TARGETS)?.target.label ?? null, label);
    });
  }

  test('two entries for one place do not rival', () => {
    const targets = [
      {label: 'Prices', url: '/p'},
      {label: 'Pricing', url: '/p'},
    ];
    assert.equal(matchTarget('pricing', targets)?.target.url, '/p');
  });

  test('an exact name scores 1 and a longer sentence less', () => {
    assert.equal(matchTarget('pricing', TARGETS)?.score, 1);
    assert.ok((matchTarget('pricing for my garden nursery', TARGETS)?.score ?? 1) < 1);
  });

  test('an empty map and empty names match nothing', () => {
    assert.equal(matchTarget('pricing', []), null);
    assert.equal(matchTarget('pricing', [{label: '', url: '/', aliases: ['', '!']}]), null);
  });

  test('a text four times as long takes some four times as long, not sixteen', () => {
    const targets = Array.from({length: 100}, (_, index) => ({
      label: `Section number ${index}`,
      url: `/${index}`,
      aliases: ['something quite elaborate', 'x'.repeat(500)],
    }));
    const once = (times: number) => {
      const started = performance.now();
      matchTarget('someting quit elaborat sectoin '.repeat(times), targets);
      asksToNavigate('take me '.repeat(10 * times));
      return performance.now() - started;
    };
    // The least of three: what the machine does meanwhile only adds.
    const least = (times: number) => Math.min(...[1, 2, 3].map(() => once(times)));
    const ratio = least(4000) / least(1000);
    assert.ok(ratio < 10, `${ratio}`);
  });
});

suite('asksToNavigate', () => {
  const asks = [
    'Can you take me to the pricing page?',
    'show me the plans',
    'go to support',
    'open the FAQ',
    'Go to the contact page',
    'where is the contact form?',
    'bring me to pricing',
    'Take me home',
    'take me there',
    'please open support',
    'could you open the pricing page',
    "Where's your pricing?",
    'Where’s the FAQ?',
    'I want to see the pricing',
    "let's go to support",
    'can I see the plans',
    'where can I find the FAQ',
    'bring up the pricing page',
    'navigate to support',
    'scroll to the plans',
    'go back to the home page',
    'Okay, go to pricing',
    "I'd like to see the plans",
    "I'd like to have a look at the plans",
    'contact page please',
    'The pricing page.',
    'Email form, please!',
  ];
  for (const utterance of asks) {
    test(`${JSON.stringify(utterance)} asks`, () => assert.ok(asksToNavigate(utterance)));
  }
  const asksNot = [
    'What does the starter plan cost?',
    'When are you open?',
    'are you open on Sunday',
    'is it open source',
    "don't take me there",
    'show me how it works',
    'do you open at nine',
    'where are you based',
    'how long does it take to ship',
    'Do you ship to Antarctica?',
    'what are your opening hours',
    'go ahead',
    'what is on the pricing page',
    'is there a support page?',
    'the page',
    'hello',
    'how long does it take to set up',
    'does the money go to charity',
    'find me at acme',
    'I need to open an account',
    'can you give me a discount',
    'thanks',
    '',
  ];
  for (const utterance of asksNot) {
    test(`${JSON.stringify(utterance)} does not`, () => assert.ok(!asksToNavigate(utterance)));
  }
});
