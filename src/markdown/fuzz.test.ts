import assert from 'node:assert/strict';
import {performance} from 'node:perf_hooks';
import {suite, test} from 'node:test';
import {parseMarkdown, plainText, type Block, type Inline} from './index.js';

const PIECES = [
  ...['*', '**', '***', '_', '__', '`', '``', '```', '[', ']', '(', ')', '](', '\\', '<', '>', '#'],
  ...['\n', '\n\n', ' ', '  ', '\t', '\r\n', '- ', '1. ', '# ', '|', '&', ';', '.', '!', '\0'],
  ...['a', 'word', 'é', '日本', '😀', '\ud83d', 'http', 'https://', 'https://a.com/x'],
  ...['javascript:', 'JAVASCRIPT:alert(1)', 'data:text/html,', '//evil.test', '/path', 'mailto:'],
];

const SITE = 'https://site.test';

/** The same numbers every time, 0 ≤ x < 1 (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function someText(random: () => number): string {
  const length = Math.floor(random() * 60);
  return Array.from({length}, () => PIECES[Math.floor(random() * PIECES.length)]).join('');
}

function hrefsIn(blocks: readonly Block[]): string[] {
  return blocks.flatMap(block => {
    if (block.type === 'codeBlock') return [];
    if ('content' in block) return inlineHrefs(block.content);
    return block.items.flatMap(item => [...inlineHrefs(item.content), ...hrefsIn(item.children)]);
  });
}

function inlineHrefs(content: readonly Inline[]): string[] {
  return content.flatMap(token => {
    if (!('content' in token)) return [];
    const own = token.type === 'link' ? [token.href] : [];
    return [...own, ...inlineHrefs(token.content)];
  });
}

suite('whatever an agent writes', () => {
  test('is read, and links lead to http(s) or to this site only', () => {
    const random = chance(1);
    for (let round = 0; round < 20_000; round += 1) {
      const text = someText(random);
      for (const isUnfinished of [false, true]) {
        for (const href of hrefsIn(parseMarkdown(text, {isUnfinished}))) {
          // A host that no browser takes is for whoever draws the link to refuse.
          if (!URL.canParse(href, SITE)) continue;
          const {protocol, origin} = new URL(href, SITE);
          assert.match(protocol, /^https?:$/, JSON.stringify(text));
          if (href.startsWith('/')) assert.equal(origin, SITE, JSON.stringify(text));
        }
      }
    }
  });

  test('keeps its words', () => {
    const random = chance(2);
    for (let round = 0; round < 5_000; round += 1) {
      const words = Array.from({length: 6}, (_, place) => `w${place}${'xyz'[place % 3]}`);
      const text = words.map(word => word + someText(random).replace(/[\w`(]|\/\//g, '')).join(' ');
      const read = plainText(text);
      for (const word of words) assert.ok(read.includes(word), JSON.stringify(text));
    }
  });
});

suite('the time to read a text grows with its length only', () => {
  const patterns = [
    ...['*', '**', '*a', '*a ', '**a ', '_a ', '`', '`a', '``a ', '[', '[a', '[a](', '[a](b', ']'],
    ...['](', '[a](b(', '\\', 'https://', 'https:///', 'https://)', 'https://a.com)', '(', ')'],
    ...[
      '#',
      '# ',
      '- ',
      '- a\n',
      '  - a\n',
      '1. a\n',
      '```\n',
      '``` ',
      '\n',
      ' ',
      ' \n',
      '> ',
      '*_',
    ],
    ...['**_`[a](', '*a* ', '**a*', ' `', '•'],
  ];
  const read = (text: string) => {
    const start = performance.now();
    parseMarkdown(text);
    parseMarkdown(text, {isUnfinished: true});
    return performance.now() - start;
  };
  // A quadratic reader takes minutes for any of these.
  const LONGEST_MS = 2_000;
  for (const pattern of patterns) {
    test(`${JSON.stringify(pattern)} again and again`, () => {
      const taken = read(pattern.repeat(Math.ceil(200_000 / pattern.length)));
      assert.ok(taken < LONGEST_MS, `${Math.round(taken)} ms`);
    });
  }
});
