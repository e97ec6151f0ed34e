/** Every look on a page of somebody else's, which it neither moves nor disturbs. */
import assert from 'node:assert/strict';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, afterEach, before, describe, it} from 'node:test';
import {until} from '../testing/journey/visitor.js';
import type {HostPage} from './hosts/host-page.js';
import {createWidget, HostSite} from './hosts/host-site.js';
import {HostVisit} from './hosts/host-visit.js';
import {readProbe} from './hosts/probe.js';

const INLINE = '<aiw-voice-widget></aiw-voice-widget>';

/** What the page's own tag asks for, and what it has in its body. */
const LOOKS: readonly [name: string, page: Omit<HostPage, 'name'>][] = [
  ['an orb, top left', {tag: 'data-placement="top-left"'}],
  ['a pill', {tag: 'data-variant="pill" data-launcher-label="Ask us"'}],
  [
    'a dark pill, bottom left',
    {tag: 'data-variant="pill" data-color-scheme="dark" data-placement="bottom-left"'},
  ],
  [
    'an orb in a line of text',
    {tag: 'data-placement="inline"', body: `<p>Ask ${INLINE} now</p><p id="after">After</p>`},
  ],
  [
    'a pill in a line of text',
    {
      tag: 'data-placement="inline" data-variant="pill"',
      body: `<p>Ask ${INLINE} now</p><p id="after">After</p>`,
    },
  ],
];

describe('a widget', {timeout: 180_000}, () => {
  let site: HostSite;
  let host: HostVisit;
  let folder: string;
  before(async () => {
    site = await HostSite.start({AIW_VOICE: 'off'});
    folder = await mkdtemp(join(tmpdir(), 'aiw-look-'));
  });
  afterEach(() => host.leave());
  after(async () => {
    await site.close();
    await rm(folder, {recursive: true, force: true});
  });

  const visit = async (page: Omit<HostPage, 'name'>, tag?: string) => {
    const url = site.add('/look', {name: '', ...page}, tag);
    host = await HostVisit.open(site, url);
  };
  const fetched = (name: RegExp) =>
    host.requests.filter(request => name.test(request.url())).length;

  /** Where something stands in the document, however far that is scrolled. */
  const placeOf = (selector: string) =>
    host.frame
      .locator(selector)
      .first()
      .evaluate(element => {
        const {left, top, width, height} = element.getBoundingClientRect();
        return [left + scrollX, top + scrollY, width, height].map(Math.round);
      });

  it('as an orb in its corner fetches nothing for its look', async () => {
    await visit({});
    assert.equal(fetched(/looks/), 0);
    await host.isUndisturbed();
  });

  for (const [name, page] of LOOKS) {
    it(`as ${name} moves nothing that is outside the flow, and answers`, async () => {
      await visit(page);
      assert.equal(fetched(/looks\.js/), 1);
      if (!page.body) {
        const {layoutShift} = await readProbe(host.frame);
        assert.equal(layoutShift, 0);
        await host.answers();
        return;
      }
      const {visitor} = host;
      const before = await placeOf('#after');
      await visitor.tapOrb();
      await visitor.sees(visitor.panel);
      await visitor.types('What does the Starter plan cost?');
      await visitor.agentSays(/\$19/);
      assert.deepEqual(await placeOf('#after'), before);
      assert.deepEqual(visitor.console, []);
    });
  }

  it('as a panel in the page is there before a call, by the operator’s choice', async () => {
    const file = join(folder, 'appearance.json');
    await writeFile(file, JSON.stringify({variant: 'panel', launcherLabel: 'Start talking'}));
    const {token} = await createWidget(site.server, '--appearance', file);
    const tag = `<script src="${site.backend.origin}/aiw-voice-widget.js" data-widget-token="${token}" defer></script>`;
    await visit({body: `<div style="height: 640px">${INLINE}</div>`}, tag);
    const {visitor} = host;
    const card = host.frame.locator('aiw-idle-card');
    await card.getByText('Start talking').waitFor();
    const room = await placeOf('aiw-idle-card');
    assert.equal(fetched(/talk/), 0, 'nothing heavy before somebody comes near');
    await visitor.orb.focus();
    await visitor.page.keyboard.press('Enter');
    await visitor.sees(visitor.panel);
    await visitor.types('What does the Starter plan cost?');
    await visitor.agentSays(/\$19/);
    assert.deepEqual(await placeOf('aiw-panel'), room);
    await visitor.page.keyboard.press('Escape');
    assert.equal(await visitor.panel.isVisible(), true, 'it has a place of its own');
    await visitor.presses('Hang up');
    await visitor.panel.getByText('Call ended').first().waitFor();
    assert.deepEqual(visitor.console, []);
  });

  it('takes the page’s styles by its parts and properties, and its own words by its slots', async () => {
    await visit({
      head: `<style>
        aiw-voice-widget { --aiw-accent: rgb(0, 128, 0); --aiw-radius: 0px; }
        aiw-voice-widget::part(card) { border: 3px solid rgb(1, 2, 3); }
        aiw-voice-widget::part(send) { opacity: 0.9; }
        aiw-voice-widget::part(name) { text-transform: uppercase; }
      </style>`,
      body: '<aiw-voice-widget><p slot="note">Mon to Fri</p></aiw-voice-widget>',
    });
    const {visitor} = host;
    await visitor.tapOrb();
    await visitor.hears('ready');
    await visitor.sees(host.frame.getByText('Mon to Fri'));
    const styleOf = (selector: string, name: string) =>
      visitor.panel
        .locator(selector)
        .first()
        .evaluate(
          (element, property) => getComputedStyle(element).getPropertyValue(property),
          name,
        );
    assert.equal(await styleOf('[part=card]', 'border-top-color'), 'rgb(1, 2, 3)');
    assert.equal(await styleOf('[part=card]', 'border-top-left-radius'), '0px');
    assert.equal(await styleOf('[part~=send]', 'opacity'), '0.9');
    assert.equal(await styleOf('[part=name]', 'text-transform'), 'uppercase');
  });

  it('stays above the keyboard of a phone', async () => {
    await visit({tag: 'data-variant="pill"'});
    const {visitor} = host;
    await visitor.page.setViewportSize({width: 390, height: 780});
    await visitor.tapOrb();
    await visitor.hears('ready');
    await host.frame.evaluate(() => {
      Object.defineProperties(visualViewport, {
        height: {configurable: true, value: innerHeight - 300},
        offsetTop: {configurable: true, value: 0},
      });
      visualViewport?.dispatchEvent(new Event('resize'));
    });
    await until(
      async () => {
        const box = await visitor.panel.locator('aiw-composer').boundingBox();
        return box !== null && box.y + box.height <= 480;
      },
      () => 'The field is behind the keyboard.',
    );
    const card = await visitor.panel.locator('[part=card]').boundingBox();
    assert.deepEqual([card?.x, card?.y, card?.width], [0, 0, 390]);
  });
});
