/**
 * `npm run manifest`: `dist/custom-elements.json`, the public elements with their attributes,
 * properties, methods, events, slots, parts and custom properties, as editors and documents read it,
 * and the same as custom data of VS Code.
 */

import {readFileSync} from 'node:fs';
import {customElementVsCodePlugin} from 'custom-element-vs-code-integration';

/** The three public elements, and the events they fire. */
const PUBLIC = new Set(['AiwVoiceWidget', 'AiwOrb', 'AiwCapturePill']);

const isPublic = member =>
  !member.name.startsWith('#') &&
  member.privacy !== 'private' &&
  member.privacy !== 'protected' &&
  !member.isInternal;

/** Marks what `@internal` takes out of the types, so that it is not in the manifest either. */
const markInternal = {
  name: 'mark-internal',
  analyzePhase({ts, node, moduleDoc}) {
    if (!ts.isClassDeclaration(node)) return;
    const declaration = moduleDoc.declarations?.find(({name}) => name === node.name?.text);
    for (const member of node.members) {
      const isInternal = ts.getJSDocTags(member).some(({tagName}) => tagName.text === 'internal');
      const found = declaration?.members?.find(({name}) => name === member.name?.getText());
      if (isInternal && found) found.isInternal = true;
    }
  },
};

/** Adds what the panel's elements hand on to a page's styles, with the words of their docstrings. */
const partsOfThePanel = {
  name: 'parts-of-the-panel',
  packageLinkPhase({customElementsManifest: {modules}}) {
    const source = readFileSync(new URL('src/elements/panel/parts.ts', import.meta.url), 'utf8');
    const lists = [...source.matchAll(/PARTS =\s*['`]([^'`$]+)/g)].map(([, list]) => list);
    const names = lists.reverse().flatMap(list => list.split(', '));
    const declarations = modules.flatMap(module => module.declarations ?? []);
    const widget = declarations.find(({name}) => name === 'AiwVoiceWidget');
    // Of several the panel's own words: they name what belongs together.
    const panel = declarations.find(({name}) => name === 'AiwPanel');
    const parts = [panel, ...declarations].flatMap(({cssParts = []}) => cssParts);
    for (const name of names.filter(Boolean)) {
      if (widget.cssParts.some(part => part.name === name)) continue;
      const part = parts.find(one => one.name === name);
      widget.cssParts.push({name, description: part?.description});
    }
  },
};

/** Leaves what the package promises, under the paths that it is published with. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({customElementsManifest: manifest}) {
    for (const module of manifest.modules) {
      module.path = published(module.path);
      module.declarations = module.declarations.filter(({name}) => PUBLIC.has(name));
      module.exports = module.exports?.filter(({kind, name, declaration}) => {
        if (declaration?.module) declaration.module = published(declaration.module);
        return kind === 'custom-element-definition' || PUBLIC.has(name);
      });
      module.declarations.forEach(tidy);
      module.exports?.push(...module.declarations.map(definition));
    }
    manifest.modules = manifest.modules.filter(({declarations}) => declarations.length > 0);
  },
};

/** What registers an element: its class does not by itself. */
const definition = ({name, tagName}) => ({
  kind: 'custom-element-definition',
  name: tagName,
  declaration: {name, module: 'dist/define.js'},
});

/** @param {any} declaration */
function tidy(declaration) {
  // What the widget's own elements ask of each other is no event of the page's.
  declaration.events = declaration.events?.filter(({name}) => name.startsWith('aiw-'));
  declaration.members = (declaration.members ?? []).filter(isPublic);
  const names = new Set(declaration.members.map(({name}) => name));
  declaration.attributes = (declaration.attributes ?? []).filter(({fieldName, description}) =>
    fieldName ? names.has(fieldName) : description,
  );
  for (const attribute of declaration.attributes) {
    const field = declaration.members.find(({name}) => name === attribute.fieldName);
    attribute.description ||= field?.description;
    attribute.type ??= field?.type;
    if (field) field.attribute = attribute.name;
  }
  for (const kind of [...declaration.members, ...declaration.attributes]) {
    delete kind.inheritedFrom;
    if (kind.description) kind.description = oneLine(kind.description);
  }
}

const oneLine = text => text.replace(/\s*\n\s*/g, ' ').trim();
const published = path => path.replace(/^\/?src\//, 'dist/').replace(/\.ts$/, '.js');

export default {
  globs: ['src/elements/*/*.ts', 'src/events.ts'],
  exclude: ['**/*.test.ts'],
  outdir: 'dist',
  litelement: true,
  plugins: [
    markInternal,
    partsOfThePanel,
    publicOnly,
    customElementVsCodePlugin({
      outdir: 'dist',
      htmlFileName: 'vscode.html-custom-data.json',
      cssFileName: 'vscode.css-custom-data.json',
      hideLogs: true,
    }),
  ],
};
