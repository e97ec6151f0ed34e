/** Tables of what a page may use of the elements, from the manifest. */
import type {Attribute, Member, PublicElement} from './manifest.js';
import {code, sentence, table} from './table.js';

const given = ({type}: {type?: {text: string}}) =>
  code(type?.text.replace(/ \| undefined$/, '') ?? '');
const preset = (value: string | undefined) =>
  value === undefined || value === "''" ? '' : code(value);

/** What is written in HTML. */
export function attributesOf({attributes}: PublicElement): string {
  const rows = attributes.map(one => [
    code(one.name),
    given(one),
    preset(one.default),
    sentence(one.description),
  ]);
  return table(['attribute', 'type', 'default', 'meaning'], rows);
}

/** Attributes of the script tag: those of the element that are properties too, with `data-` before. */
export function tagAttributes({attributes}: PublicElement): string {
  const rows = attributes
    .filter(isOnTag)
    .map(one => [
      code(tagName(one)),
      one.name === 'token' ? 'yes' : 'no',
      sentence(one.description),
    ]);
  return table(['attribute', 'required', 'meaning'], rows);
}

/** The tag hands on what the element observes. */
export const isOnTag = ({fieldName}: Attribute) => fieldName !== undefined;

/** Name of an element's attribute on the script tag. */
export const tagName = ({name}: Attribute) =>
  name === 'token' ? 'data-widget-token' : `data-${name}`;

/** Properties that are not static. */
export function propertiesOf({members}: PublicElement): string {
  const rows = members
    .filter(({kind}) => kind === 'field')
    .map(one => [
      code(one.name) + (one.static ? ' (static)' : ''),
      given(one),
      one.attribute ? code(one.attribute) : '',
      sentence(one.description) +
        (one.readonly ? ' Read-only.' : '') +
        (one.reflects ? ' Reflected.' : ''),
    ]);
  return table(['property', 'type', 'attribute', 'meaning'], rows);
}

/** Methods with what they take and give. */
export function methodsOf({members}: PublicElement): string {
  const rows = members
    .filter(({kind}) => kind === 'method')
    .map(one => [
      code(signature(one)),
      code(one.return?.type.text ?? 'void'),
      sentence(one.description),
    ]);
  return table(['method', 'gives', 'does'], rows);
}

const signature = ({name, parameters = []}: Member) =>
  `${name}(${parameters.map(one => `${one.name}${one.optional ? '?' : ''}`).join(', ')})`;

/** Slots, or custom properties. */
export function slotsOf({slots}: PublicElement): string {
  return table(
    ['slot', 'what'],
    slots.map(one => [code(one.name), sentence(one.description)]),
  );
}

/** Custom properties with what holds where none is set. */
export function cssPropertiesOf({cssProperties}: PublicElement): string {
  const rows = cssProperties.map(one => [
    code(one.name),
    code(one.default ?? ''),
    sentence(one.description),
  ]);
  return table(['property', 'default', 'meaning'], rows);
}

/** Parts of one element alone. */
export function partsOf({cssParts}: PublicElement): string {
  return table(
    ['part', 'what'],
    cssParts.map(one => [code(one.name), sentence(one.description)]),
  );
}
