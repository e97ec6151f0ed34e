import {chromium} from './chromium.js';
import type {EngineKind} from './engine.js';
import {firefox} from './firefox.js';
import {webkit} from './webkit.js';

const ALL: readonly EngineKind[] = [chromium, firefox, webkit];

/**
 * The engines that `ENGINES` names, by commas; all where it names none. One that is missing here is
 * left out with a line that says so and how to get it; where `CI` is set that is an error.
 */
export function chosenEngines(): readonly EngineKind[] {
  const names = (process.env['ENGINES'] ?? '').split(',').filter(Boolean);
  const unknown = names.filter(name => !ALL.some(kind => kind.name.toLowerCase() === name));
  if (unknown.length > 0) {
    throw new Error(
      `ENGINES: there is no ${unknown.join(', ')}. There are chromium, firefox, webkit.`,
    );
  }
  return ALL.filter(({name}) => names.length === 0 || names.includes(name.toLowerCase())).filter(
    isThere,
  );
}

function isThere({name, find}: EngineKind): boolean {
  try {
    find();
    return true;
  } catch (error) {
    if (process.env['CI']) throw error;
    console.warn(`Nothing is tried in ${name} here. ${(error as Error).message}`);
    return false;
  }
}
