import {chromium} from './chromium.js';
import type {EngineKind} from './engine.js';
import {firefox} from './firefox.js';
import {webkit} from './webkit.js';

const ALL: readonly EngineKind[] = [chromium, firefox, webkit];

/** The engines that `ENGINES` names, by commas; all where it names none. */
export function chosenEngines(): readonly EngineKind[] {
  const names = (process.env['ENGINES'] ?? '').split(',').filter(Boolean);
  const unknown = names.filter(name => !ALL.some(kind => kind.name.toLowerCase() === name));
  if (unknown.length > 0) {
    throw new Error(
      `ENGINES: there is no ${unknown.join(', ')}. There are chromium, firefox, webkit.`,
    );
  }
  return ALL.filter(({name}) => names.length === 0 || names.includes(name.toLowerCase()));
}
