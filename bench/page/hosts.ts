/** The pages that are measured: empty, with our tag, and with each peer's. */
import {execFileSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {createServer, type Server} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {brotliCompressSync} from 'node:zlib';
import type {ServerProcess} from '../../testing/journey/server.js';

/** Folder with what is installed for this bench alone. */
export const PEERS = fileURLToPath(new URL('../peers/', import.meta.url));

/** A peer's published embed: its package, the script in it, and the markup its documents ask for. */
interface Peer {
  package: string;
  script: string;
  markup: string;
}

/** Voice agents for pages whose whole embed is published. Their own servers cannot be reached here. */
export const PEER_EMBEDS: Readonly<Record<string, Peer>> = {
  elevenlabs: {
    package: '@elevenlabs/convai-widget-embed',
    script: 'dist/index.js',
    markup: '<elevenlabs-convai agent-id="agent_bench"></elevenlabs-convai>',
  },
  vapi: {
    package: '@vapi-ai/client-sdk-react',
    script: 'dist/embed/widget.umd.js',
    markup:
      '<vapi-widget public-key="bench" assistant-id="bench" mode="hybrid" title="Agent"></vapi-widget>',
  },
};

/** A running site of one page for each name. */
export interface Hosts {
  url: string;
  server: Server;
}

/** Installs the peers, where that has not been done yet; takes a minute. */
export function installPeers(): void {
  const names = [...Object.values(PEER_EMBEDS).map(peer => peer.package), 'lighthouse'];
  if (names.every(name => existsSync(join(PEERS, 'node_modules', name)))) return;
  console.error('Installing what is compared with …');
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--silent'];
  execFileSync('npm', args, {cwd: PEERS, stdio: ['ignore', 'ignore', 'inherit']});
}

/** A peer's package and version, as it is installed. */
export function versionOf(peer: string): string {
  const {package: name} = PEER_EMBEDS[peer] ?? {package: peer};
  const manifest = readFileSync(join(PEERS, 'node_modules', name, 'package.json'), 'utf8');
  return `${name} ${(JSON.parse(manifest) as {version: string}).version}`;
}

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title>
<meta name="viewport" content="width=device-width"><meta name="description" content="A page.">
<h1>Page</h1><p>Words.</p>`;

/** Serves `/empty`, `/tag` and a path for each peer, scripts compressed by Brotli as ours are. */
export async function servePages(server: ServerProcess): Promise<Hosts> {
  const {token} = await server.command<{token: string}>(
    ...['widget', 'create', '--domain', 'acme.com', '--page-url', 'https://acme.com/', '--live'],
  );
  const pages = new Map([
    ['/empty', PAGE],
    [
      '/tag',
      `${PAGE}<script src="${server.url}/aiw-voice-widget.js" data-widget-token="${token}" defer></script>`,
    ],
  ]);
  const scripts = new Map<string, Buffer>();
  for (const [name, {package: folder, script, markup}] of Object.entries(PEER_EMBEDS)) {
    const code = readFileSync(join(PEERS, 'node_modules', folder, script));
    scripts.set(`/${name}.js`, brotliCompressSync(code));
    pages.set(`/${name}`, `${PAGE}${markup}<script src="/${name}.js" async></script>`);
  }
  const site = createServer((request, response) => {
    const path = request.url ?? '';
    const script = scripts.get(path);
    if (script) {
      response.setHeader('Content-Type', 'text/javascript');
      response.setHeader('Content-Encoding', 'br');
      return response.end(script);
    }
    response.setHeader('Content-Type', 'text/html');
    response.statusCode = pages.has(path) ? 200 : 404;
    return response.end(pages.get(path));
  });
  await new Promise<void>(resolve => site.listen(0, '127.0.0.1', resolve));
  return {url: `http://localhost:${(site.address() as AddressInfo).port}`, server: site};
}
