/** The proxies of `deploy/`, run as their files say: other ports and certificates apart. */
import {execFileSync, spawn} from 'node:child_process';
import {existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {createServer, type AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {delimiter, join} from 'node:path';
import type {TestContext} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {ROOT} from './named-tests.js';

/** Programs that read the files of `deploy/`. */
export type Program = 'nginx' | 'caddy' | 'systemd-analyze';

/**
 * Path of a program: `NGINX_BIN` or `CADDY_BIN`, else what the machine has.
 *
 * @returns Null where there is none; with `CI` set that is a fault.
 */
export function programOf(name: Program): string | null {
  const own = process.env[`${name.toUpperCase()}_BIN`];
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin'];
  const found = [own, ...folders.map(folder => join(folder, name))].find(
    path => path && existsSync(path),
  );
  if (!found && process.env.CI) throw new Error(`apt-get install ${name}`);
  return found ?? null;
}

/** A file of `deploy/`. */
export const deployed = (name: string) => readFileSync(join(ROOT, 'deploy', name), 'utf8');

/** A folder for a proxy, with a certificate for voice.acme.com in it. */
export function workshop(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'aiw-proxy-'));
  t.after(() => rmSync(folder, {recursive: true, force: true}));
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')];
  const names = ['-addext', 'subjectAltName=DNS:voice.acme.com'];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  execFileSync(
    'openssl',
    ['req', ...kind, '-days', '2', '-subj', '/CN=voice.acme.com', ...names, ...files],
    {
      stdio: 'ignore',
    },
  );
  return folder;
}

/** Whole configuration of nginx around a piece of its `http` block. */
export function nginxFile(folder: string, http: string): string {
  const own = http
    .replace(/ssl_certificate .*;/, `ssl_certificate ${folder}/cert.pem;`)
    .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${folder}/key.pem;`);
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    name => `${name}_temp_path ${folder}/${name};`,
  );
  const file = join(folder, 'nginx.conf');
  const around = `daemon off; pid ${folder}/pid; error_log stderr error; events {}`;
  writeFileSync(file, `${around}\nhttp { access_log off; ${temp.join(' ')}\n${own}\n}\n`);
  return file;
}

/** A port that is free now. */
export function freePort(): Promise<number> {
  return new Promise(resolve => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const {port} = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Starts nginx with `deploy/nginx.conf` before a server; the port of its TLS. */
export async function startNginx(t: TestContext, program: string, target: string): Promise<number> {
  const folder = workshop(t);
  const [port, plain] = [await freePort(), await freePort()];
  const http = deployed('nginx.conf')
    .replace('listen 443', `listen 127.0.0.1:${port}`)
    .replace('listen 80;', `listen 127.0.0.1:${plain};`)
    .replace('127.0.0.1:8787', target);
  await run(t, program, ['-p', folder, '-c', nginxFile(folder, http)], port);
  return port;
}

/** Starts Caddy with `deploy/Caddyfile` before a server; the port of its TLS. */
export async function startCaddy(t: TestContext, program: string, target: string): Promise<number> {
  const folder = workshop(t);
  const port = await freePort();
  const site = deployed('Caddyfile')
    .replace('voice.acme.com {', `https://voice.acme.com:${port} {\n\ttls cert.pem key.pem`)
    .replace('127.0.0.1:8787', target);
  const file = join(folder, 'Caddyfile');
  writeFileSync(file, `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${site}`);
  await run(t, program, ['run', '--config', file], port, folder);
  return port;
}

/** Runs a program until the test's end, and waits until its port is open. */
async function run(
  t: TestContext,
  program: string,
  args: string[],
  port: number,
  cwd?: string,
): Promise<void> {
  const env = {...process.env, ...(cwd && {HOME: cwd, XDG_DATA_HOME: cwd, XDG_CONFIG_HOME: cwd})};
  const child = spawn(program, args, {stdio: ['ignore', 'ignore', 'pipe'], env, cwd});
  let words = '';
  child.stderr.on('data', data => (words += String(data)));
  t.after(() => child.kill('SIGKILL'));
  for (let tries = 0; tries < 100; tries++) {
    if (child.exitCode !== null) break;
    if (await isOpen(port)) return;
    await pause(50);
  }
  throw new Error(`${program} does not listen: ${words}`);
}

async function isOpen(port: number): Promise<boolean> {
  const {connect} = await import('node:net');
  return new Promise(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
