import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {parseMarkdown, plainText, type Block, type Inline} from './index.js';

/** A message's tokens as one line: `b(…)`, `i(…)`, `code(…)`, `a<address>(…)`, `ul[…]`. */
const drawn = (markdown: string, isUnfinished = false) =>
  parseMarkdown(markdown, {isUnfinished}).map(drawBlock).join(' ');

function drawBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return drawInline(block.content);
    case 'heading':
      return `h(${drawInline(block.content)})`;
    case 'codeBlock':
      return `pre(${block.text})`;
    default: {
      const name = block.type === 'bulletList' ? 'ul' : `ol${block.start}`;
      const items = block.items.map(({content, children}) =>
        [drawInline(content), ...children.map(drawBlock)].join(' '),
      );
      return `${name}[${items.join(', ')}]`;
    }
  }
}

function drawInline(content: readonly Inline[]): string {
  return content.map(drawToken).join('');
}

function drawToken(token: Inline): string {
  switch (token.type) {
    case 'text':
      return token.text;
    case 'code':
      return `code(${token.text})`;
    case 'link':
      return `a<${token.href}>(${drawInline(token.content)})`;
    default:
      return `${token.type === 'strong' ? 'b' : 'i'}(${drawInline(token.content)})`;
  }
}

type Case = readonly [markdown: string, drawn: string];

suite('marks within a line', () => {
  const cases: readonly Case[] = [
    ['a **bold** and an *italic* word', 'a b(bold) and an i(italic) word'],
    ['__bold__ and _italic_', 'b(bold) and i(italic)'],
    ['***both***', 'b(i(both))'],
    ['**bold with *italic* in it**', 'b(bold with i(italic) in it)'],
    ['run `npm i` now', 'run code(npm i) now'],
    ['``a ` b`` and `` ` ``', 'code(a ` b) and code(`)'],
    ['`**not bold**`', 'code(**not bold**)'],
    ['a line\nand another', 'a line\nand another'],
    ['2 * 3 * 4 and 5*3*2', '2 * 3 * 4 and 5*3*2'],
    ['snake_case_name', 'snake_case_name'],
    ['not **closed', 'not **closed'],
    ['** not bold **', '** not bold **'],
    ['****', '****'],
    ['`` ` and more', '`` ` and more'],
    ['\\*not italic\\* \\x', '*not italic* \\x'],
    ['“**Pro**”, (**Team**).', '“b(Pro)”, (b(Team)).'],
    ['<b>bold</b> & <img src=x>', '<b>bold</b> & <img src=x>'],
  ];
  for (const [markdown, expected] of cases) {
    test(JSON.stringify(markdown), () => assert.equal(drawn(markdown), expected));
  }
});

suite('links', () => {
  const cases: readonly Case[] = [
    ['[plans](https://acme.com/pricing)', 'a<https://acme.com/pricing>(plans)'],
    ['[our **plans**]( /pricing#pro )', 'a</pricing#pro>(our b(plans))'],
    ['[wiki](https://a.com/x_(y))', 'a<https://a.com/x_(y)>(wiki)'],
    ['see https://acme.com/a?b=c.', 'see a<https://acme.com/a?b=c>(https://acme.com/a?b=c).'],
    ['(https://acme.com/a_(b))', '(a<https://acme.com/a_(b)>(https://acme.com/a_(b)))'],
    ['**https://acme.com**', 'b(a<https://acme.com>(https://acme.com))'],
    ['HTTPS://ACME.COM', 'a<HTTPS://ACME.COM>(HTTPS://ACME.COM)'],
    ['https:// and http://?', 'https:// and http://?'],
    ['[a [nested] label](https://a.com)', '[a [nested] label](a<https://a.com>(https://a.com))'],
    [
      '[x](https://a.com/[y](https://b.com)',
      '[x](a<https://a.com/>(https://a.com/)a<https://b.com>(y)',
    ],
    ['[1] and [2]', '[1] and [2]'],
    ['[empty]()', 'empty'],
  ];
  for (const [markdown, expected] of cases) {
    test(JSON.stringify(markdown), () => assert.equal(drawn(markdown), expected));
  }

  const refused = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'blob:https://acme.com/1',
    'file:///etc/passwd',
    'mailto:jane@acme.com',
    'tel:+12025550143',
    '//evil.test/x',
    '/\\evil.test',
    '\\\\evil.test',
    'https:evil.test',
    'https:///evil.test',
    'pricing',
    '#plans',
    '&#106;avascript:alert(1)',
  ];
  for (const href of refused) {
    test(`a label before ${href} is plain text`, () => {
      assert.equal(drawn(`[label](${href})`), 'label');
    });
  }
});

suite('blocks', () => {
  const cases: readonly Case[] = [
    ['One.\n\n\nTwo.\r\nThree.', 'One. Two.\nThree.'],
    ['# Plans\nThree of them', 'h(Plans) Three of them'],
    ['#hashtag', '#hashtag'],
    ['- one\n- **two**', 'ul[one, b(two)]'],
    ['* one\n\n* two\n\nAfter.', 'ul[one, two] After.'],
    ['Plans:\n• one\n• two', 'Plans: ul[one, two]'],
    ['1. one\n2. two', 'ol1[one, two]'],
    ['3) three\n\n3) four', 'ol3[three, four]'],
    ['- one\n  - in it\n  - too\n- two', 'ul[one ul[in it, too], two]'],
    ['1. one\n   - in it\n\n   more\n2. two', 'ol1[one ul[in it] more, two]'],
    ['- one\n1. two', 'ul[one] ol1[two]'],
    ['-not a list\n-5 degrees', '-not a list\n-5 degrees'],
    ['2024. A year', 'ol2024[A year]'],
    ['```js\nconst a = "**b**";\n\n  c();\n```\nAfter', 'pre(const a = "**b**";\n\n  c();) After'],
    ['```\nnot closed', 'pre(not closed)'],
    ['', ''],
  ];
  for (const [markdown, expected] of cases) {
    test(JSON.stringify(markdown), () => assert.equal(drawn(markdown), expected));
  }
});

suite('a text that is still being written', () => {
  const cases: readonly Case[] = [
    ['The **Pro pl', 'The b(Pro pl)'],
    ['The **Pro *pl', 'The b(Pro i(pl))'],
    ['The **Pro** and `np', 'The b(Pro) and code(np)'],
    ['See [our pl', 'See our pl'],
    ['See [our plans](https://ac', 'See our plans'],
    ['The **', 'The **'],
    ['2 * 3', '2 * 3'],
  ];
  for (const [markdown, expected] of cases) {
    test(JSON.stringify(markdown), () => assert.equal(drawn(markdown, true), expected));
  }
});

suite('plain text', () => {
  const cases: readonly Case[] = [
    ['# Plans\n**Starter** is [here](/pricing).', 'Plans\nStarter is here.'],
    ['1. one\n   - in it\n2. `two`', '1. one\n  • in it\n2. two'],
    ['```\na\nb\n```', 'a\nb'],
    ['Nothing in it.', 'Nothing in it.'],
  ];
  for (const [markdown, expected] of cases) {
    test(JSON.stringify(markdown), () => assert.equal(plainText(markdown), expected));
  }
});
