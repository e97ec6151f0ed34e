/** `open()` of the page's own code: inside a real gesture and nowhere else (§3.2, §3.3). */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {CodedVisit} from './hosts/coded-visit.js';
import {HostSite} from './hosts/host-site.js';

const REJECTED =
  '[aiw] AIWWidget.open() rejected — must be called synchronously from a real user gesture';

describe('AIWWidget', {timeout: 240_000}, () => {
  let site: HostSite;
  let coded: CodedVisit;
  before(async () => {
    site = await HostSite.start({AIW_VOICE: 'off'});
  });
  afterEach(() => coded.host.leave());
  after(() => site.close());

  const visit = async (script: string, body?: string) => {
    coded = await CodedVisit.open(site, script, body);
  };

  describe('open() is let through', () => {
    const LISTEN = (type: string) =>
      `hostGo.addEventListener('${type}', event => { event.preventDefault(); hostKeep(AIWWidget.open(hostGo)); }, {once: true});`;
    const WAYS: readonly [name: string, script: string, body: string | undefined, act: string][] = [
      ['in a click', LISTEN('click'), undefined, 'click'],
      ['in a key press', LISTEN('keydown'), undefined, 'key'],
      ['in a touch', LISTEN('touchend'), undefined, 'touch'],
      ['in a submit', LISTEN('submit'), '<form id="go"><button>Go</button></form>', 'inner'],
      [
        'in an open shadow root',
        `const inner = hostGo.attachShadow({mode: 'open'});
         inner.innerHTML = '<button>Go</button>';
         inner.firstChild.addEventListener('click', () => hostKeep(AIWWidget.open()));`,
        '<div id="go"></div>',
        'inner',
      ],
    ];
    for (const [name, script, body, act] of WAYS) {
      it(name, async () => {
        await visit(script, body);
        const tab = coded.host.visitor.page;
        if (act === 'key') await tab.locator('#go').press('Enter');
        else if (act === 'inner') await tab.locator('#go button').click();
        else if (act === 'touch') {
          await tab.locator('#go').scrollIntoViewIfNeeded();
          const box = await tab.locator('#go').boundingBox();
          const devtools = await tab.context().newCDPSession(tab);
          const point = {x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5};
          await devtools.send('Input.synthesizeTapGesture', {...point, gestureSourceType: 'touch'});
        } else await tab.locator('#go').click();
        assert.deepEqual(await coded.answered(), [true]);
        await coded.host.visitor.sees(coded.host.visitor.panel);
        await coded.host.isUnharmed();
      });
    }
  });

  describe('open() is rejected', () => {
    const inClick = (act: string) => `hostGo.addEventListener('click', () => { ${act} });`;
    const ASK = 'hostKeep(AIWWidget.open())';
    const WAYS: readonly [name: string, script: string][] = [
      ['in a timer', inClick(`setTimeout(() => ${ASK})`)],
      ['after an awaited fetch', inClick(`fetch(location.href).then(() => ${ASK})`)],
      ['in an animation frame', inClick(`requestAnimationFrame(() => ${ASK})`)],
      ['in a posted task', inClick(`scheduler.postTask(() => ${ASK})`)],
      [
        'in a synthetic click made inside a real one',
        inClick(
          `const other = document.createElement('button'); other.onclick = () => ${ASK}; other.click();`,
        ),
      ],
      [
        'in an event that the page dispatches',
        inClick(
          `addEventListener('pointerup', () => ${ASK}, {once: true}); dispatchEvent(new PointerEvent('pointerup'))`,
        ),
      ],
      [
        'in a submit that was requested later',
        `const form = document.createElement('form'); document.body.append(form);
         form.addEventListener('submit', event => { event.preventDefault(); ${ASK} });
         ${inClick('setTimeout(() => form.requestSubmit(), 300)')}`,
      ],
    ];
    for (const [name, script] of WAYS) {
      it(name, async () => {
        await visit(script);
        const tab = coded.host.visitor.page;
        await tab.locator('#go').click();
        assert.deepEqual(await coded.answered(), [false]);
        assert.deepEqual(coded.host.visitor.console, [REJECTED]);
        assert.equal(await coded.isOpen(), false);
      });
    }

    it('from the console, and toggle() with it', async () => {
      await visit('');
      assert.equal(await coded.calls(api => api.open()), false);
      assert.equal(await coded.calls(api => api.toggle()), false);
      assert.deepEqual(coded.host.visitor.console, [REJECTED, REJECTED]);
      assert.equal(await coded.isOpen(), false);
    });

    it('from a frame of the page, whose gestures are not the page’s', async () => {
      const inner =
        '<button id=&quot;in&quot;>In</button><script>document.querySelector(&quot;button&quot;).onclick = () => parent.hostKeep(parent.AIWWidget.open())</script>';
      await visit('', `<iframe srcdoc="${inner}"></iframe>`);
      await coded.host.visitor.page.frameLocator('iframe').locator('#in').click();
      assert.deepEqual(await coded.answered(), [false]);
      assert.ok(coded.host.visitor.console.includes(REJECTED));
    });
  });
});
