/** The files of `deploy/` are taken by their programs, and a call goes through the proxies. */
import assert from 'node:assert/strict';
import {execFileSync, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {existsSync, writeFileSync} from 'node:fs';
import {request} from 'node:https';
import {join} from 'node:path';
import {suite, test, type TestContext} from 'node:test';
import WebSocket from 'ws';
import {loadConfig} from '../../server/src/config.js';
import {CLICKED, PAGE, TestServer} from '../../server/testing/test-server.js';
import {documents, fencesOf} from './markdown.js';
import {ROOT} from './named-tests.js';
import {
  deployed,
  nginxFile,
  programOf,
  startCaddy,
  startNginx,
  workshop,
  type Program,
} from './proxies.js';

const blocks = (language: string) =>
  documents()
    .flatMap(fencesOf)
    .filter(fence => fence.language === language);

/** With the program its own word; without one, which is no fault outside CI, that braces match. */
function taken(name: Program, text: string, judge: (program: string) => void): void {
  const program = programOf(name);
  if (program) judge(program);
  else assert.equal(text.split('{').length, text.split('}').length);
}

suite('files of deploy/', () => {
  test('aiw-server.service is a unit without faults', t => {
    const program = programOf('systemd-analyze');
    const unit = deployed('aiw-server.service');
    assert.match(unit, /^ExecStart=\/usr\/bin\/node server\/dist\/main\.js$/m);
    if (!program) return;
    // Node is elsewhere on some machines, which is no fault of the unit.
    const file = join(workshop(t), 'aiw-server.service');
    writeFileSync(file, unit.replace('/usr/bin/node', process.execPath));
    const {status, stderr} = spawnSync(program, ['verify', file]);
    const words = String(stderr)
      .split('\n')
      .filter(line => line.includes('aiw-server.service:'));
    assert.deepEqual({status, words}, {status: 0, words: []});
  });

  test('aiw-server.env has variables that the server takes', () => {
    const lines = [deployed('aiw-server.env'), ...blocks('dotenv').map(({text}) => text)]
      .flatMap(text => text.split('\n'))
      .filter(line => line && !line.startsWith('#'));
    const env = Object.fromEntries(lines.map(line => line.split(/=(.*)/s).slice(0, 2))) as Record<
      string,
      string
    >;
    assert.deepEqual(
      lines.filter(line => !/^[A-Z_]+=\S/.test(line)),
      [],
    );
    assert.equal(loadConfig(env).trustProxy, 'loopback');
  });

  test('nginx takes nginx.conf, and every block of the documents', t => {
    const pieces = [deployed('nginx.conf'), ...blocks('nginx').map(({text}) => text)];
    for (const piece of pieces) {
      taken('nginx', piece, program => {
        const folder = workshop(t);
        const file = nginxFile(folder, piece);
        const {status, stderr} = spawnSync(program, ['-t', '-p', folder, '-c', file]);
        assert.equal(status, 0, `${piece}\n${String(stderr)}`);
      });
    }
  });

  test('Caddy takes the Caddyfile, and every block of the documents', t => {
    const pieces = [deployed('Caddyfile'), ...blocks('caddyfile').map(({text}) => text)];
    for (const piece of pieces) {
      taken('caddy', piece, program => {
        const file = join(workshop(t), 'Caddyfile');
        const isSite = /^(?:#.*\n)*\S+\.\S+ \{/.test(piece);
        writeFileSync(file, isSite ? piece : `www.acme.com {\n${piece}}\n`);
        execFileSync(program, ['adapt', '--config', file, '--adapter', 'caddyfile'], {
          stdio: 'pipe',
        });
      });
    }
  });

  test('the Containerfile copies what there is, and starts what the build makes', () => {
    const file = deployed('Containerfile').replaceAll(/\\\n\s*/g, ' ');
    const lines = file.split('\n').filter(line => line && !line.startsWith('#'));
    const known = /^(?:FROM|RUN|WORKDIR|COPY|ENV|USER|VOLUME|EXPOSE|STOPSIGNAL|HEALTHCHECK|CMD) \S/;
    assert.deepEqual(
      lines.filter(line => !known.test(line)),
      [],
    );
    const copied = [...file.matchAll(/^COPY --from=build \/app\/(\S+)/gm)].map(
      ([, path = '']) => path,
    );
    const made = /^(?:dist|node_modules)$/;
    assert.deepEqual(
      copied.filter(path => !made.test(path) && !existsSync(join(ROOT, path))),
      [],
    );
    assert.match(file, /^CMD \["node", "server\/dist\/main\.js"\]$/m);
    assert.match(file, /readyz/);
  });
});

interface Answer {
  status: number | undefined;
  body: Record<string, unknown>;
}

/** A request of a page, through a proxy's TLS. */
async function post(port: number, path: string, body: object, more: object = {}): Promise<Answer> {
  const sent = request({
    ...{host: '127.0.0.1', port, path, method: 'POST', rejectUnauthorized: false},
    servername: 'voice.acme.com',
    headers: {
      ...{host: 'voice.acme.com', origin: PAGE, 'content-type': 'application/json'},
      ...more,
    },
  });
  sent.end(JSON.stringify(body));
  const [response] = (await once(sent, 'response')) as [import('node:http').IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return {status: response.statusCode, body: JSON.parse(text) as Record<string, unknown>};
}

/** A call in writing from resolve to `ready`, and what a stranger's header does not change. */
async function callThrough(
  t: TestContext,
  start: (target: string) => Promise<number>,
): Promise<void> {
  const server = await TestServer.start(t, {
    env: {AIW_TRUST_PROXY: 'loopback', AIW_RATE_LIMITS: 'resolve=2/1m'},
  });
  const {token} = await server.widget();
  const port = await start(new URL(server.url).host);
  const {body} = await post(port, '/api/widget/resolve', {token});
  const {value} = body.challenge as {value: string};
  const page = {url: `${PAGE}/`, title: 'Acme', referrer: ''};
  const asked = {token, challenge: value, engagement: CLICKED, mode: 'text', page};
  const session = await post(port, '/api/sessions', asked);
  assert.equal(session.status, 201);
  const {transport, sessionToken} = session.body as {
    transport: {url: string};
    sessionToken: string;
  };
  // `X-Forwarded-Proto` and `Host` have arrived.
  assert.match(transport.url, /^wss:\/\/voice\.acme\.com\/api\/sessions\//);
  const socket = new WebSocket(
    transport.url.replace('voice.acme.com', `127.0.0.1:${port}`),
    ['aiw.v1', `aiw.token.${sessionToken}`],
    {
      ...{rejectUnauthorized: false, servername: 'voice.acme.com', origin: PAGE},
      headers: {host: 'voice.acme.com'},
    },
  );
  await once(socket, 'open');
  socket.send(JSON.stringify({type: 'hello', mode: 'text'}));
  const [first] = (await once(socket, 'message')) as [Buffer];
  assert.equal((JSON.parse(String(first)) as {type: string}).type, 'ready');
  socket.terminate();
  // Who writes `X-Forwarded-For` themselves is still one address.
  const statuses = [];
  for (const address of ['203.0.113.1', '203.0.113.2']) {
    const {status} = await post(port, '/api/widget/resolve', {token}, {'x-forwarded-for': address});
    statuses.push(status);
  }
  assert.deepEqual(statuses, [200, 429]);
}

suite('a call, with a proxy in front', () => {
  test('goes through nginx', async t => {
    const program = programOf('nginx');
    if (program) await callThrough(t, target => startNginx(t, program, target));
  });

  test('goes through Caddy', async t => {
    const program = programOf('caddy');
    if (program) await callThrough(t, target => startCaddy(t, program, target));
  });
});
