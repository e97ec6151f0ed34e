/** The custom-elements manifest, as `npm run manifest` writes it, without a file. */
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {create, ts} from '@custom-elements-manifest/analyzer';
import {addFrameworkPlugins} from '@custom-elements-manifest/analyzer/src/utils/cli-helpers.js';
import config from '../../custom-elements-manifest.config.mjs';
import {ROOT} from './pages.js';

interface Typed {
  name: string;
  description?: string;
  type?: {text: string};
  default?: string;
}

/** An attribute; without a `fieldName` it is no property. */
export interface Attribute extends Typed {
  fieldName?: string;
}

/** A property or method. */
export interface Member extends Typed {
  kind: 'field' | 'method';
  static?: true;
  readonly?: true;
  reflects?: true;
  attribute?: string;
  parameters?: (Typed & {optional?: true})[];
  return?: {type: {text: string}};
}

/** A public element with all that a page may use of it. */
export interface PublicElement {
  name: string;
  tagName: string;
  attributes: Attribute[];
  members: Member[];
  events: Typed[];
  slots: Typed[];
  cssParts: Typed[];
  cssProperties: Typed[];
}

const OWN_PLUGINS = ['mark-internal', 'parts-of-the-panel', 'public-only'];

/** Files of the config's globs, which name folders and suffixes only. */
function sources(): string[] {
  const folders = readdirSync(join(ROOT, 'src/elements')).map(name => `src/elements/${name}`);
  const files = folders.flatMap(folder =>
    readdirSync(join(ROOT, folder)).map(name => `${folder}/${name}`),
  );
  return [...files, 'src/events.ts'].filter(
    file => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
}

/** The public elements, the widget first. */
export async function publicElements(): Promise<PublicElement[]> {
  const modules = sources().map(file =>
    ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.ES2015, true),
  );
  // What writes files for editors is left out.
  const own = config.plugins.filter(({name}) => OWN_PLUGINS.includes(name));
  const plugins = [...(await addFrameworkPlugins({litelement: true})), ...own];
  const declarations = create({modules, plugins}).modules.flatMap(
    module => (module.declarations ?? []) as PublicElement[],
  );
  return declarations.sort((a, b) => order(a) - order(b)).map(complete);
}

const order = ({tagName}: PublicElement) =>
  ['aiw-voice-widget', 'aiw-capture-pill', 'aiw-orb'].indexOf(tagName);

const complete = (element: Partial<PublicElement>): PublicElement => ({
  ...{name: '', tagName: '', attributes: [], members: [], events: []},
  ...{slots: [], cssParts: [], cssProperties: []},
  ...element,
});
