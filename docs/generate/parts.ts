/** The parts that a page may style, the panel's included. */
import {INNER_PARTS, PARTS} from '../../src/elements/panel/parts.js';
import type {PublicElement} from './manifest.js';
import {partDescriptions} from './source.js';

/** Parts of the launcher, then those of the panel, each with the sentence of its docstring. */
export function allParts(widget: PublicElement): {name: string; description: string}[] {
  const described = partDescriptions();
  const own = widget.cssParts.map(({name, description = ''}) => ({name, description}));
  const inner = [...new Set([...PARTS.split(/,\s*/), ...INNER_PARTS.split(/,\s*/)])]
    .filter(name => !own.some(one => one.name === name) || name === 'card')
    .map(name => ({name, description: described.get(name) ?? ''}));
  return [...own.filter(({name}) => name !== 'card'), ...inner];
}
