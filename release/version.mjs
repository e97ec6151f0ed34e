/**
 * Run by `npm version`, between its change of package.json and its commit: gives the new version
 * to the elements and the server, and moves what is unreleased in the changelog under it.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';

/** The changelog with its unreleased part under a version; throws where there is nothing in it. */
export function released(changelog, version, date) {
  const heading = '## [Unreleased]';
  const start = changelog.indexOf(heading);
  if (start < 0) throw new Error(`CHANGELOG.md has no "${heading}".`);
  const rest = changelog.slice(start + heading.length);
  const end = rest.search(/^## \[/m);
  const words = end < 0 ? rest : rest.slice(0, end);
  if (!/^- /m.test(words)) {
    throw new Error('CHANGELOG.md has nothing unreleased. Say what embedders will notice.');
  }
  return `${changelog.slice(0, start)}${heading}\n\n## [${version}] - ${date}${rest}`;
}

function change(path, by) {
  const file = new URL(`../${path}`, import.meta.url);
  const before = readFileSync(file, 'utf8');
  const after = by(before);
  if (after === before) throw new Error(`${path} does not name the version.`);
  writeFileSync(file, after);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const {version} = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const date = new Date().toISOString().slice(0, 10);
  change('CHANGELOG.md', text => released(text, version, date));
  change('src/elements/shared/define.ts', text =>
    text.replace(/VERSION = '[^']+'/, `VERSION = '${version}'`),
  );
  change('server/package.json', text =>
    text.replace(/^ {2}"version": "[^"]+"/m, `  "version": "${version}"`),
  );
  // The lock file names the server's version, too.
  change('package-lock.json', text =>
    text.replace(/("server": \{\s+(?:"name": "[^"]+",\s+)?"version": ")[^"]+/, `$1${version}`),
  );
}
