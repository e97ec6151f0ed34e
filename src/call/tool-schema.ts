import type {JsonSchema} from '../contract/index.js';

/** How a function may be named. */
export const TOOL_NAME = /^[\w-]{1,64}$/;

const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: value => typeof value === 'string',
  number: value => typeof value === 'number',
  integer: value => Number.isInteger(value),
  boolean: value => typeof value === 'boolean',
  null: value => value === null,
  array: value => Array.isArray(value),
  object: isRecord,
};

/** Whether a value is an object with properties, and no array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Whether a value is what a JSON schema describes, as far as `type`, `enum`, `required`,
 * `properties` and `items` go; what else a schema says is the page's own to check.
 */
export function fits(value: unknown, schema: unknown): boolean {
  if (!isRecord(schema)) return true;
  const {type, enum: choices, required, properties, items} = schema as JsonSchema;
  const types = [type].flat().filter(name => typeof name === 'string');
  if (types.length > 0 && !types.some(name => TYPES[name]?.(value) ?? true)) return false;
  if (Array.isArray(choices) && !choices.includes(value)) return false;
  if (Array.isArray(value)) return value.every(item => fits(item, items));
  if (!isRecord(value)) return true;
  const needed = Array.isArray(required) ? (required as string[]) : [];
  const isWhole = needed.every(name => Object.hasOwn(value, name));
  const known = Object.entries(isRecord(properties) ? properties : {});
  return (
    isWhole && known.every(([name, own]) => !Object.hasOwn(value, name) || fits(value[name], own))
  );
}
