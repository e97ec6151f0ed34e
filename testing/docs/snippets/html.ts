/** HTML of the documents: the tag's and the elements' attributes and slots are real ones. */
import {parse, type HTMLElement} from 'node-html-parser';
import {isOnTag, tagName} from '../../../docs/generate/elements.js';
import type {PublicElement} from '../../../docs/generate/manifest.js';

/** What any script, or any element, may have. */
const OF_SCRIPTS = ['src', 'type', 'defer', 'async', 'nonce', 'integrity', 'crossorigin', 'id'];
const OF_ELEMENTS = ['id', 'class', 'slot', 'style', 'lang', 'dir', 'hidden'];

/** What is wrong with a piece of HTML; scripts in it are handed to `script`. */
export function faultsOfHtml(
  text: string,
  elements: readonly PublicElement[],
  script: (code: string) => void = () => {},
): string[] {
  const root = parse(text, {comment: true, blockTextElements: {script: true, style: true}});
  const faults: string[] = [];
  for (const node of root.querySelectorAll('*')) {
    const tag = node.tagName.toLowerCase();
    if (tag === 'script') faults.push(...faultsOfScript(node, elements, script));
    const element = elements.find(({tagName}) => tagName === tag);
    if (element) faults.push(...faultsOfElement(node, element));
    else if (tag.startsWith('aiw-')) faults.push(`there is no <${tag}>`);
  }
  return faults;
}

function faultsOfScript(
  node: HTMLElement,
  elements: readonly PublicElement[],
  script: (code: string) => void,
): string[] {
  // Data, such as an import map.
  const isData = /^importmap$|json/.test(node.getAttribute('type') ?? '');
  if (isData) JSON.parse(node.text);
  else if (node.text.trim()) script(node.text);
  const names = Object.keys(node.attributes);
  if (!names.some(name => name.startsWith('data-widget'))) return [];
  const [widget] = elements;
  const known = [...OF_SCRIPTS, ...(widget?.attributes ?? []).filter(isOnTag).map(tagName)];
  const src = node.getAttribute('src') ?? '';
  return [
    ...names.filter(name => !known.includes(name)).map(name => `the tag has no ${name}`),
    ...(/\/aiw-voice-widget\.js$|^…$/.test(src) ? [] : [`${src} is not the tag's address`]),
  ];
}

function faultsOfElement(node: HTMLElement, element: PublicElement): string[] {
  const known = [...OF_ELEMENTS, ...element.attributes.map(({name}) => name)];
  const slots = element.slots.map(({name}) => name);
  return [
    ...Object.keys(node.attributes)
      .filter(name => !known.includes(name) && !/^[@:.]|^on|^v-|^client:|^bind:/.test(name))
      .map(name => `<${element.tagName}> has no ${name}`),
    ...node.childNodes
      .map(child => ('getAttribute' in child ? (child as HTMLElement).getAttribute('slot') : null))
      .filter(slot => slot && !slots.includes(slot))
      .map(slot => `<${element.tagName}> has no slot ${slot}`),
  ];
}

/** Custom properties and parts that a style sheet names, and that nothing has. */
export function faultsOfCss(text: string, properties: Set<string>, parts: Set<string>): string[] {
  const used = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);
  const isBalanced = text.split('{').length === text.split('}').length;
  return [
    ...(isBalanced ? [] : ['its braces do not match']),
    ...used(/(--aiw-[\w-]+)/g).filter(name => !properties.has(name)),
    ...used(/::part\(([\w-]+)\)/g).filter(name => !parts.has(name)),
  ];
}
