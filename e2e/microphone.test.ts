/** Every way in which a microphone cannot be had, told apart, and a call that goes on (§2, §9.1). */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {HostSite, page} from '../testing/journey/host.js';
import {ServerProcess} from '../testing/journey/server.js';
import {until, Visitor, type Visit} from '../testing/journey/visitor.js';

const BLOCKED = 'Mic access is blocked. You can still ask questions by typing below.';

/** What a page may do with microphones, counted; installed before its scripts. */
interface Probe {
  asked: number;
  listed: number;
  tracks: MediaStreamTrack[];
  hasDevice: boolean;
}

function probe(): void {
  const seen: Probe = {asked: 0, listed: 0, tracks: [], hasDevice: true};
  Object.assign(window, {seen});
  const {mediaDevices} = navigator;
  if (!mediaDevices) return;
  const ask = mediaDevices.getUserMedia.bind(mediaDevices);
  const list = mediaDevices.enumerateDevices.bind(mediaDevices);
  mediaDevices.getUserMedia = async constraints => {
    seen.asked++;
    const stream = await ask(constraints);
    seen.tracks.push(...stream.getTracks());
    return stream;
  };
  mediaDevices.enumerateDevices = () => {
    seen.listed++;
    return seen.hasDevice ? list() : Promise.resolve([]);
  };
}

/** Headless Chromium answers every question; this is what one that was closed comes to. */
function dismissed(): void {
  navigator.mediaDevices.getUserMedia = () =>
    Promise.reject(new DOMException('Permission dismissed', 'NotAllowedError'));
}

function busy(): void {
  navigator.mediaDevices.getUserMedia = () =>
    Promise.reject(new DOMException('Could not start audio source', 'NotReadableError'));
}

let server: ServerProcess;
let site: HostSite;
let visitor: Visitor;
const tokens: Record<string, string> = {};

before(async () => {
  server = await ServerProcess.start();
  const create = async (...more: string[]) => {
    const address = ['--domain', 'acme.com', '--page-url', 'https://acme.com/', '--live'];
    const {token} = await server.command<{token: string}>('widget', 'create', ...address, ...more);
    return token;
  };
  tokens.voice = await create();
  tokens.text = await create('--modes', 'text');
  const tag = (token = '') =>
    `<script src="${server.url}/aiw-voice-widget.js" data-widget-token="${token}" defer></script>`;
  const frame = (attributes: string, headers?: Record<string, string>) =>
    page(`<iframe ${attributes} width="900" height="720"></iframe>`, headers);
  const pages: Record<string, ReturnType<typeof page>> = {
    '/': page(tag(tokens.voice)),
    '/text': page(tag(tokens.text)),
    '/denied-by-header': page(tag(tokens.voice), {'Permissions-Policy': 'microphone=()'}),
    '/allowed-by-header': page(tag(tokens.voice), {
      'Permissions-Policy': 'camera=(), microphone=(self), geolocation=()',
    }),
  };
  site = await HostSite.start(pages);
  const inner = site.url('/', '127.0.0.1');
  pages['/frame'] = frame(`src="${inner}"`);
  pages['/frame-allowed'] = frame(`src="${inner}" allow="microphone"`);
  const framed = `src="${inner}" allow="microphone"`;
  pages['/frame-of-self'] = frame(framed, {'Permissions-Policy': 'microphone=(self)'});
  pages['/frame-by-name'] = frame(framed, {
    'Permissions-Policy': `microphone=(self "${new URL(inner).origin}")`,
  });
});
after(async () => {
  await site.close();
  await server.close();
});
afterEach(() => visitor.leave());

const arrive = async (path: string, visit: Visit = {}, host?: string) => {
  visitor = await Visitor.arrive(site.url(path, host), visit);
  return visitor;
};

/** The one line about the microphone in the console. */
const microphoneLine = async () => {
  const [line, ...more] = await until(
    () => {
      const lines = visitor.console.filter(text => text.startsWith('[aiw:mic] '));
      return lines.length > 0 && lines;
    },
    () => `No line about the microphone:\n${visitor.console.join('\n')}`,
  );
  assert.deepEqual(more, [], 'one line for one cause');
  return line?.slice('[aiw:mic] '.length) ?? '';
};

/** The call goes on in writing. */
async function typesOn(scope = visitor.panel): Promise<void> {
  const field = scope.locator('aiw-composer textarea');
  await field.fill('Hello');
  await field.press('Enter');
  await visitor.hears('transcript', frame => frame.role === 'visitor' && frame.text === 'Hello');
}

interface Case {
  name: string;
  path: string;
  visit?: Visit;
  host?: string;
  line: string;
}

const POLICY = "Microphone blocked by this page's Permissions-Policy header. ";
const REFUSED: readonly Case[] = [
  {
    name: 'a page served over plain HTTP',
    path: '/',
    host: 'www.acme.com',
    visit: {hosts: '*.acme.com'},
    line: 'Microphone API is not available on this page. Most common cause: the page is served over plain HTTP. ',
  },
  {
    name: 'a page whose own header denies it',
    path: '/denied-by-header',
    line: `${POLICY}Add microphone=(self)`,
  },
  {
    name: 'a visitor who has blocked it',
    path: '/',
    visit: {microphone: 'deny'},
    line: 'getUserMedia denied (NotAllowedError). The visitor or the browser has blocked',
  },
  {
    name: 'a visitor who closes the question',
    path: '/',
    visit: {microphone: 'deny', script: dismissed},
    line: 'getUserMedia denied (NotAllowedError). The visitor closed the prompt',
  },
  {
    name: 'a machine without one',
    path: '/',
    visit: {microphone: 'missing'},
    line: 'No microphone hardware available',
  },
  {
    name: 'another application that holds it',
    path: '/',
    visit: {script: busy},
    line: 'Microphone exists but is in use by another application',
  },
];

