import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {statSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {programArgs} from '../../testing/program.js';
import {redirect, testSite} from '../../testing/test-site.js';
import {runCommandLine} from './run.js';

function commandLine(t: TestContext) {
  const dataDir = mkdtempSync(join(tmpdir(), 'aiw-cli-'));
  t.after(() => rmSync(dataDir, {recursive: true, force: true}));
  const env = {...process.env, AIW_DATA_DIR: dataDir};
  const run = async (...args: string[]) => {
    const printed = {stdout: '', stderr: ''};
    const code = await runCommandLine(args, {
      env,
      stdout: text => void (printed.stdout += text),
      stderr: text => void (printed.stderr += text),
    });
    return {code, ...printed};
  };
  const json = async (...args: string[]) => {
    const {code, stdout, stderr} = await run(...args, '--json');
    assert.equal(code, 0, stderr);
    return JSON.parse(stdout) as Record<string, unknown>;
  };
  const file = (name: string, content: unknown) => {
    const path = join(dataDir, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  return {run, json, file, dataDir, env};
}

test('is a program that prints to its streams and exits with its code', t => {
  const {env} = commandLine(t);
  const program = programArgs(new URL('../cli.ts', import.meta.url));
  const run = (...args: string[]) => {
    const command = [...program, ...args];
    const {status, stdout, stderr} = spawnSync(process.execPath, command, {env, encoding: 'utf8'});
    return {status, stdout, stderr};
  };
  assert.deepEqual(run('widget', 'list', '--json'), {
    status: 0,
    stdout: '{"widgets":[]}\n',
    stderr: '',
  });
  const {status, stdout, stderr} = run('widget', 'show', 'nothing');
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, /^There is no widget nothing\./);
  assert.equal(run('nonsense').status, 1);
});

test('makes, shows, publishes and rotates a widget', async t => {
  const {json, run, file, dataDir} = commandLine(t);
  const made = await json(
    ...['widget', 'create', '--domain', 'www.acme.com', '--page-url', 'https://acme.com/'],
    ...['--identity', '--modes', 'text', '--capture', 'email,name', '--push-to-talk'],
    ...['--knowledge', file('knowledge.md', '# Plans')],
    ...['--suggestion', 'Which plans are there?', '--suggestion', 'Do you deliver?'],
    '--triggers',
    file('triggers.json', [
      {name: 'Slow', priority: 1, conditions: [{type: 'dwellSeconds', gte: 30}]},
    ]),
    '--navigation',
    file('navigation.json', {enabled: true, targets: [{label: 'Pricing', url: '/pricing'}]}),
  );
  assert.deepEqual(Object.keys(made).sort(), ['id', 'secret', 'token']);
  assert.match(String(made.token), /^wt_[0-9a-f]{32}$/);
  assert.match(String(made.secret), /^[0-9a-f]{64}$/);
  const id = String(made.id);
  const shown = await json('widget', 'show', id);
  assert.equal(shown.status, 'draft');
  assert.equal(shown.domain, 'acme.com');
  assert.equal(JSON.stringify(shown).includes(String(made.secret)), false);
  const {agent} = shown.settings as {agent: {suggestions?: string[]}};
  assert.deepEqual(agent.suggestions, ['Which plans are there?', 'Do you deliver?']);
  assert.match(JSON.stringify(shown.settings), /"conversation":\{"pushToTalk":true\}/);
  assert.match(JSON.stringify(shown.settings), /"id":"[0-9a-f-]{36}","name":"Slow"/);
  assert.deepEqual(await json('widget', 'publish', id), {id, status: 'live'});
  assert.deepEqual(await json('widget', 'pause', id), {id, status: 'paused'});
  assert.notEqual((await json('widget', 'rotate-secret', id)).secret, made.secret);
  assert.equal('previousSecretUntil' in (await json('widget', 'show', id)), false);
  const {previousUntil} = await json('widget', 'rotate-secret', id, '--grace', '24');
  const ahead = Date.parse(String(previousUntil)) - Date.now();
  assert.equal(ahead > 23.9 * 3_600_000 && ahead <= 24 * 3_600_000, true);
  assert.equal((await json('widget', 'show', id)).previousSecretUntil, previousUntil);
  assert.notEqual((await json('widget', 'rotate-token', id)).token, made.token);
  assert.equal(((await json('widget', 'list')).widgets as unknown[]).length, 1);
  assert.match((await run('widget', 'list')).stdout, /paused\s+acme\.com/);
  assert.equal(statSync(join(dataDir, 'master.key')).mode & 0o777, 0o600);
});

test('makes a widget that tells and asks, and changes the words of its draft', async t => {
  const {json} = commandLine(t);
  const {id} = await json(
    ...['widget', 'create', '--domain', 'acme.com', '--page-url', 'https://acme.com/', '--live'],
    ...['--disclosure', 'Ava is an AI.', '--consent', 'We keep what you say.'],
    ...['--consent-url', 'https://acme.com/privacy'],
  );
  const settings = async () =>
    (await json('widget', 'show', String(id))).settings as Record<string, unknown>;
  const first = await settings();
  assert.equal(first.disclosure, 'Ava is an AI.');
  assert.deepEqual(first.consent, {
    text: 'We keep what you say.',
    policyUrl: 'https://acme.com/privacy',
  });
  assert.deepEqual(await json('widget', 'edit', String(id), '--consent', 'Another text.'), {id});
  assert.deepEqual((await settings()).consent, {text: 'Another text.'});
  assert.equal((await settings()).disclosure, 'Ava is an AI.');
  await json('widget', 'edit', String(id), '--consent', '');
  assert.equal((await settings()).consent, undefined);
});

test('limits a widget, and keeps a log of what operators did', async t => {
  const {json, run} = commandLine(t);
  const made = await json(
    ...['widget', 'create', '--domain', 'acme.com', '--page-url', 'https://acme.com/', '--live'],
  );
  const id = String(made.id);
  const set = ['--calls-at-once', '5', '--minutes-per-day', '90', '--localhost', 'off'];
  const {limits} = await json('widget', 'limits', id, ...set);
  const base = {maxCallSeconds: 1800, idleSeconds: 120};
  assert.deepEqual(limits, {...base, callsAtOnce: 5, minutesPerDay: 90, allowLocalhost: false});
  const fewer = await json('widget', 'limits', id, '--calls-at-once', 'none', '--localhost', 'on');
  assert.deepEqual(fewer.limits, {...base, minutesPerDay: 90, allowLocalhost: true});
  const {usage} = await json('widget', 'show', id);
  const day = new Date().toISOString().slice(0, 10);
  assert.deepEqual(usage, {day, minutes: 0, minutesPerDay: 90, level: 'ok'});
  assert.deepEqual(await json('widget', 'reveal-secret', id), {id, secret: made.secret});
  await json('widget', 'rotate-secret', id, '--grace', '1');
  await json('visitor', 'erase', '--email', 'jane@example.com');
  const {entries} = (await json('audit', 'list')) as {
    entries: {action: string; actor: string; widgetId: string | null; details: object}[];
  };
  assert.deepEqual(
    entries.map(({action}) => action),
    [
      ...['visitor.erase', 'widget.rotate-secret', 'widget.reveal-secret'],
      ...['widget.limits', 'widget.limits', 'widget.publish', 'widget.create'],
    ],
  );
  assert.ok(entries.every(({actor}) => /^cli:./.test(actor)));
  assert.deepEqual(entries[0].details, {by: 'email', sessions: 0, captures: 0, turns: 0});
  assert.equal(/jane|[0-9a-f]{64}|wt_/.test(JSON.stringify(entries)), false);
  assert.match((await run('audit', 'list', '--limit', '1')).stdout, /visitor\.erase/);
});

test('says what is wrong, on standard error only', async t => {
  const {run, file} = commandLine(t);
  const create = (...args: string[]) =>
    run('widget', 'create', '--domain', 'acme.com', '--page-url', 'https://acme.com/', ...args);
  const faults = [
    [
      await run('widget', 'create', '--domain', 'co.uk', '--page-url', 'https://x.co.uk/'),
      /domain/,
    ],
    [await create('--modes', 'telepathy'), /--modes/],
    [
      await create('--triggers', file('t.json', [{name: 'X', priority: 1, conditions: []}])),
      /Rule 1/,
    ],
    [await create('--navigation', file('n.json', '{"enabled":')), /not JSON/],
    [
      await create(...['a', 'b', 'c', 'd', 'e'].flatMap(text => ['--suggestion', text])),
      /agent\.suggestions: .*4/,
    ],
    [await create('--suggestion', 'x'.repeat(81)), /agent\.suggestions\.0: .*80/],
    [await create('--knowledge', '/nowhere.md'), /cannot be read/],
    [await run('widget', 'show', 'nobody', '--json'), /no widget nobody/],
    [await run('widget', 'rotate-secret', 'nobody', '--grace', 'soon'), /--grace/],
    [await run('widget', 'edit', 'nobody', '--consent', 'Yes'), /no widget nobody/],
    [await run('widget', 'edit', 'nobody'), /--disclosure or --consent/],
    [await create('--consent-url', 'https://acme.com/'), /--consent-url goes with a text/],
    [await create('--consent', 'Yes', '--consent-url', 'javascript:1'), /policyUrl/],
    [await run('widget', 'limits', 'nobody', '--calls-at-once', 'many'), /callsAtOnce/],
    [await run('widget', 'limits', 'nobody', '--idle-seconds', 'none'), /idleSeconds/],
    [await run('widget', 'limits', 'nobody', '--localhost', 'maybe'), /--localhost/],
    [await run('widget', 'limits', 'nobody'), /no widget nobody/],
    [await run('audit', 'list', '--limit', 'all'), /--limit/],
    [await run('visitor', 'erase'), /--email or --sub/],
  ] as const;
  for (const [{code, stdout, stderr}, words] of faults) {
    assert.equal(code, 1, stderr);
    assert.equal(stdout, '');
    assert.match(stderr, words);
    assert.equal(/\bat .*:\d+:\d+/.test(stderr), false);
  }
});

test('has a system told, lists what was sent, and keeps things for a time only', async t => {
  const {json, run} = commandLine(t);
  const {id} = await json(
    ...['widget', 'create', '--domain', 'acme.com', '--page-url', 'https://acme.com/'],
  );
  const widget = String(id);
  const {secret} = await json('widget', 'webhook', widget, '--url', 'https://crm.acme.com/k/1');
  assert.match(String(secret), /^whsec_/);
  const shown = await json('widget', 'show', widget);
  assert.deepEqual(shown.webhook, {host: 'crm.acme.com'});
  const rotated = await json('widget', 'webhook', widget, '--rotate');
  assert.notEqual(rotated.secret, secret);
  assert.deepEqual(await json('widget', 'webhook', widget, '--off'), {id, isOn: false});
  assert.deepEqual((await json('webhooks', 'list')).deliveries, []);
  const {retention} = await json('widget', 'retention', widget, '--captures', '90');
  assert.deepEqual(retention, {transcriptDays: null, captureDays: 90});
  const kept = await json(
    'widget',
    'retention',
    widget,
    '--transcripts',
    '30',
    '--captures',
    'forever',
  );
  assert.deepEqual(kept.retention, {transcriptDays: 30, captureDays: null});
  const {entries} = await json('audit', 'list');
  const log = JSON.stringify(entries);
  assert.match(log, /widget\.webhook.*widget\.retention|widget\.retention.*widget\.webhook/);
  assert.doesNotMatch(log, /whsec_|\/k\/1/);
  for (const [outcome, message] of [
    [await run('widget', 'webhook', widget), /--url URL, --off or --rotate/],
    [await run('widget', 'webhook', widget, '--rotate'), /has no webhook/],
    [await run('widget', 'webhook', widget, '--url', 'http://acme.com/'), /must be https/],
    [await run('widget', 'retention', widget, '--captures', '0'), /number of days, or forever/],
    [await run('webhooks', 'resend', 'msg_none'), /is not known/],
  ] as const) {
    assert.equal(outcome.code, 1);
    assert.match(outcome.stderr, message);
    assert.equal(outcome.stdout, '');
  }
});

test('dresses a widget by a file, and says what is wrong with one', async t => {
  const {json, run, file} = commandLine(t);
  const site = ['--domain', 'acme.com', '--page-url', 'https://acme.com/'];
  const look = {variant: 'pill', placement: 'bottom-left', accent: '#0a0', launcherLabel: 'Ask'};
  const {id} = await json(
    ...['widget', 'create', ...site],
    ...['--appearance', file('look.json', look)],
  );
  const appearanceNow = async () =>
    ((await json('widget', 'show', String(id))).settings as Record<string, unknown>).appearance;
  assert.deepEqual(await appearanceNow(), look);
  await json('widget', 'edit', String(id), '--appearance', file('panel.json', {variant: 'panel'}));
  assert.deepEqual(await appearanceNow(), {variant: 'panel', placement: 'inline'});
  for (const [name, wrong, message] of [
    ['placement.json', {variant: 'panel', placement: 'top-left'}, /placement: must be inline/],
    ['variant.json', {variant: 'cube'}, /variant/],
    ['unknown.json', {colour: 'red'}, /colour/],
  ] as const) {
    const outcome = await run('widget', 'edit', String(id), '--appearance', file(name, wrong));
    assert.equal(outcome.code, 1, name);
    assert.match(outcome.stderr, message);
  }
});

test('reads a site into the knowledge of a widget, and says what it has read', async t => {
  const {json, run} = commandLine(t);
  const {url} = await testSite(t, {
    '/': '<title>Acme</title><main><h1>Acme</h1><p>We make anvils.</p><a href="/plans">Plans</a></main>',
    '/plans': '<main><h1>Plans</h1><p>The Starter plan costs $19.</p><a href="/out">Out</a></main>',
    '/out': redirect('https://example.com/'),
  });
  const site = ['--domain', 'localhost', '--page-url', `${url}/`];
  const {id} = await json('widget', 'create', ...site);
  const first = await run('widget', 'import', String(id));
  assert.equal(first.code, 0, first.stderr);
  assert.match(first.stdout, /^2 pages read, \d+ characters\.\n/);
  assert.match(first.stderr, /\+ http:\/\/localhost:\d+\/plans\n- \S+\/out: other-site\n/);
  const {settings} = (await json('widget', 'show', String(id))) as {settings: {knowledge: string}};
  assert.match(settings.knowledge, /# Plans\n\nThe Starter plan costs \$19\./);
  const again = await run('widget', 'import', String(id));
  assert.equal(again.code, 1);
  assert.match(again.stderr, /--append to keep it, or --replace/);
  const more = await json('widget', 'import', String(id), '--append', '--pages', '1');
  assert.equal((more.pages as unknown[]).length, 1);
  const elsewhere = await run(
    'widget',
    'import',
    String(id),
    '--replace',
    '--from',
    'https://x.com',
  );
  assert.equal(elsewhere.code, 1);
  assert.match(elsewhere.stderr, /Nothing was read/);
});
