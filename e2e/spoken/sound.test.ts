/** What a visitor can choose of sound, in spoken calls: devices, volume, push-to-talk, mute. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {HostSite, page} from '../../testing/journey/host.js';
import {ServerProcess} from '../../testing/journey/server.js';
import {until, Visitor, type Visit} from '../../testing/journey/visitor.js';

/** What the page has done with devices; installed before its scripts. */
interface Probe {
  /** Ids of the microphones that were asked for, in order; empty for the default one. */
  microphones: string[];
  /** Ids of the speakers that were chosen, in order. */
  speakers: string[];
  /** When the microphone was opened, ms since the epoch. */
  openedAt: number;
}

function probe(): void {
  const seen: Probe = {microphones: [], speakers: [], openedAt: 0};
  Object.assign(window, {seen});
  const {mediaDevices} = navigator;
  const ask = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async constraints => {
    const audio = constraints?.audio as MediaTrackConstraints | undefined;
    const id = audio?.deviceId as ConstrainDOMStringParameters | string | undefined;
    seen.microphones.push(String((typeof id === 'object' ? (id.exact ?? id.ideal) : id) ?? ''));
    const stream = await ask(constraints);
    seen.openedAt ||= Date.now();
    return stream;
  };
  const context = AudioContext.prototype as AudioContext & {
    setSinkId?(id: string): Promise<void>;
  };
  const choose = context.setSinkId;
  context.setSinkId = function (this: typeof context, id: string) {
    seen.speakers.push(id);
    return choose?.call(this, id) ?? Promise.resolve();
  };
}

let server: ServerProcess;
let site: HostSite;
let visitor: Visitor;

const seen = () => visitor.page.evaluate(() => (window as unknown as {seen: Probe}).seen);
const arrive = async (path: string, visit: Visit = {}) => {
  visitor = await Visitor.arrive(site.url(path), {script: probe, ...visit});
};
/** Waits until the microphone has been open for so many seconds: its recording is the clock. */
const microphoneIsAt = (seconds: number) =>
  until(
    async () => {
      const {openedAt} = await seen();
      return openedAt > 0 && Date.now() >= openedAt + seconds * 1_000;
    },
    () => 'The microphone was not opened.',
  );
const button = (name: string | RegExp) => visitor.panel.getByRole('button', {name});
const saidByVisitor = () => visitor.transcript().filter(line => line.startsWith('visitor:'));

before(async () => {
  server = await ServerProcess.start();
  const tag = async (...options: string[]) => {
    const {token} = await server.command<{token: string}>(
      ...['widget', 'create', '--domain', 'localhost', '--page-url', 'http://localhost/', '--live'],
      ...options,
    );
    return page(
      `<script src="${server.url}/aiw-voice-widget.js" data-widget-token="${token}"></script>`,
    );
  };
  site = await HostSite.start({
    '/': await tag(),
    '/push-to-talk': await tag('--push-to-talk'),
    '/muted': await tag('--start-muted'),
  });
});
after(async () => {
  await site.close();
  await server.close();
});
afterEach(() => visitor.leave());

describe('in a spoken call', {timeout: 180_000}, () => {
  it('another microphone and speaker are in use at once, and still on the next page', async () => {
    await arrive('/');
    await visitor.tapOrb();
    await visitor.sees(button('Mute'));
    await visitor.hears('ready');
    await visitor.presses('More');
    await visitor.panel.getByRole('menuitem', {name: 'Microphone and speaker'}).click();
    const microphone = visitor.panel.getByRole('combobox', {name: 'Microphone'});
    const speaker = visitor.panel.getByRole('combobox', {name: 'Speaker'});
    await microphone.selectOption({label: 'Fake Audio Input 2'});
    await speaker.selectOption({label: 'Fake Audio Output 2'});
    const chosen = [await microphone.inputValue(), await speaker.inputValue()];
    await until(
      async () => {
        const {microphones, speakers} = await seen();
        return microphones.at(-1) === chosen[0] && speakers.at(-1) === chosen[1];
      },
      () => 'The chosen devices are not in use.',
    );
    assert.equal((await seen()).microphones.length, 2);
    await visitor.panel.getByRole('slider', {name: 'Volume'}).fill('40');
    await visitor.sees(visitor.panel.getByText('40%'));
    await visitor.page.keyboard.press('Escape');
    await visitor.sees(button('Mute'));
    await visitor.presses('Hang up');
    await visitor.page.reload();
    await visitor.tapOrb();
    await visitor.sees(button('Mute'));
    await visitor.hears('ready');
    const {microphones, speakers} = await seen();
    assert.deepEqual([microphones.at(-1), speakers.at(-1)], chosen);
    assert.deepEqual(visitor.console, []);
  });

  it('with push-to-talk, what is said with the button held is heard, and nothing else', async () => {
    const [unheard, held] = [3, 10];
    await arrive('/push-to-talk', {
      says: [
        {at: unheard, say: 'antarctica'},
        {at: held, say: 'starter-cost'},
      ],
    });
    await visitor.tapOrb();
    const hold = visitor.panel.locator('aiw-talk-button button');
    await visitor.sees(hold);
    await microphoneIsAt(held - 1);
    await hold.press('Tab');
    await hold.focus();
    await visitor.page.keyboard.down(' ');
    await visitor.sees(visitor.panel.getByText('Listening. Let go to send'));
    await microphoneIsAt(held + 3);
    await visitor.page.keyboard.up(' ');
    await visitor.isHeard(/starter plan cost/i);
    await visitor.agentSays(/./);
    assert.equal(saidByVisitor().length, 1, visitor.transcript().join('\n'));
  });

  it('that starts muted, nothing is heard before it is unmuted', async () => {
    const [unheard, heard] = [2, 10];
    await arrive('/muted', {
      says: [
        {at: unheard, say: 'antarctica'},
        {at: heard, say: 'starter-cost'},
      ],
    });
    await visitor.tapOrb();
    await visitor.sees(button('Unmute'));
    await visitor.sees(visitor.panel.getByText('Your microphone is muted'));
    await microphoneIsAt(heard - 1);
    await visitor.presses('Unmute');
    await visitor.isHeard(/starter plan cost/i);
    assert.equal(saidByVisitor().length, 1, visitor.transcript().join('\n'));
  });

  it('the page itself mutes and unmutes', async () => {
    const [unheard, heard] = [3, 11];
    await arrive('/', {
      says: [
        {at: unheard, say: 'antarctica'},
        {at: heard, say: 'starter-cost'},
      ],
    });
    await visitor.tapOrb();
    await visitor.sees(button('Mute'));
    await visitor.page.evaluate('AIWWidget.mute()');
    await visitor.sees(button('Unmute'));
    await microphoneIsAt(heard - 1);
    await visitor.page.evaluate('AIWWidget.unmute()');
    await visitor.sees(button('Mute'));
    await visitor.isHeard(/starter plan cost/i);
    assert.equal(saidByVisitor().length, 1, visitor.transcript().join('\n'));
  });
});
