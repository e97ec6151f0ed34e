import {expect, oneEvent, waitUntil} from '@open-wc/testing';
import {sendKeys, sendMouse, setViewport} from '@web/test-runner-commands';
import {EngagementMeter} from './engagement.js';
import {PageSignals, type EarlierEvents} from './page-signals.js';

describe('the signals of a page', () => {
  const meter = new EngagementMeter(window);
  const home = location.href;
  let signals: PageSignals;
  let told: string[];
  const added: Element[] = [];

  const scrollTo = async (top: number) => {
    const scrolled = oneEvent(window, 'scroll');
    window.scrollTo({top, behavior: 'instant'});
    await scrolled;
  };
  const isNear = (value: number, expected: number) =>
    expect(Math.abs(value - expected), `${value} is about ${expected}`).to.be.lessThan(0.02);

  const earlier = (): EarlierEvents => ({
    firstUrl: location.href,
    lastEventMs: performance.now(),
    read: () => meter.read(),
  });
  /** From now on; what was before is in `earlier`. */
  const measure = (earlier: EarlierEvents = meter) => {
    signals = new PageSignals(earlier, Date.now, () => told.push('changed'));
    signals.start();
  };

  beforeEach(async () => {
    await setViewport({width: 800, height: 600});
    await sendMouse({type: 'move', position: [400, 300]});
    document.body.style.height = '2600px';
    told = [];
    meter.connect();
    measure();
  });
  afterEach(() => {
    signals.stop();
    meter.disconnect();
    document.body.style.height = '';
    history.replaceState(null, '', home);
    for (const element of added.splice(0)) element.remove();
  });

  it('have the address, and the time since the page began', () => {
    const {url, dwellMs} = signals.read();
    expect(url).to.equal(location.href);
    isNear(dwellMs / performance.now(), 1);
  });

  it('have the deepest point of the page, which going back does not undo', async () => {
    const room = () => document.documentElement.scrollHeight - innerHeight;
    await scrollTo(room() / 2);
    isNear(signals.read().scrollDepth, 0.5);
    expect(told).to.deep.equal(['changed']);
    await scrollTo(10);
    isNear(signals.read().scrollDepth, 0.5);
    await scrollTo(room());
    expect(signals.read().scrollDepth).to.equal(1);
  });

  it('have the depth of an inner scroller that stands for the page, and of no list beside it', async () => {
    const box = (height: number) => {
      const element = document.createElement('div');
      element.style.cssText = `height:${height}px;overflow:auto`;
      const content = document.createElement('div');
      content.style.height = '3000px';
      element.append(content);
      document.body.prepend(element);
      added.push(element);
      return element;
    };
    const list = box(100);
    const page = box(500);
    const scroll = async (element: Element) => {
      const scrolled = oneEvent(element, 'scroll');
      element.scrollTop = 99_999;
      await scrolled;
    };
    await scroll(list);
    expect(signals.read().scrollDepth).to.equal(0);
    await scroll(page);
    expect(signals.read().scrollDepth).to.equal(1);
  });

  it('have exit intent once the mouse moves up to the top edge, and not below it', async () => {
    await sendMouse({type: 'move', position: [400, 200]});
    await sendMouse({type: 'move', position: [400, 100]});
    expect(signals.read().exitIntent).to.be.false;
    await sendMouse({type: 'move', position: [400, 3]});
    expect(signals.read().exitIntent).to.be.true;
    expect(told).to.deep.equal(['changed']);
  });

  it('have no exit intent while a button is held', async () => {
    await sendMouse({type: 'move', position: [400, 100]});
    await sendMouse({type: 'down'});
    await sendMouse({type: 'move', position: [400, 3]});
    expect(signals.read().exitIntent).to.be.false;
    await sendMouse({type: 'up'});
  });

  it('have no exit intent where the mouse comes down from the top edge', async () => {
    signals.stop();
    await sendMouse({type: 'move', position: [400, 2]});
    measure();
    await sendMouse({type: 'move', position: [400, 6]});
    await sendMouse({type: 'move', position: [400, 300]});
    expect(signals.read().exitIntent).to.be.false;
  });

  for (const [what, act] of [
    ['a movement', () => sendMouse({type: 'move', position: [200, 200]})],
    ['a key', () => sendKeys({press: 'Shift'})],
    ['a scroll', () => scrollTo(40)],
  ] as const) {
    it(`start the idle clock anew at ${what}`, async () => {
      signals.stop();
      measure({...earlier(), lastEventMs: performance.now() - 60_000});
      expect(signals.read().idleMs).to.be.within(59_000, 70_000);
      await act();
      expect(signals.read().idleMs).to.be.below(20_000);
    });
  }

  it('take no notice of events that the page has made', () => {
    signals.stop();
    measure({...earlier(), lastEventMs: performance.now() - 60_000});
    for (const clientY of [100, 1]) {
      const event = new PointerEvent('pointermove', {clientY, pointerType: 'mouse'});
      dispatchEvent(event);
    }
    expect(signals.read().exitIntent).to.be.false;
    expect(signals.read().idleMs).to.be.at.least(59_000);
  });

  it('start anew with a page-view of a single-page app, but for idleness', async () => {
    await scrollTo(1_000);
    await sendMouse({type: 'move', position: [400, 200]});
    await sendMouse({type: 'move', position: [400, 3]});
    const {dwellMs} = signals.read();
    const before = told.length;
    history.pushState(null, '', '/elsewhere');
    expect([signals.turn(), signals.turn()], 'once').to.deep.equal([true, false]);
    const after = signals.read();
    expect(after.url).to.contain('/elsewhere');
    expect(after).to.include({scrollDepth: 0, exitIntent: false});
    expect(after.dwellMs).to.be.lessThan(dwellMs);
    await waitUntil(() => told.length > before, 'the new address is told');
  });

  for (const [from, to, isNew] of [
    ['/docs', '/docs#install', false],
    ['/docs#install', '/docs#use', false],
    ['/docs', '/docs?page=2', true],
    ['/app#/cart', '/app#/pay', true],
    ['/app#!cart', '/app', true],
  ] as const) {
    it(`take ${to} after ${from} for ${isNew ? 'a new page' : 'the same page'}`, () => {
      signals.stop();
      history.replaceState(null, '', from);
      measure({...earlier(), firstUrl: location.href});
      history.pushState(null, '', to);
      expect(signals.turn()).to.equal(isNew);
    });
  }

  it('count no time of the page on which the first event was, where that event led on', () => {
    signals.stop();
    measure({...earlier(), firstUrl: `${location.origin}/landing`});
    expect(signals.read().dwellMs).to.be.below(1_000);
  });
});
