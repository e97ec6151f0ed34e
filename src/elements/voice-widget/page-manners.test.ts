import {expect, nextFrame, waitUntil} from '@open-wc/testing';
import {sendMouse, setViewport} from '@web/test-runner-commands';
import {FakeBackend} from '../../../testing/fake-backend/fake-backend.js';
import {widgetToken} from '../../../testing/fake-backend/responses.js';
import {key, press} from '../../../testing/harness/gestures.js';
import {WidgetHarness} from '../../../testing/harness/widget-harness.js';
import type {SendCapture} from '../../platform/outbox.js';

/** Listeners that are on `window` and `document` because of what happens from now on. */
function countListeners() {
  const {addEventListener, removeEventListener} = EventTarget.prototype;
  const left = new Map<string, number>();
  const count = (target: EventTarget, type: string, by: number) => {
    if (target !== window && target !== document) return;
    left.set(type, (left.get(type) ?? 0) + by);
  };
  EventTarget.prototype.addEventListener = function (this: EventTarget, ...args: unknown[]) {
    count(this ?? window, String(args[0]), 1);
    Reflect.apply(addEventListener, this ?? window, args);
  };
  EventTarget.prototype.removeEventListener = function (this: EventTarget, ...args: unknown[]) {
    count(this ?? window, String(args[0]), -1);
    Reflect.apply(removeEventListener, this ?? window, args);
  };
  return {
    left: () => [...left].filter(([, number]) => number > 0).map(([type]) => type),
    restore: () => Object.assign(EventTarget.prototype, {addEventListener, removeEventListener}),
  };
}

const isInside = ({left, top, right, bottom}: DOMRect) =>
  left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;

