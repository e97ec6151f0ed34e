/**
 * `npm run sbom`: CycloneDX bills of what the package and the server bring along, as npm has installed
 * it: `dist/sbom.cdx.json` and `server/dist/sbom.cdx.json`.
 */
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const TOOLS = fileURLToPath(new URL('./tools/', import.meta.url));
const json = path => JSON.parse(readFileSync(`${ROOT}${path}`, 'utf8'));

/** What a build has taken in though it is no dependency of who installs it. */
const BUNDLED = {
  package: ['@lit/react'],
  server: ['lit', '@lit/context', '@lit/task', '@awesome.me/webawesome', 'lucide'],
};

/** What npm installs of a package where nothing is developed. */
function billOf(...args) {
  const cli = `${TOOLS}node_modules/@cyclonedx/cyclonedx-npm/bin/cyclonedx-npm-cli.js`;
  if (!existsSync(cli)) {
    const options = ['--omit=optional', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
    execFileSync('npm', ['ci', ...options], {cwd: TOOLS, stdio: 'inherit'});
  }
  const options = ['--omit', 'dev', '--output-reproducible', '--flatten-components'];
  const output = execFileSync(process.execPath, [cli, ...options, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1e8,
  });
  return JSON.parse(output);
}

function componentOf(name) {
  const {version, license} = json(`node_modules/${name}/package.json`);
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  return {
    ...{'bom-ref': `${name}@${version}`, type: 'library', name, version, scope: 'required', purl},
    licenses: [{license: {id: license}}],
  };
}

/** Writes a bill with what is bundled, under the package's own name instead of the folder's. */
function write(target, bill, {name, version, dependencies}, bundled) {
  const nameOf = ({group, name: own}) => (group ? `${group}/${own}` : own);
  const known = new Set(bill.components.map(nameOf));
  const content = {
    ...bill,
    metadata: {...bill.metadata, component: {...bill.metadata.component, name, version}},
    components: [
      ...bill.components,
      ...bundled.filter(bundle => !known.has(bundle)).map(componentOf),
    ],
  };
  const listed = new Set(content.components.map(nameOf));
  const missing = Object.keys(dependencies).filter(dependency => !listed.has(dependency));
  if (missing.length > 0) throw new Error(`${target} misses ${missing.join(', ')}.`);
  writeFileSync(`${ROOT}${target}`, `${JSON.stringify(content, null, 2)}\n`);
}

const server = json('server/package.json');
write('dist/sbom.cdx.json', billOf('--no-workspaces'), json('package.json'), BUNDLED.package);
write('server/dist/sbom.cdx.json', billOf('--workspace', server.name), server, BUNDLED.server);
