import {builtinModules} from 'node:module';
import {targetOf, type ImportSite} from './imports.js';

/** What the files of one zone may import besides each other. */
interface Arrow {
  /** Paths from the root: a folder ends in `/`, a module has no suffix, `*` is one folder's name. */
  from: readonly string[];
  /** More that may be loaded later, by a dynamic import only. */
  later?: readonly string[];
  /** Packages by name, `@scope/` for all of a scope; absent where any goes. */
  packages?: readonly string[];
}

const LIT = ['lit', '@lit/'];
const CONTRACT = 'src/contract/';
const RULES = ['triggers', 'navigation', 'capture', 'markdown', 'call', 'diagnose'].map(
  rule => `src/${rule}/`,
);
/** The rules that the server shares with the widget. */
const SHARED = [CONTRACT, 'src/capture/', 'src/markdown/', 'src/navigation/', 'src/triggers/'];
/** Rules declare what they need of the world in a file of this name. */
const PORTS = RULES.map(folder => `${folder}ports`);

const PURE: Arrow = {from: [CONTRACT], packages: []};
const WORLD: Arrow = {from: [CONTRACT, ...PORTS, 'src/errors'], packages: []};

/** The arrows of the design, by zone. A zone that is not listed may import nothing of another. */
const ARROWS: Readonly<Record<string, Arrow>> = {
  'src/contract/': {from: [], packages: []},
  'src/triggers/': PURE,
  'src/navigation/': PURE,
  'src/capture/': PURE,
  'src/markdown/': PURE,
  'src/call/': PURE,
  'src/diagnose/': PURE,
  'src/errors': PURE,
  'src/events': {from: [CONTRACT, ...RULES, 'src/errors'], packages: []},
  'src/platform/': {...WORLD, packages: ['livekit-client']},
  'src/api/': WORLD,
  'src/locales/': {from: [CONTRACT, ...RULES], packages: LIT},
  'src/controllers/': {
    from: [
      CONTRACT,
      ...RULES,
      'src/platform/',
      'src/api/',
      'src/locales/',
      'src/errors',
      'src/events',
    ],
    packages: LIT,
  },
  'src/elements/': {
    from: [CONTRACT, ...RULES, 'src/controllers/', 'src/locales/', 'src/errors', 'src/events'],
    packages: LIT,
  },
  'src/index': {
    from: [CONTRACT, 'src/elements/', 'src/errors', 'src/events', 'src/page-api'],
    packages: [],
  },
  'src/page-api': {
    from: ['src/diagnose/', 'src/elements/', 'src/events', 'src/navigation/'],
    packages: [],
  },
  'src/load-widget': {from: ['src/page-api'], packages: []},
  'src/jsx/': {
    from: ['src/elements/', 'src/events'],
    packages: ['preact', 'react', 'solid-js', 'svelte', 'vue'],
  },
  'src/react': {from: ['src/define', 'src/index', 'src/jsx/'], packages: ['@lit/react', 'react']},
  'src/define': {from: ['src/elements/', 'src/index'], packages: []},
  'loader/': {
    from: [
      CONTRACT,
      'src/define',
      'src/elements/orb/',
      'src/elements/shared/',
      'src/elements/voice-widget/',
      'src/platform/',
      'src/errors',
      'src/events',
      'src/page-api',
    ],
    later: ['src/elements/'],
    packages: LIT,
  },
  'server/src/': {from: [...SHARED, 'server/src/*/']},
  'server/src/cli/': {from: [...SHARED, 'server/src/']},
  'server/src/http/': {from: [...SHARED, 'server/src/domain/']},
  'server/src/store/': {from: [...SHARED, 'server/src/domain/']},
  'server/src/auth/': {from: ['server/src/domain/']},
  'server/src/redis/': {from: ['server/src/domain/']},
  'server/src/outbound/': {from: ['server/src/domain/']},
  'server/src/voice/': {from: [...SHARED, 'server/src/domain/']},
  'server/demo/': {from: [], packages: []},
  'server/dashboard/': {
    from: [...SHARED, 'server/src/domain/identify-snippets/'],
    packages: [...LIT, 'aiw-voice-widget', '@awesome.me/', 'lucide'],
  },
};

/** The domain knows neither how it is reached nor where its rows lie. */
const DOMAIN_FORBIDS =
  /^(?:express|kysely|better-sqlite3|pg|ws|pino|helmet|express-rate-limit|@redis\/client|rate-limit-redis)\b/;
