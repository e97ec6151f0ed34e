/** Every fenced block of the documents is run, compiled or parsed, or stands in the table below. */
import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {parse as parseVue} from 'vue/compiler-sfc';
import {parse as parseSvelte} from 'svelte/compiler';
import {pageEvents} from '../../../docs/generate/events.js';
import {publicElements} from '../../../docs/generate/manifest.js';
import {navigationSchema, triggersSchema} from '../../../server/src/domain/widgets/settings.js';
import {documents, fencesOf, type Fence} from '../markdown.js';
import {faultsOfCss, faultsOfHtml} from './html.js';
import {faultsOfScripts, type Script} from './scripts.js';
import {faultsOfShell} from './shell.js';

/** Blocks that nothing checks here, by language, with the reason. */
const UNCHECKED: Readonly<Record<string, string>> = {
  '': 'nothing to run: headers, console lines, drawings of folders',
  apache: 'Apache is not on the machines of the tests',
  yaml: "a setting of Prometheus' own",
  astro: 'its compiler is no dependency; the example in examples/ is built by its own test',
};
/** Run in their own languages by `server/src/domain/identify-snippets/` and `examples/drive/install.test.ts`. */
const RUN_ELSEWHERE = /^(?:python|php|ruby|go|java|csharp)$/;
const WITH_OTHER_LANGUAGES = ['docs/host-site-identify.md', 'docs/install-wordpress.md'];
/** Checked by `testing/docs/deploy.test.ts`, which has the programs that read them. */
const DEPLOYED = /^(?:nginx|caddyfile|systemd|containerfile|dotenv)$/;

const fences = documents().flatMap(fencesOf);
const of = (...languages: string[]) => fences.filter(({language}) => languages.includes(language));
const at = ({file, line}: Fence) => `${file}:${line}`;
const elements = await publicElements();
const [widget] = elements;
const scripts: Script[] = of('js', 'ts', 'tsx').map(fence => ({
  at: at(fence),
  language: fence.language as Script['language'],
  text: fence.text,
}));

suite('blocks of the documents', () => {
  test('have a language that is checked, or a reason', () => {
    const checked = /^(?:html|css|js|ts|tsx|vue|svelte|json|sh)$/;
    const other = fences.filter(
      ({language, file}) =>
        !checked.test(language) &&
        !DEPLOYED.test(language) &&
        !(language in UNCHECKED) &&
        !(RUN_ELSEWHERE.test(language) && WITH_OTHER_LANGUAGES.includes(file)),
    );
    assert.deepEqual(
      other.map(fence => `${at(fence)} ${fence.language}`),
      [],
    );
    assert.ok(fences.length > 60);
  });

  test('of HTML have attributes and slots that exist', () => {
    const faults = of('html').flatMap(fence =>
      faultsOfHtml(fence.text, elements, text => {
        scripts.push({at: at(fence), language: 'classic', text});
      }).map(fault => `${at(fence)}: ${fault}`),
    );
    assert.deepEqual(faults, []);
  });

  test('of Vue and Svelte are read by their compilers, and have attributes that exist', () => {
    const faults = of('vue', 'svelte').flatMap(fence => {
      if (fence.language === 'svelte') parseSvelte(fence.text, {modern: true});
      else assert.deepEqual(parseVue(fence.text).errors, [], at(fence));
      return faultsOfHtml(fence.text.replace(/<\/?template>/g, ''), elements);
    });
    assert.deepEqual(faults, []);
  });

  test('of JavaScript and TypeScript compile against the types of the package', () => {
    assert.deepEqual(faultsOfScripts(scripts), []);
  });

  test('of JavaScript name events that exist', () => {
    const known = new Set(pageEvents().map(({name}) => name));
    const wrong = fences.flatMap(fence =>
      [...fence.text.matchAll(/['"](aiw-[a-z-]+)['"]/g)]
        .map(([, name = '']) => name)
        .filter(name => /^(?:js|ts|tsx|html)$/.test(fence.language) && !known.has(name))
        .filter(
          name => !elements.some(({tagName}) => tagName === name) && name !== 'aiw-voice-widget',
        )
        .map(name => `${at(fence)} ${name}`),
    );
    assert.deepEqual(wrong, []);
  });

  test('of CSS name custom properties and parts that exist', () => {
    assert.ok(widget);
    const properties = new Set(elements.flatMap(one => one.cssProperties.map(({name}) => name)));
    const parts = new Set(elements.flatMap(one => one.cssParts).map(({name}) => name));
    const faults = of('css').flatMap(fence =>
      faultsOfCss(fence.text, properties, parts).map(fault => `${at(fence)}: ${fault}`),
    );
    assert.deepEqual(faults, []);
  });

  test('of JSON are JSON, and triggers and nav maps that the server takes', () => {
    for (const fence of of('json')) {
      const value = JSON.parse(fence.text) as object;
      if (Array.isArray(value) && 'conditions' in Object(value[0])) triggersSchema.parse(value);
      if ('targets' in value) navigationSchema.parse(value);
    }
  });

  test('of commands are what their programs take', async () => {
    const faults = [];
    for (const fence of of('sh')) {
      for (const fault of await faultsOfShell(fence.text, fence.file))
        faults.push(`${at(fence)}: ${fault}`);
    }
    assert.deepEqual(faults, []);
  });
});
