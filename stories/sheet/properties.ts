import type {LitElement, PropertyDeclaration} from 'lit';
import type {Choices} from '../story.js';

/** A property of an element that can be set by hand. */
export interface Property {
  name: string;
  value: string | number | boolean;
  kind: 'text' | 'boolean' | 'number' | 'choice';
  /** Of a choice. */
  options: readonly string[];
}

/** The public properties of an element that are a text, a number, yes or no, or one of a few. */
export function propertiesOf(element: LitElement, choices: Choices): Property[] {
  const {elementProperties} = element.constructor as typeof LitElement;
  return [...elementProperties].flatMap(([key, declaration]) => {
    const property = propertyOf(element, String(key), declaration, choices);
    return property ? [property] : [];
  });
}

function propertyOf(
  element: LitElement,
  name: string,
  {type, state, attribute}: PropertyDeclaration,
  choices: Choices,
): Property | undefined {
  const value: unknown = (element as unknown as Record<string, unknown>)[name];
  if (state || attribute === false || (typeof value === 'object' && value !== null)) return;
  const options = choices[name] ?? [];
  if (options.length > 0) return {name, value: textOf(value), kind: 'choice', options};
  if (isOf(type, Boolean)) return {name, value: value === true, kind: 'boolean', options};
  if (isOf(type, Number)) return {name, value: Number(value), kind: 'number', options};
  return {name, value: textOf(value), kind: 'text', options};
}

/** Sets a property to what an address says of it. */
export function setProperty(element: LitElement, name: string, text: string): void {
  const {elementProperties} = element.constructor as typeof LitElement;
  const declaration = elementProperties.get(name);
  if (!declaration) return;
  const value = isOf(declaration.type, Boolean)
    ? text === 'true'
    : isOf(declaration.type, Number)
      ? Number(text)
      : text;
  Object.assign(element, {[name]: value});
}

/** By name: an element in a frame has that frame's own constructors. */
const isOf = (type: unknown, wanted: {name: string}) =>
  typeof type === 'function' && type.name === wanted.name;

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');