/** SQL lives in the store only. */
const SQL = /^(?:kysely|better-sqlite3|pg)(?:\/|$)/;
const NODE = new Set(builtinModules);

/** The rule that an import breaks, as a sentence; null where it breaks none. */
export function brokenRule(site: ImportSite): string | null {
  if (isApart(site.file)) return null;
  const target = targetOf(site);
  if (isTest(site.file)) return brokenByTest(site.file, target);
  if (/(?:^|\/)(?:testing|stories)\//.test(target) || isTest(target)) {
    return 'nothing shipped imports testing, stories or tests';
  }
  if (!site.specifier.startsWith('.')) return brokenByPackage(site, target);
  const zone = zoneOf(site.file);
  const arrow = zone === 'server/src/domain/' ? {from: SHARED} : ARROWS[zone];
  if (target.startsWith(zone) && zone.endsWith('/') && zoneOf(target) === zone) return null;
  const allowed = arrow?.from ?? [];
  if (allowed.some(path => reaches(path, target))) return null;
  const later = arrow?.later ?? [];
  if (later.some(path => reaches(path, target))) {
    if (site.typeOnly || site.form === 'dynamic import') return null;
    return `${zone} loads ${zoneOf(target)} later, by a dynamic import`;
  }
  return `${zone} may import ${allowed.join(', ') || 'nothing'} besides itself`;
}

function brokenByPackage({file, typeOnly}: ImportSite, name: string): string | null {
  const zone = zoneOf(file);
  const isNode = name.startsWith('node:') || NODE.has(name.split('/')[0] ?? '');
  const runsInBrowser = /^(?:src|loader|server\/demo|server\/dashboard)\b/.test(zone);
  if (isNode) return runsInBrowser ? `${zone} runs in browsers, which have no ${name}` : null;
  if (zone === 'server/src/domain/' && DOMAIN_FORBIDS.test(name)) {
    return `${zone} knows no transport and no SQL`;
  }
  // The composition may hand the database on, by its type.
  const isHandedOn = zone === 'server/src/' || zone === 'server/src/auth/';
  const holdsSql = zone === 'server/src/store/' || (isHandedOn && typeOnly);
  if (SQL.test(name) && zone.startsWith('server/') && !holdsSql) {
    return 'SQL lives in server/src/store/ only';
  }
  const packages = ARROWS[zone]?.packages;
  if (packages === undefined || packages.some(allowed => isOf(name, allowed))) return null;
  return `${zone} may import the packages ${packages.join(', ') || 'none'}`;
}

/** Tests may reach for anything of their own side, and for the fixtures. */
function brokenByTest(file: string, target: string): string | null {
  const isServer = file.startsWith('server/');
  if (!isServer && target.startsWith('server/src/')) return 'the widget never imports the server';
  const foreign = isServer && target.startsWith('src/');
  if (foreign && !SHARED.some(path => reaches(path, target))) {
    return `the server imports ${SHARED.join(', ')} of the widget`;
  }
  return null;
}

/** Build files and the server's own fixtures are not shipped; its command starts what is built. */
function isApart(file: string): boolean {
  return (
    /^server\/(?:testing|scripts|bin)\//.test(file) ||
    /(?:\.config|^server\/build)\.m?[jt]s$/.test(file)
  );
}

function isTest(path: string): boolean {
  return /\.(?:test|stories)\.m?[jt]s$/.test(path);
}

function isOf(name: string, allowed: string): boolean {
  return allowed.endsWith('/')
    ? name.startsWith(allowed)
    : name === allowed || name.startsWith(`${allowed}/`);
}

function reaches(path: string, target: string): boolean {
  if (path.endsWith('/*/')) {
    const folder = path.slice(0, -2);
    return target.startsWith(folder) && target.slice(folder.length).includes('/');
  }
  return path.endsWith('/') ? target.startsWith(path) : withoutSuffix(target) === path;
}

/** `src/call/`, `src/index`, `loader/`, `server/src/http/`, `server/src/`, … */
function zoneOf(path: string): string {
  const [first = '', second = '', third = '', ...rest] = path.split('/');
  if (first === 'src') return third === '' ? `src/${withoutSuffix(second)}` : `src/${second}/`;
  if (first !== 'server') return `${first}/`;
  if (second === 'src') return rest.length > 0 ? `server/src/${third}/` : 'server/src/';
  return `server/${second}/`;
}

function withoutSuffix(path: string): string {
  return path.replace(/\.[cm]?[jt]sx?$/, '');
}