describe('on its page, the voice widget', () => {
  let backend: FakeBackend;
  let view: WidgetHarness;
  beforeEach(() => {
    backend = new FakeBackend().install();
  });
  afterEach(async () => {
    view.leave();
    await view.widget.updateComplete;
    backend.restore();
    await sendMouse({type: 'move', position: [1, 1]});
  });

  it('covers only its visible pixels', async () => {
    view = await WidgetHarness.ready(backend);
    const {left, top, right, bottom, width} = view.launcher?.getBoundingClientRect() as DOMRect;
    // Whether, not what: a failure would print a whole page.
    const hits = (x: number, y: number) => document.elementFromPoint(x, y) === view.widget;
    expect(hits(left + width / 2, top + width / 2)).to.be.true;
    for (const [x, y] of [
      [left + 2, top + 2],
      [right - 2, top + 2],
      [left + 2, bottom - 2],
      [right - 2, bottom - 2],
      [left - 60, top + width / 2],
      [left - 4, top + width / 2],
      [left + width / 2, bottom + 4],
    ] as const) {
      expect(hits(x, y), `at ${x}, ${y}`).to.be.false;
    }
  });

  it('takes no room, and shows nothing while it is hidden', async () => {
    view = await WidgetHarness.ready(backend);
    expect(view.widget.getBoundingClientRect().height).to.equal(0);
    view.widget.hidden = true;
    expect(view.launcher?.checkVisibility()).to.be.false;
    view.widget.hidden = false;
    expect(view.launcher?.checkVisibility()).to.be.true;
  });

  it('lies over the page’s highest layer', async () => {
    const cover = document.createElement('div');
    cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647;background:#fff';
    document.body.append(cover);
    view = await WidgetHarness.ready(backend);
    const {left, top, width} = view.launcher?.getBoundingClientRect() as DOMRect;
    const seen = document.elementFromPoint(left + width / 2, top + width / 2);
    expect(seen === view.widget).to.be.true;
    cover.remove();
  });

  it('is out of reach of the page’s own rules', async () => {
    const style = document.createElement('style');
    style.textContent =
      '*, aiw-voice-widget { all: unset !important; display: none; transform: scale(3); font-size: 70px }';
    view = await WidgetHarness.ready(backend);
    const before = view.launcher?.getBoundingClientRect().toJSON() as unknown;
    document.head.append(style);
    expect(view.launcher?.getBoundingClientRect().toJSON()).to.deep.equal(before);
    style.remove();
  });

  it('leaves nothing on window or document when it is taken away in mid-call', async () => {
    const listeners = countListeners();
    view = await WidgetHarness.ready(backend);
    const anchor = document.createElement('button');
    document.body.append(anchor);
    anchor.addEventListener('click', () => view.widget.open(anchor));
    const up = view.next('aiw-call-start');
    await press(anchor);
    await up;
    view.leave();
    await view.widget.updateComplete;
    await nextFrame();
    listeners.restore();
    anchor.remove();
    expect(listeners.left()).to.deep.equal([]);
    expect(backend.socket.closedWith).to.equal(1000);
    expect(backend.socket.sent('end')).to.have.length(1);
  });

  it('is as good as new when it is put in again', async () => {
    view = await WidgetHarness.ready(backend);
    await view.call();
    view.leave();
    await view.widget.updateComplete;
    expect(document.activeElement?.localName).to.equal('body');
    document.body.append(view.widget);
    await view.settle();
    expect(view.panel === null).to.be.true;
    expect(view.orb).to.equal('idle');
    expect(view.launcher?.parentElement?.matches(':popover-open'), 'in the top layer').to.be.true;
    await view.call();
    expect(backend.bodies('sessions')).to.have.length(2);
    expect(view.panel !== null).to.be.true;
    await waitUntil(() => backend.socket.audio.length > 0, 'the microphone is heard again');
  });

  it('is moved without harm', async () => {
    view = await WidgetHarness.ready(backend);
    const elsewhere = document.createElement('div');
    document.body.append(elsewhere);
    elsewhere.append(view.widget);
    await view.settle();
    await view.call();
    expect(view.panel?.checkVisibility()).to.be.true;
    elsewhere.remove();
  });

  it('shares it with another widget', async () => {
    view = await WidgetHarness.ready(backend);
    backend.settings = {
      agent: {name: 'Ben', greeting: 'Hello.'},
      appearance: {placement: 'bottom-left'},
    };
    const other = await WidgetHarness.place(backend, widgetToken(5));
    await other.widget.ready;
    await other.widget.updateComplete;
    await other.call();
    expect(view.panel === null).to.be.true;
    expect(view.heard).to.deep.equal([]);
    expect(other.words).to.contain('Ben');
    await view.call();
    expect(view.words).to.contain('Ava').and.not.to.contain('Ben');
    expect(backend.bodies('sessions').map(({token}) => token)).to.deep.equal([
      widgetToken(5),
      widgetToken(),
    ]);
    other.leave();
  });

  it('takes up what an earlier page could not send', async () => {
    const [capture]: Parameters<SendCapture> = [
      {id: 'c9', kind: 'email', value: 'a@b.test', source: 'agent_asked', prefilled: false},
      's9',
      'token-9',
    ];
    const waiting = {capture, sessionId: 's9', sessionToken: 'token-9', until: Date.now() + 60_000};
    localStorage.setItem(`aiw:${widgetToken()}:captures`, JSON.stringify([waiting]));
    view = await WidgetHarness.ready(backend);
    await view.next('aiw-capture');
    expect(backend.bodies('captures')).to.deep.equal([capture]);
    expect(localStorage).to.have.length(0);
  });

  describe('opened beside an element of the page', () => {
    let anchor: HTMLButtonElement;
    const openAt = async (css: string) => {
      anchor.style.cssText = `position:fixed;width:80px;height:30px;${css}`;
      const opened = view.next('aiw-open');
      await press(anchor);
      await opened;
      await view.settle();
      return view.panel?.getBoundingClientRect() as DOMRect;
    };
    beforeEach(async () => {
      await setViewport({width: 1200, height: 800});
      view = await WidgetHarness.ready(backend);
      anchor = document.createElement('button');
      anchor.textContent = 'Ask';
      anchor.addEventListener('click', () => view.widget.open(anchor));
      document.body.append(anchor);
    });
    afterEach(() => anchor.remove());

    for (const corner of ['top:0;left:0', 'top:0;right:0', 'bottom:0;left:0', 'bottom:0;right:0']) {
      it(`at ${corner}, is whole on screen`, async () => {
        const box = await openAt(corner);
        expect(isInside(box), JSON.stringify(box)).to.be.true;
      });
    }

    it('keeps clear of a scrollbar that takes room', async () => {
      const root = document.documentElement;
      Object.defineProperty(root, 'clientWidth', {value: innerWidth - 17, configurable: true});
      const box = await openAt('top:0;right:0');
      Reflect.deleteProperty(root, 'clientWidth');
      expect(box.right).to.equal(innerWidth - 17 - 12);
    });

    it('is below it where there is room', async () => {
      const box = await openAt('top:40px;left:500px');
      expect(box.top).to.equal(82);
      expect((box.left + box.right) / 2).to.equal(540);
    });

    it('gives focus back to it', async () => {
      await openAt('top:40px;left:500px');
      const closed = view.next('aiw-close');
      await key('Escape');
      await closed;
      await view.settle();
      expect(document.activeElement === anchor).to.be.true;
    });

    it('follows it while the page scrolls, and then lets go', async () => {
      document.body.style.height = '3000px';
      const before = await openAt('position:absolute;top:60px;left:500px');
      const scrolled = new Promise(resolve => addEventListener('scroll', resolve, {once: true}));
      scrollTo({top: 30, behavior: 'instant'});
      await scrolled;
      expect(view.panel?.getBoundingClientRect().top).to.equal(before.top - 30);
      view.widget.close();
      await view.settle();
      const {right, bottom} = view.launcher?.getBoundingClientRect() as DOMRect;
      expect([document.documentElement.clientWidth - right, innerHeight - bottom]).to.deep.equal([
        20, 20,
      ]);
      document.body.style.height = '';
    });

    it('is a sheet over the whole of a small screen', async () => {
      await setViewport({width: 390, height: 700});
      const {left, top, width, height} = await openAt('top:40px;left:50px');
      expect([left, top, width, height]).to.deep.equal([0, 0, 390, 700]);
      await setViewport({width: 1200, height: 800});
    });

    it('opens in its corner at the next press of the orb', async () => {
      await openAt('top:40px;left:500px');
      view.widget.close();
      await view.settle();
      const opened = view.next('aiw-open');
      await view.press();
      await opened;
      await view.settle();
      const {right, bottom} = view.panel?.getBoundingClientRect() as DOMRect;
      expect([1200 - right, 800 - bottom]).to.deep.equal([20, 20]);
    });
  });
});
