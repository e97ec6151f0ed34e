/** What the documents say of the code's names is what the code says, and it says something of each. */
import assert from 'node:assert/strict';
import {relative} from 'node:path';
import {suite, test} from 'node:test';
import {leaves} from '../../docs/generate/cli.js';
import {pageEvents} from '../../docs/generate/events.js';
import {filled, generated, markedPages} from '../../docs/generate/generated.js';
import {PARTS} from '../../src/elements/panel/parts.js';
import {publicElements} from '../../docs/generate/manifest.js';
import {packageProgram, publicMembers, publicNames} from '../../docs/generate/package.js';
import {framesOf} from '../../docs/generate/stream.js';
import {ROOT} from './named-tests.js';

const elements = await publicElements();
const nameless = (all: readonly {name: string; description?: string}[], of: string) =>
  all.filter(({description}) => !description?.trim()).map(({name}) => `${of} ${name}`);

suite('what is generated', () => {
  test('is as the code is; else: npm run docs:generate', async () => {
    const all = await generated();
    const stale = [];
    for (const {file, text} of markedPages()) {
      if ((await filled(text, all)) !== text) stale.push(relative(ROOT, file));
    }
    assert.deepEqual(stale, []);
  });

  test('covers every element, every entry and every direction of the stream', async () => {
    const used = markedPages().flatMap(({text}) =>
      [...text.matchAll(/<!-- generated: ([^>]+?) -->/g)].map(([, name]) => name),
    );
    const unused = Object.keys(await generated()).filter(name => !used.includes(name));
    // What an element has not, or an entry without names of its own, needs no table.
    const empty = /aiw-orb$|^attributes of|^methods of aiw-orb|jsx|define/;
    assert.deepEqual(
      unused.filter(name => !empty.test(name)),
      [],
    );
  });
});

suite('public names without documentation: 0', () => {
  test('of the elements: attributes, properties, methods, events, slots, parts, custom properties', () => {
    assert.equal(elements.length, 3);
    const silent = elements.flatMap(element =>
      [
        ...[element.attributes, element.members, element.events],
        ...[element.slots, element.cssParts, element.cssProperties],
      ].flatMap(names => nameless(names, element.tagName)),
    );
    assert.deepEqual(silent, []);
  });

  test('of the parts that the panel passes on: the widget has each of them', () => {
    const [widget] = elements;
    const names = (widget?.cssParts ?? []).map(({name}) => name);
    const passedOn = PARTS.split(', ').filter(name => !names.includes(name));
    assert.deepEqual(passedOn, []);
  });

  test('of the events and their fields', () => {
    const silent = pageEvents().flatMap(event => [
      ...nameless([{...event}], 'event'),
      ...nameless(event.fields, event.name),
    ]);
    assert.deepEqual(silent, []);
  });

  test('of the frames of the stream', () => {
    const frames = [...framesOf('ClientFrame'), ...framesOf('ServerEvent')];
    assert.ok(frames.length > 20);
    assert.deepEqual(
      frames.filter(({description}) => !description).map(({type}) => type),
      [],
    );
  });

  test('of the commands and their options', () => {
    const silent = leaves().filter(
      ({description, options}) => !description || options.some(([, meaning]) => !meaning),
    );
    assert.deepEqual(silent, []);
  });

  test('of what the package exports, and of its fields and methods', () => {
    const program = packageProgram();
    const names = [...publicNames(program), ...publicMembers(program)];
    assert.ok(names.length > 200);
    assert.deepEqual(
      names.filter(({description}) => !description).map(({entry, name}) => `${entry} ${name}`),
      [],
    );
  });
});