describe('a microphone that cannot be had', {timeout: 240_000}, () => {
  for (const {name, path, visit, host, line} of REFUSED) {
    it(`because of ${name} is named in the console, and the call goes on in writing`, async () => {
      await arrive(path, visit, host);
      await visitor.tapOrb();
      await visitor.sees(visitor.panel.getByText(BLOCKED));
      assert.ok((await microphoneLine()).startsWith(line), visitor.console.join('\n'));
      await visitor.hears('ready');
      await typesOn();
    });
  }

  for (const [path, what] of [
    ['/frame', 'an iframe without `allow`'],
    ['/frame-of-self', 'a parent whose header names its own origin only'],
  ] as const) {
    it(`because of ${what} is named as that`, () => isNamedInFrame(path));
  }

  async function isNamedInFrame(path: string): Promise<void> {
    await arrive(path);
    const frame = visitor.page.frameLocator('iframe');
    await frame.locator('aiw-voice-widget button[part=launcher]').click();
    await visitor.sees(frame.getByText(BLOCKED));
    assert.ok((await microphoneLine()).startsWith(`${POLICY}The page is in an iframe: add allow=`));
    await typesOn(frame.locator('aiw-panel'));
  }
});

describe('a microphone that is allowed', {timeout: 120_000}, () => {
  it('by the header of the documentation is heard', async () => {
    await arrive('/allowed-by-header');
    await visitor.tapOrb();
    await visitor.sees(visitor.panel.getByRole('button', {name: 'Mute'}));
    assert.deepEqual(visitor.console, []);
  });

  for (const [path, what] of [
    ['/frame-allowed', '`allow` on the iframe'],
    ['/frame-by-name', 'a parent whose header names the iframe’s origin'],
  ] as const) {
    it(`by ${what} is heard`, async () => {
      await arrive(path);
      const frame = visitor.page.frameLocator('iframe');
      await frame.locator('aiw-voice-widget button[part=launcher]').click();
      await visitor.sees(frame.getByRole('button', {name: 'Mute'}));
      assert.deepEqual(visitor.console, []);
    });
  }
});

describe('a microphone that is lost in mid-call', {timeout: 120_000}, () => {
  /** Takes the device away as the browser reports it. */
  const unplug = (isThereAnother: boolean) =>
    visitor.page.evaluate(another => {
      const {seen} = window as unknown as {seen: Probe};
      seen.hasDevice = another;
      for (const track of seen.tracks) track.dispatchEvent(new Event('ended'));
    }, isThereAnother);
  const plugIn = () =>
    visitor.page.evaluate(() => {
      (window as unknown as {seen: Probe}).seen.hasDevice = true;
      navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
    });
  const modes = () =>
    visitor.sent.filter(({frame}) => frame.type === 'mode').map(({frame}) => frame.value);

  it('is replaced by another one, and nobody notices', async () => {
    await arrive('/', {script: probe});
    await visitor.tapOrb();
    await visitor.sees(visitor.panel.getByRole('button', {name: 'Mute'}));
    await visitor.hears('ready');
    await unplug(true);
    await until(
      () => visitor.page.evaluate(() => (window as unknown as {seen: Probe}).seen.asked === 2),
      () => 'No other microphone was opened.',
    );
    await visitor.sees(visitor.panel.getByRole('button', {name: 'Mute'}));
    assert.deepEqual([modes(), visitor.console], [[], []]);
  });

  it('leaves a call in writing, which is heard again when one is plugged in', async () => {
    await arrive('/', {script: probe});
    await visitor.tapOrb();
    await visitor.sees(visitor.panel.getByRole('button', {name: 'Mute'}));
    await visitor.hears('ready');
    await unplug(false);
    await visitor.sees(visitor.panel.getByText(BLOCKED));
    assert.ok(
      (await microphoneLine()).startsWith('The microphone was disconnected during the call.'),
    );
    await typesOn();
    await plugIn();
    await visitor.sees(visitor.panel.getByRole('button', {name: 'Mute'}));
    await until(
      () => modes().join() === 'text,both',
      () => `The server was told: ${modes().join()}`,
    );
  });
});

describe('a widget in writing', {timeout: 60_000}, () => {
  it('never touches the microphone', async () => {
    await arrive('/text', {script: probe});
    await visitor.tapOrb();
    await visitor.hears('ready');
    await typesOn();
    await visitor.presses('Hang up');
    const {asked, listed} = await visitor.page.evaluate(
      () => (window as unknown as {seen: Probe}).seen,
    );
    assert.deepEqual([asked, listed], [0, 0]);
    assert.deepEqual(
      visitor.sent.filter(({frame}) => frame.type === 'hello').map(({frame}) => frame.mode),
      ['text'],
    );
  });
});
