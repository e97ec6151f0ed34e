import {expect, oneEvent} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';
import {LitElement} from 'lit';
import {widgetToken} from '../../testing/fake-backend/responses.js';
import {FakeClock} from '../../testing/fixtures/fake-clock.js';
import type {Condition, Trigger} from '../contract/index.js';
import {TriggerController} from './trigger-controller.js';

class TestHost extends LitElement {
  readonly token = widgetToken();
}
customElements.define('trigger-test-host', TestHost);

const ALWAYS: Condition = {type: 'urlMatches', pattern: '*'};
const rule = (id: string, conditions: Condition[], more: Partial<Trigger> = {}): Trigger => ({
  ...{id, name: id, priority: 0, conditions},
  ...more,
});

describe('the rules of a widget', () => {
  const home = location.href;
  let element: TestHost;
  let clock: FakeClock;
  let fired: string[];
  let withdrawn: number;
  let isFree: boolean;
  let controller: TriggerController;

  /** A page on which the first trusted event was just now, and that has those rules. */
  const arrive = (...triggers: Trigger[]) => {
    element?.remove();
    element = document.createElement('trigger-test-host') as TestHost;
    const loadedAt = clock.now();
    const meter = {
      firstUrl: location.href,
      lastEventMs: performance.now(),
      read: () => ({
        ...{pointer_events: 1, key_events: 0, scroll_events: 0, touch_events: 0},
        dwell_ms: clock.now() - loadedAt,
      }),
    };
    const host = {
      isFree: () => isFree,
      fire: ({id}: Trigger) => void fired.push(id),
      withdraw: () => void withdrawn++,
    };
    const source = {settings: {triggers}, meter};
    controller = new TriggerController(element, source, host, clock);
    document.body.append(element);
  };
  const hide = (value: boolean) => {
    Object.defineProperty(document, 'hidden', {configurable: true, value});
    document.dispatchEvent(new Event('visibilitychange'));
  };
  const move = (path: string) => history.pushState(null, '', path);

  beforeEach(() => {
    localStorage.clear();
    sessionStorage.clear();
    clock = new FakeClock();
    fired = [];
    withdrawn = 0;
    isFree = true;
  });
  afterEach(() => {
    element.remove();
    Reflect.deleteProperty(document, 'hidden');
    history.replaceState(null, '', home);
    localStorage.clear();
    sessionStorage.clear();
  });

  it('are judged each second against the time on the page', async () => {
    arrive(rule('slow', [{type: 'dwellSeconds', gte: 30}]));
    await clock.advance(29_999);
    expect(fired).to.deep.equal([]);
    await clock.advance(1_000);
    expect(fired).to.deep.equal(['slow']);
  });

  it('know how long the visitor has been idle', async () => {
    arrive(rule('idle', [{type: 'idleSeconds', gte: 10}]));
    await clock.advance(8_000);
    await sendMouse({type: 'move', position: [30, 30]});
    await sendMouse({type: 'move', position: [60, 60]});
    await clock.advance(9_000);
    expect(fired).to.deep.equal([]);
    await clock.advance(2_000);
    expect(fired).to.deep.equal(['idle']);
  });

  it('are judged at once where the visitor moves to leave', async () => {
    await sendMouse({type: 'move', position: [200, 200]});
    arrive(rule('exit', [{type: 'exitIntent'}]));
    await sendMouse({type: 'move', position: [200, 100]});
    expect(fired).to.deep.equal([]);
    await sendMouse({type: 'move', position: [200, 3]});
    expect(fired).to.deep.equal(['exit']);
  });

  it('are judged at once where the visitor scrolls', async () => {
    const tall = document.createElement('div');
    tall.style.height = '400vh';
    document.body.append(tall);
    arrive(rule('deep', [{type: 'scrollDepth', gte: 0.3}]));
    const scrolled = oneEvent(document, 'scroll');
    scrollTo(0, innerHeight);
    await scrolled;
    expect(fired).to.deep.equal(['deep']);
    const back = oneEvent(document, 'scroll');
    scrollTo(0, 0);
    await back;
    tall.remove();
  });

  it('fire once a page-view, the one of the highest priority', async () => {
    arrive(rule('low', [ALWAYS]), rule('high', [ALWAYS], {priority: 5}));
    await clock.advance(60_000);
    expect(fired).to.deep.equal(['high']);
    expect(clock.delays, 'nothing left to wait for').to.deep.equal([]);
  });

  it('begin anew with a new page-view, and take back what they showed', async () => {
    arrive(rule('stay', [{type: 'dwellSeconds', gte: 5}]));
    await clock.advance(5_000);
    expect([fired, withdrawn]).to.deep.equal([['stay'], 0]);
    move('/next');
    // The browser tells of the new address in a task of its own.
    await new Promise(resolve => setTimeout(resolve));
    expect(withdrawn).to.equal(1);
    await clock.advance(4_000);
    expect(fired).to.deep.equal(['stay']);
    await clock.advance(1_000);
    expect(fired).to.deep.equal(['stay', 'stay']);
  });

  it('rest while the page is hidden', async () => {
    arrive(rule('soon', [{type: 'dwellSeconds', gte: 2}]));
    hide(true);
    expect(clock.delays).to.deep.equal([]);
    await clock.advance(60_000);
    expect(fired).to.deep.equal([]);
    hide(false);
    expect(fired).to.deep.equal(['soon']);
  });

  it('wait while there is nothing to open, and while the visitor types', async () => {
    isFree = false;
    arrive(rule('now', [ALWAYS]));
    await clock.advance(3_000);
    expect(fired).to.deep.equal([]);
    const input = document.createElement('input');
    document.body.append(input);
    input.focus();
    isFree = true;
    await clock.advance(3_000);
    expect(fired).to.deep.equal([]);
    input.remove();
    await clock.advance(1_000);
    expect(fired).to.deep.equal(['now']);
  });

  it('are silent for the rest of the session once the visitor has closed the widget', async () => {
    isFree = false;
    arrive(rule('now', [ALWAYS]));
    controller.panelClosed();
    isFree = true;
    await clock.advance(5_000);
    arrive(rule('now', [ALWAYS]));
    await clock.advance(5_000);
    expect(fired).to.deep.equal([]);
    sessionStorage.clear();
    arrive(rule('now', [ALWAYS]));
    expect(fired, 'in a new session').to.deep.equal(['now']);
  });

  it('show no teaser to a visitor who has dismissed it, in no session', async () => {
    const teaser = rule('teaser', [ALWAYS], {action: 'teaser', priority: 9});
    arrive(teaser);
    controller.teaserDismissed();
    arrive(rule('open', [ALWAYS]));
    expect(fired, 'nothing at all in this session').to.deep.equal(['teaser']);
    sessionStorage.clear();
    arrive(teaser, rule('open', [ALWAYS]));
    expect(fired).to.deep.equal(['teaser', 'open']);
  });

  it('keep both cooldowns on later pages', async () => {
    const session = rule('session', [ALWAYS], {cooldown: {perSession: true}});
    const weekly = rule('weekly', [ALWAYS], {cooldown: {perDays: 7}, priority: -1});
    for (let page = 0; page < 3; page++) arrive(session, weekly);
    expect(fired).to.deep.equal(['session', 'weekly']);
    sessionStorage.clear();
    arrive(session, weekly);
    await clock.advance(7 * 86_400_000);
    arrive(weekly);
    expect(fired).to.deep.equal(['session', 'weekly', 'session', 'weekly']);
  });

  it('count visits only where one of them asks', () => {
    arrive(rule('now', [ALWAYS]));
    expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
    const back = rule('back', [{type: 'repeatVisitor'}]);
    arrive(back);
    arrive(back);
    expect(fired).to.deep.equal(['now']);
    sessionStorage.clear();
    arrive(back);
    expect(fired).to.deep.equal(['now', 'back']);
  });

  it('stop with their widget', async () => {
    arrive(rule('slow', [{type: 'dwellSeconds', gte: 5}]));
    element.remove();
    expect(clock.delays).to.deep.equal([]);
    expect(withdrawn).to.equal(1);
    await clock.advance(10_000);
    document.dispatchEvent(new Event('visibilitychange'));
    expect(fired).to.deep.equal([]);
  });
});
