/** Each snippet is run by its own language, and what it mints is read by the server. */
import assert from 'node:assert/strict';
import {execFile, spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {describe, it, type TestContext} from 'node:test';
import {promisify} from 'node:util';
import {verifyVisitorToken} from '../admission/visitor-token.js';
import {IDENTIFY_SNIPPETS, type IdentifySnippet} from './index.js';

type Language = IdentifySnippet['language'];
type Command = readonly [program: string, ...args: string[]];

/** How a site calls a snippet: with an id, perhaps an email, perhaps a name. */
interface Site {
  /** What has to be on the machine; each of them ends with 0. */
  needs: readonly Command[];
  /** Files beside the snippet's, by name. */
  files: Readonly<Record<string, string>>;
  /** What is done once, before anything is minted. */
  build: readonly Command[];
  /** Prints a token for the arguments that follow. */
  mint: Command;
}

const SITES: Readonly<Record<Language, Site>> = {
  node: {
    needs: [['node', '--version']],
    files: {
      'package.json': '{"type": "module"}',
      'main.js': `import {mintVisitorToken} from './visitor-token.js';
        const [id, email, name] = process.argv.slice(2);
        console.log(mintVisitorToken({id, email, name}));`,
    },
    build: [],
    mint: ['node', 'main.js'],
  },
  python: {
    needs: [['python3', '--version']],
    files: {
      'main.py': `import sys
from visitor_token import mint_visitor_token
print(mint_visitor_token(*sys.argv[1:]))`,
    },
    build: [],
    mint: ['python3', 'main.py'],
  },
  php: {
    needs: [['php', '--version']],
    files: {
      'main.php': `<?php require 'visitor-token.php'; echo mintVisitorToken(...array_slice($argv, 1));`,
    },
    build: [],
    mint: ['php', 'main.php'],
  },
  ruby: {
    needs: [['ruby', '--version']],
    files: {
      'main.rb': `require_relative 'visitor_token'
        puts mint_visitor_token(ARGV[0], email: ARGV[1], name: ARGV[2])`,
    },
    build: [],
    mint: ['ruby', 'main.rb'],
  },
  go: {
    needs: [['go', 'version']],
    files: {
      'go.mod': 'module example.com/site\n\ngo 1.18\n',
      'main.go': `package main
        import ("fmt"; "os"; "example.com/site/visitor")
        func main() {
          user := append(os.Args[1:], "", "")
          token, err := visitor.MintToken(user[0], user[1], user[2])
          if err != nil { fmt.Fprintln(os.Stderr, err); os.Exit(1) }
          fmt.Println(token)
        }`,
    },
    build: [['go', 'build', '-o', 'site', '.']],
    mint: ['./site'],
  },
  java: {
    needs: [
      ['javac', '-version'],
      ['java', '-version'],
    ],
    files: {
      'Main.java': `public class Main {
        public static void main(String[] user) throws Exception {
          String email = user.length > 1 ? user[1] : null;
          System.out.println(VisitorToken.mint(user[0], email, user.length > 2 ? user[2] : null));
        }
      }`,
    },
    build: [['javac', '-Xlint:all', '-Werror', 'Main.java', 'VisitorToken.java']],
    mint: ['java', '-cp', '.', 'Main'],
  },
  csharp: {
    needs: [
      ['mcs', '--version'],
      ['mono', '--version'],
    ],
    files: {
      'Program.cs': `public static class Program {
        public static void Main(string[] user) {
          string email = user.Length > 1 ? user[1] : null;
          string name = user.Length > 2 ? user[2] : null;
          System.Console.WriteLine(VisitorToken.Mint(user[0], email, name));
        }
      }`,
    },
    build: [['mcs', '-warnaserror', '-out:site.exe', 'Program.cs', 'VisitorToken.cs']],
    mint: ['mono', 'site.exe'],
  },
};

/** Whatever a site's database may hold. */
const HARD = 'Zoë “Zed” "O\'Brien" \\ </script> & ${x} #{x} %s \u2028 \t 王 🎉';
const SECRET = 'a1'.repeat(32);

const run = promisify(execFile);
const hasAll = ({needs}: Site) =>
  needs.every(([program, ...args]) => spawnSync(program, args).status === 0);
const here = IDENTIFY_SNIPPETS.filter(({language}) => hasAll(SITES[language]));

/** Builds a site with the snippet; the answer mints a token for an id, an email and a name. */
async function build(t: TestContext, {language, file, code}: IdentifySnippet) {
  const cwd = mkdtempSync(join(tmpdir(), `aiw-identify-${language}-`));
  t.after(() => rmSync(cwd, {recursive: true, force: true}));
  const site = SITES[language];
  for (const [name, text] of Object.entries({...site.files, [file]: code})) {
    mkdirSync(dirname(join(cwd, name)), {recursive: true});
    writeFileSync(join(cwd, name), text);
  }
  const library = createRequire(import.meta.url).resolve('jsonwebtoken/package.json');
  symlinkSync(dirname(dirname(library)), join(cwd, 'node_modules'), 'junction');

  const call = async ([program, ...args]: Command, secret: Record<string, string>) => {
    const {AIW_WIDGET_SECRET: _, ...rest} = process.env;
    const env = {...rest, LC_ALL: 'C.UTF-8', GOTOOLCHAIN: 'local', GOWORK: 'off', ...secret};
    return (await run(program, args, {cwd, env, encoding: 'utf8'})).stdout.trim();
  };
  for (const command of site.build) await call(command, {});
  return (user: readonly string[], secret: Record<string, string> = {AIW_WIDGET_SECRET: SECRET}) =>
    call([...site.mint, ...user], secret);
}

function timesOf(token: string): {iat: number; exp: number} {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url').toString();
  return JSON.parse(payload) as {iat: number; exp: number};
}

describe('a snippet that identifies a visitor', {timeout: 300_000}, () => {
  it('is there for each language, and can be run here', () => {
    assert.equal(IDENTIFY_SNIPPETS.length, Object.keys(SITES).length);
    const wanted = process.env.CI ? Object.keys(SITES) : ['node', 'python'];
    const missing = wanted.filter(name => !here.some(({language}) => language === name));
    assert.deepEqual(missing, []);
  });

  for (const snippet of here) {
    it(`in ${snippet.title} mints what the server believes`, async t => {
      const mint = await build(t, snippet);
      const claimsOf = async (...user: string[]) =>
        verifyVisitorToken(await mint(user), [SECRET], Date.now());

      const before = Math.floor(Date.now() / 1000);
      const token = await mint(['user-42', 'ada@example.com', 'Ada']);
      const now = Date.now();
      assert.deepEqual(await verifyVisitorToken(token, [SECRET], now), {
        sub: 'user-42',
        email: 'ada@example.com',
        name: 'Ada',
      });
      const {iat, exp} = timesOf(token);
      assert.ok(iat >= before && iat <= now / 1000, `iat ${iat}`);
      assert.equal(exp, iat + 300);

      const email = 'ada+"x"@example.com';
      assert.deepEqual(await claimsOf(HARD, email, HARD), {sub: HARD, email, name: HARD});
      assert.deepEqual(await claimsOf('7'), {sub: '7'});
      await assert.rejects(mint(['user-42'], {}), /AIW_WIDGET_SECRET|secret/i);
    });
  }
});

describe('docs/host-site-identify.md', () => {
  const FENCES: Readonly<Record<Language, string>> = {
    node: 'js',
    python: 'python',
    php: 'php',
    ruby: 'ruby',
    go: 'go',
    java: 'java',
    csharp: 'csharp',
  };
  const document = readFileSync(
    new URL('../../../../docs/host-site-identify.md', import.meta.url),
    'utf8',
  );
  for (const {language, title, code} of IDENTIFY_SNIPPETS) {
    it(`has the snippet in ${title} word for word`, () => {
      const section = `\n### ${title}\n\n`;
      const [, text = ''] = document.split(section);
      assert.ok(text.startsWith(`\`\`\`${FENCES[language]}\n${code}\`\`\`\n`));
    });
  }
});
