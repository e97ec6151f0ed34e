import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ELEMENTS, MODULES, typeErrors, type ElementEntry} from './app.js';

/** An attribute's value in markup: the first of its literals, else a word. */
const literal = (type = 'string') =>
  type === 'boolean'
    ? '{true}'
    : type === 'number'
      ? '{0.5}'
      : `"${/'([^']+)'/.exec(type)?.[1] ?? 'x'}"`;

const KNOWN: Readonly<Record<string, string>> = {
  OrbState: 'listening',
  CaptureKind: 'email',
  Status: 'open',
};

const attributesOf = ({attributes}: ElementEntry, prefix = '') =>
  attributes
    .map(({name, type}) => {
      const known = KNOWN[type?.text ?? ''];
      return `${prefix}${name}=${known ? `"${known}"` : literal(type?.text)}`;
    })
    .join(' ');

const propertiesOf = ({members}: ElementEntry) =>
  members.filter(
    ({kind, static: isStatic, readonly}) => kind === 'field' && !isStatic && !readonly,
  );

/** JSX with every attribute and event that the manifest names; handlers read their event. */
const markup = (on: string, capture = `${on}aiw-capture`) =>
  ELEMENTS.map(element => {
    const handlers = (element.events ?? []).map(
      ({name}) => `${name === 'aiw-capture' ? capture : on + name}={event => event.bubbles}`,
    );
    return `export const ${element.name} = () => <${element.tagName} ${attributesOf(element)} ${handlers.join(' ')} />;`;
  }).join('\n');

/**
 * How each framework's JSX is compiled, and how it names an event's handler; `capture` where it would
 * read the one of `aiw-capture` otherwise.
 */
const FRAMEWORKS = [
  {name: 'react', source: 'react', on: 'on'},
  {name: 'preact', source: 'preact', on: 'on', capture: 'onaiw-captureCapture'},
  {name: 'solid', source: 'solid-js', on: 'on:'},
];

describe('types', () => {
  it('of each module resolve for bundlers and for Node', () => {
    const code = MODULES.map(
      (name, at) => `import type * as m${at} from '${name}'; export {m${at}};`,
    );
    assert.equal(typeErrors('all.ts', code.join('\n')), '');
    const node = {module: 'NodeNext', moduleResolution: 'NodeNext'};
    assert.equal(typeErrors('all.ts', code.join('\n'), node), '');
  });

  it('tell the element by its tag, its methods, and its events', () => {
    const code = `
      import type {AIWWidgetApi, AiwVoiceWidget} from 'aiw-voice-widget';
      import 'aiw-voice-widget/define';
      const widget: AiwVoiceWidget | null = document.querySelector('aiw-voice-widget');
      const state: string | undefined = document.createElement('aiw-orb').state;
      widget?.addEventListener('aiw-call-end', event => event.reason satisfies string);
      document.addEventListener('aiw-message', ({messageId}) => messageId.length);
      document.createElement('aiw-capture-pill').addEventListener('aiw-capture-confirm', ({value}) => value.length);
      const api: AIWWidgetApi | undefined = window.AIWWidget;
      api?.onNavigate((path, section) => [path.length, section?.length]);
      api?.on('aiw-error', ({problem}) => problem);
      export {state};
    `;
    assert.equal(typeErrors('page.ts', code), '');
    assert.match(typeErrors('page.ts', `${code}\nwidget?.open('now');`), /not assignable/);
  });

  for (const {name, source, on, capture} of FRAMEWORKS) {
    const options = {jsx: name === 'solid' ? 'preserve' : 'react-jsx', jsxImportSource: source};
    const types = `import type {} from 'aiw-voice-widget/jsx/${name}';\n`;

    it(`in ${name}'s JSX know every attribute and event of the manifest`, () => {
      assert.equal(typeErrors('all.tsx', types + markup(on, capture), options), '');
    });

    it(`in ${name}'s JSX refuse what is not one`, () => {
      const wrong = `${types}export const wrong = <aiw-voice-widget placement="middle" />;`;
      assert.match(typeErrors('wrong.tsx', wrong, options), /"middle"/);
      const unknown = `${types}export const unknown = <aiw-voice-widget tocken="wt_0" />;`;
      assert.match(typeErrors('unknown.tsx', unknown, options), /tocken/);
    });
  }

  it('of the React components know every property and event', () => {
    const lines = ELEMENTS.map(element => {
      const properties = propertiesOf(element).map(({name}) => `${name}={undefined}`);
      const handlers = (element.events ?? []).map(({name}) => {
        const camel = name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
        return `on${camel}={event => event.bubbles}`;
      });
      return `export const ${element.name} = <All.${element.name} ${[...properties, ...handlers].join(' ')} />;`;
    });
    const code = `import * as All from 'aiw-voice-widget/react';\n${lines.join('\n')}`;
    const options = {jsx: 'react-jsx', exactOptionalPropertyTypes: false};
    assert.equal(typeErrors('components.tsx', code, options), '');
    const wrong = `${code}\nexport const wrong = <All.AiwOrb state="asleep" />;`;
    assert.match(typeErrors('components.tsx', wrong, options), /"asleep"/);
  });

  it('in Svelte and Vue know every attribute and event', () => {
    const svelte = ELEMENTS.map(({tagName, attributes, events = []}) =>
      [
        ...attributes.map(({name}) => name),
        ...events.map(({name}) => `on${name === 'aiw-capture' ? 'aiw-capturecapture' : name}`),
      ]
        .map(name => `({} as Svelte['${tagName}'])['${name}'];`)
        .join('\n'),
    );
    const vue = ELEMENTS.map(({tagName, attributes, events = []}) => {
      const camel = (name: string) =>
        name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      const names = attributes.map(({name}) => name);
      return [...names, ...names.map(camel), ...events.map(({name}) => camel(`on-${name}`))]
        .map(name => `({} as InstanceType<Vue['${tagName}']>).$props['${name}'];`)
        .join('\n');
    });
    const code = `
      import type {SvelteHTMLElements as Svelte} from 'svelte/elements';
      import type {GlobalComponents as Vue} from 'vue';
      import type {} from 'aiw-voice-widget/jsx/svelte';
      import type {} from 'aiw-voice-widget/jsx/vue';
      ${[...svelte, ...vue].join('\n')}`;
    assert.equal(typeErrors('markup.ts', code, {skipLibCheck: true}), '');
    const wrong = `${code}\n({} as Svelte['aiw-orb'])['stat'];`;
    assert.match(typeErrors('markup.ts', wrong, {skipLibCheck: true}), /stat/);
  });
});
