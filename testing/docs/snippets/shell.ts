/** Commands of the documents, asked of the parsers that would read them. */
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {idleProgram} from '../../../docs/generate/cli.js';
import {loadConfig} from '../../../server/src/config.js';
import {ROOT} from '../named-tests.js';

/** Commands of the system, whose words are not judged. */
const SYSTEM =
  /^(?:apt-get|cd|certbot|chmod|chown|cp|curl|echo|git|gunzip|grep|gzip|install|journalctl|mkdir|mv|nginx|openssl|podman|docker|psql|pg_dump|rm|sudo|sqlite3|systemctl|tar|useradd)$/;

/** What stands for something of the reader's, as a value that is of its kind. */
const PLACEHOLDERS: readonly [RegExp, string][] = [
  [/(AIW_MASTER_KEY(?:_PREVIOUS)?)=…/g, `$1=${'0'.repeat(64)}`],
  [/sudo -u \w+ /g, ''],
  [/widget create …/g, 'widget create --domain acme.com --page-url https://acme.com/'],
];

/**
 * What is wrong with a block of commands.
 *
 * @param file - Where the block stands: an example's own package has scripts of its own.
 */
export async function faultsOfShell(text: string, file: string): Promise<string[]> {
  const faults: string[] = [];
  try {
    execFileSync('bash', ['-n'], {input: text, stdio: ['pipe', 'ignore', 'pipe']});
  } catch (error) {
    return [String((error as {stderr: Buffer}).stderr).trim()];
  }
  const scripts = [...scriptsOf(''), ...scriptsOf(dirname(file))];
  for (const command of commandsOf(text)) faults.push(...(await faultsOf(command, scripts)));
  return faults;
}

/** Words of each command: a small reading of the shell, for what documents write. */
function commandsOf(text: string): string[][] {
  const plain = PLACEHOLDERS.reduce((all, [from, to]) => all.replaceAll(from, to), text);
  const words =
    /"((?:[^"\\]|\\[^])*)"|'([^']*)'|(\s#[^\n]*|^#[^\n]*)|(&&|\|\|?|;|\n)|(\S+?(?=[;\n]|\s|$))/gm;
  const commands: string[][] = [[]];
  for (const match of plain.replaceAll(/\\\n\s*/g, ' ').matchAll(words)) {
    const [, double, single, comment, end, bare] = match;
    if (comment !== undefined) continue;
    if (end !== undefined) commands.push([]);
    else commands.at(-1)?.push(double ?? single ?? bare ?? '');
  }
  return commands.filter(({length}) => length > 0);
}

async function faultsOf(words: string[], scripts: readonly string[]): Promise<string[]> {
  const first = words.findIndex(word => !/^[A-Z_]+=/.test(word));
  const given = words.slice(0, first < 0 ? words.length : first);
  const [name = '', ...args] = first < 0 ? [] : words.slice(first);
  if (name === 'sudo')
    return faultsOf(
      args.filter(arg => !arg.startsWith('-')),
      scripts,
    );
  const faults = faultsOfEnvironment(given);
  if (name === 'aiw-server') return [...faults, ...(await faultsOfCli(args))];
  if (name === 'node') return [...faults, ...(await faultsOfNode(args))];
  if (name === 'npm') return [...faults, ...faultsOfNpm(args, scripts)];
  if (name === 'npx') {
    const isThere = existsSync(join(ROOT, 'node_modules/.bin', args[0] ?? ''));
    return isThere ? faults : [...faults, `npx ${args[0]}: not installed here`];
  }
  const isKnown = name === '' || SYSTEM.test(name) || existsSync(join(ROOT, name));
  return isKnown ? faults : [...faults, `${name}: no command that is known here`];
}

/** Variables are the server's own, with values that it takes. */
function faultsOfEnvironment(given: readonly string[]): string[] {
  const env = Object.fromEntries(
    given.map(one => [one.slice(0, one.indexOf('=')), one.slice(one.indexOf('=') + 1)]),
  );
  try {
    loadConfig(env);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

async function faultsOfNode(args: readonly string[]): Promise<string[]> {
  const [file = '', ...rest] = args;
  if (file === 'server/dist/cli.js') return faultsOfCli(rest);
  if (file.startsWith('server/dist/')) return [];
  return file === '-e' || existsSync(join(ROOT, file)) ? [] : [`node ${file}: no such file`];
}

async function faultsOfCli(args: readonly string[]): Promise<string[]> {
  try {
    await idleProgram().parseAsync([...args], {from: 'user'});
    return [];
  } catch (error) {
    return [`aiw-server ${args.join(' ')}: ${(error as Error).message}`];
  }
}

/** Scripts of the package in a folder, where it is one. */
function scriptsOf(folder: string): string[] {
  const file = join(ROOT, folder, 'package.json');
  if (!existsSync(file)) return [];
  const {scripts = {}} = JSON.parse(readFileSync(file, 'utf8')) as {scripts?: object};
  return Object.keys(scripts);
}

function faultsOfNpm([command = '', ...args]: string[], scripts: readonly string[]): string[] {
  if (['ci', 'start', 'test', 'install'].includes(command)) return [];
  const script = args.find(arg => !arg.startsWith('-')) ?? '';
  const isThere = command === 'run' && scripts.includes(script);
  return isThere ? [] : [`npm ${command} ${script}: no such script`];
}
