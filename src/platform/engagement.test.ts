import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import {EngagementMeter} from './engagement.js';

describe('the engagement meter', () => {
  let meter: EngagementMeter;
  beforeEach(() => {
    meter = new EngagementMeter(window);
    meter.connect();
  });
  afterEach(() => meter.disconnect());

  it('has nothing to tell of a page that nobody touches', () => {
    const counts = meter.read();
    expect(counts).to.deep.include({pointer_events: 0, key_events: 0, scroll_events: 0});
    expect(counts).to.not.have.property('first_event_ms');
  });

  it('counts a real pointer and real keys', async () => {
    await sendMouse({type: 'move', position: [20, 20]});
    await sendMouse({type: 'move', position: [40, 40]});
    await sendMouse({type: 'click', position: [40, 40]});
    await sendKeys({press: 'a'});
    const {pointer_events, key_events, first_event_ms} = meter.read();
    expect(pointer_events).to.be.at.least(3);
    expect(key_events).to.equal(1);
    expect(first_event_ms).to.be.a('number').above(0);
  });

  it('counts scrolling by the visitor’s wheel', async () => {
    const tall = document.createElement('div');
    tall.style.height = '500vh';
    document.body.append(tall);
    const scrolled = new Promise(resolve => addEventListener('scroll', resolve, {once: true}));
    await sendKeys({press: 'PageDown'});
    await scrolled;
    expect(meter.read().scroll_events).to.be.at.least(1);
    tall.remove();
  });

  it('counts nothing that a script makes up', () => {
    for (const type of ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart']) {
      window.dispatchEvent(new Event(type));
      document.body.dispatchEvent(new Event(type, {bubbles: true}));
    }
    document.body.click();
    const {pointer_events, key_events, scroll_events, touch_events} = meter.read();
    expect([pointer_events, key_events, scroll_events, touch_events]).to.deep.equal([0, 0, 0, 0]);
  });

  it('knows how long the page has been seen', () => {
    const now = performance.now();
    expect(meter.read().dwell_ms).to.be.within(Math.floor(now), Math.ceil(performance.now()));
  });

  it('does not count the time in which the page is hidden', () => {
    const hide = (value: boolean) => {
      Object.defineProperty(document, 'hidden', {configurable: true, value});
      document.dispatchEvent(new Event('visibilitychange'));
    };
    hide(true);
    const before = meter.read().dwell_ms;
    const until = performance.now() + 20;
    while (performance.now() < until);
    expect(meter.read().dwell_ms).to.equal(before);
    hide(false);
    expect(meter.read().dwell_ms).to.be.at.least(before);
    Reflect.deleteProperty(document, 'hidden');
  });

  it('tells of the first trusted event, and where and when the visitor was active', async () => {
    let engaged = false;
    void meter.engaged.then(() => (engaged = true));
    window.dispatchEvent(new Event('pointermove'));
    await Promise.resolve();
    expect([engaged, meter.firstUrl]).to.deep.equal([false, '']);
    const home = location.href;
    addEventListener('click', () => history.pushState(null, '', '/elsewhere'), {once: true});
    await sendMouse({type: 'click', position: [40, 40]});
    await meter.engaged;
    expect(meter.firstUrl, 'before the page moved').to.equal(home);
    history.replaceState(null, '', home);
    expect(performance.now() - meter.lastEventMs).to.be.within(0, 2_000);
  });

  it('counts no more once it has stopped', async () => {
    meter.disconnect();
    await sendMouse({type: 'click', position: [40, 40]});
    await sendKeys({press: 'a'});
    expect(meter.read()).to.deep.include({pointer_events: 0, key_events: 0});
  });
});
