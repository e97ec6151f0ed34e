import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {en} from './en.js';
import {LANGUAGES, languageFor, loadStrings, type Language} from './languages.js';

suite('languageFor', () => {
  const cases: readonly [wanted: (string | undefined)[], language: Language][] = [
    [['de'], 'de'],
    [['de-AT'], 'de'],
    [['pt_BR'], 'pt'],
    [['ZH-Hant-TW'], 'zh'],
    [['iw-IL'], 'he'],
    [['nl', 'fr-BE', 'en'], 'fr'],
    [['', undefined, 'ja'], 'ja'],
    [['nl', 'sv'], 'en'],
    [['constructor'], 'en'],
    [[], 'en'],
  ];
  for (const [wanted, language] of cases) {
    test(`of ${JSON.stringify(wanted)} is ${language}`, () =>
      assert.equal(languageFor(wanted), language));
  }
});

type Leaf = string | ((argument: never) => string);

/** Every text of a language by its path. */
function leaves(tree: object, path = ''): [path: string, leaf: Leaf][] {
  return Object.entries(tree).flatMap(([key, value]: [string, Leaf | object]) =>
    typeof value === 'object' ? leaves(value, `${path}${key}.`) : [[path + key, value] as const],
  ) as [string, Leaf][];
}

const said = (leaf: Leaf) => (typeof leaf === 'string' ? leaf : leaf('Ava' as never));

/** The visitor's own part of these is nothing to translate, or the same word in two languages. */
const MAY_BE_ENGLISH =
  /^(lang|dir|assistant|message|capture\..*\.placeholder|microphoneHelp\.(insecure|policy|frame))$/;

for (const language of LANGUAGES) {
  suite(`the words in ${language}`, () => {
    test('are complete: each text of English has its own', async () => {
      const words = new Map(leaves(await loadStrings(language)));
      for (const [path, english] of leaves(en)) {
        const text = said(words.get(path) as Leaf);
        assert.equal(typeof text, 'string', path);
        if (said(english)) assert.notEqual(text.trim(), '', path);
        if (language !== 'en' && !MAY_BE_ENGLISH.test(path)) {
          assert.notEqual(text, said(english), `${path} is English`);
        }
      }
    });

    test('say what they are given: name, page, number', async () => {
      const strings = await loadStrings(language);
      assert.match(strings.talkTo('Ava'), /Ava/);
      assert.match(strings.conversationWith('Ava'), /Ava/);
      assert.match(strings.guidedTo('Pricing'), /Pricing/);
      assert.match(strings.charactersLeft(12), /12/);
      assert.doesNotMatch(strings.talkTo(''), /undefined|\s$/);
    });

    test('raise no voice', async () => {
      for (const [path, leaf] of leaves(await loadStrings(language))) {
        assert.doesNotMatch(said(leaf), /[!！]/, path);
      }
    });
  });
}
