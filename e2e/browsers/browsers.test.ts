/** What a visitor does, in each engine: Chromium, Firefox and WebKit, on a desk and on a phone. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import type {Engine, Window} from '../../testing/engines/engine.js';
import {Guest} from '../../testing/engines/guest.js';
import {chosenEngines} from '../../testing/engines/chosen.js';
import {until} from '../../testing/journey/visitor.js';
import {StrictSite} from './site.js';

const DESK: Window = {width: 1280, height: 800};
const PHONE: Window = {width: 390, height: 844, isTouch: true};
const PILL = ['aiw-capture-pill'];

for (const kind of chosenEngines()) {
  describe(`in ${kind.name}`, {timeout: 300_000}, () => {
    let site: StrictSite;
    let engine: Engine;
    let guest: Guest;

    before(async () => {
      site = await StrictSite.start({AIW_VOICE: 'off'});
      engine = await kind.start();
    });
    afterEach(async () => {
      await guest.leave();
    });
    after(async () => {
      await engine.close();
      await site.close();
    });

    const arrive = async (path = '/', window = DESK) => {
      guest = await Guest.arrive(engine, site.url(path), window);
      return guest;
    };
    const faults = () => guest.tab.evaluate<string[]>('window.hostSeen.faults');
    const asks = async () => {
      await guest.clicks(...guest.launcher);
      await guest.writes('What does the Starter plan cost?');
      await guest.reads(/\$19/);
    };

    it('the launcher stands in its corner under a strict policy, and breaks none', async () => {
      await arrive();
      const {x, y} = await guest.sees(guest.launcher);
      assert.ok(x > DESK.width - 90 && x < DESK.width - 20, `x ${x}`);
      assert.ok(y > DESK.height - 90 && y < DESK.height - 20, `y ${y}`);
      assert.deepEqual(await faults(), []);
    });

    it('a press opens the panel, and a typed question is answered', async () => {
      await arrive();
      await asks();
      assert.deepEqual(await faults(), []);
    });

    it('code alone does not open it', async () => {
      await arrive();
      await guest.sees(guest.launcher);
      assert.equal(await guest.tab.evaluate('window.AIWWidget.open()'), false);
      const warnings = await guest.tab.evaluate<string[]>('window.hostSeen.warnings');
      assert.deepEqual(warnings, [
        '[aiw] AIWWidget.open() rejected — must be called synchronously from a real user gesture',
      ]);
    });

    it('the agent takes the visitor to a page, and the talk goes on there', async () => {
      await arrive();
      await asks();
      await guest.writes('Take me to the pricing page');
      await guest.waitsFor(
        'location.pathname === "/pricing" && document.readyState === "complete"',
      );
      await guest.reads(/\$19/);
      await guest.writes('What does the Starter plan cost?');
      await until(
        async () => (await guest.lines()).filter(text => /\$19/.test(text)).length === 2,
        () => 'It was not answered again.',
      );
      assert.deepEqual(await faults(), []);
    });

    it('the next page keeps what was said', async () => {
      await arrive();
      await asks();
      const before = await guest.tab.evaluate<number>('window.hostSeen.id');
      await guest.tab.goto(site.url('/contact'));
      await guest.waitsFor(`window.hostSeen?.id !== ${before}`);
      await guest.reads(/\$19/);
    });

    it('an email address is confirmed by one press, and is with the server', async () => {
      await arrive();
      await guest.clicks(...guest.launcher);
      const address = `${kind.name.toLowerCase()}@example.com`;
      await guest.writes(`My email address is ${address}`);
      await guest.clicks(...guest.inPanel(...PILL, '[part=confirm]'));
      await until(
        async () => (await site.server.captures()).some(({value}) => value === address),
        () => 'It was never stored.',
      );
    });

    it('hanging up ends the talk, and the transcript stays', async () => {
      await arrive();
      await asks();
      await guest.clicks(...guest.inPanel('aiw-composer', '[part=hang-up]'));
      await guest.misses(guest.inPanel('aiw-composer', '[part=hang-up]'));
      await guest.reads(/\$19/);
    });

    it('a keyboard alone opens, asks and closes', async () => {
      await arrive();
      await guest.sees(guest.launcher);
      await guest.tab.evaluate(
        'document.querySelector("aiw-voice-widget").shadowRoot.querySelector("button").focus()',
      );
      await guest.presses('Enter');
      await guest.sees(guest.inPanel('aiw-composer', 'textarea'));
      await guest.presses('Escape');
      await guest.sees(guest.launcher);
    });

    it('on a phone the panel has the whole window, by touch where the engine can', async () => {
      await arrive('/', PHONE);
      if (kind.canTap) await guest.taps(...guest.launcher);
      else await guest.clicks(...guest.launcher);
      await guest.sees(guest.inPanel('aiw-composer', 'textarea'));
      const card = await guest.tab.evaluate<number[]>(
        `(() => { const {width, left} = document.querySelector('aiw-voice-widget').shadowRoot
          .querySelector('aiw-panel').getBoundingClientRect(); return [width, left]; })()`,
      );
      const inner = await guest.tab.evaluate<number>('innerWidth');
      // WebKit's own browser cannot be made narrower than some 450 pixels.
      assert.ok(inner < 480, `${inner}`);
      assert.deepEqual(card, [inner, 0]);
      await guest.writes('What does the Starter plan cost?');
      await guest.reads(/\$19/);
    });
  });

  describe(`aloud in ${kind.name}`, {timeout: 120_000}, () => {
    let site: StrictSite;
    let engine: Engine;
    let guest: Guest;

    before(async () => {
      site = await StrictSite.start({});
      engine = await kind.start();
      guest = await Guest.arrive(engine, site.url('/'), DESK);
    });
    after(async () => {
      await guest.leave();
      await engine.close();
      await site.close();
    });

    it('a press begins a spoken call, which is heard and speaks', async () => {
      await guest.clicks(...guest.launcher);
      const state = `document.querySelector('aiw-voice-widget').shadowRoot
        .querySelector('aiw-panel')?.shadowRoot.querySelector('aiw-stage')?.shadowRoot
        .querySelector('aiw-orb')?.shadowRoot.querySelector('[part=orb]').className`;
      await guest.waitsFor(`${state} === 'speaking'`);
      await guest.waitsFor(`${state} === 'listening'`);
      await guest.writes('What does the Starter plan cost?');
      await guest.reads(/\$19/);
      assert.deepEqual(await guest.tab.evaluate<string[]>('window.hostSeen.faults'), []);
    });
  });
}
