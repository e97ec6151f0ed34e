import {expect, fixtureSync, nextFrame, oneEvent, waitUntil} from '@open-wc/testing';
import {sendMouse, setViewport} from '@web/test-runner-commands';
import type {Trigger} from '../../contract/index.js';
import type {AiwTriggerEvent} from '../../events.js';
import {FakeBackend} from '../../../testing/fake-backend/fake-backend.js';
import {axeFaults} from '../../../testing/harness/axe.js';
import {key, press} from '../../../testing/harness/gestures.js';
import {WidgetHarness} from '../../../testing/harness/widget-harness.js';

const SCROLLED: Trigger = {
  id: 'scrolled',
  name: 'Half read',
  priority: 1,
  conditions: [{type: 'scrollDepth', gte: 0.5}],
};
const TEASER: Trigger = {...SCROLLED, action: 'teaser', message: 'Not sure which plan fits?'};

describe('a widget with triggers', () => {
  let backend: FakeBackend;
  let view: WidgetHarness;
  const home = location.href;

  const arrive = async (...triggers: Trigger[]) => {
    backend.settings = {triggers};
    view = await WidgetHarness.ready(backend);
  };
  /** Scrolls to a share of what can be scrolled; the first trusted event brings the rules. */
  const scrollTo = async (share: number) => {
    const room = document.documentElement.scrollHeight - innerHeight;
    const scrolled = oneEvent(window, 'scroll');
    window.scrollTo({top: room * share, behavior: 'instant'});
    await scrolled;
  };
  const fires = async (share = 0.6) => {
    const fired = view.next('aiw-trigger') as Promise<AiwTriggerEvent>;
    await scrollTo(share);
    return fired;
  };
  const teaser = () => view.widget.renderRoot.querySelector('aiw-teaser');
  const teaserPart = (selector: string) => teaser()?.renderRoot.querySelector(selector) as Element;

  beforeEach(async () => {
    await setViewport({width: 900, height: 700});
    window.scrollTo({top: 0, behavior: 'instant'});
    document.body.style.height = '3000px';
    backend = new FakeBackend().install();
  });
  afterEach(async () => {
    view.leave();
    await view.widget.updateComplete;
    backend.restore();
    localStorage.clear();
    sessionStorage.clear();
    document.body.style.height = '';
    history.replaceState(null, '', home);
    await sendMouse({type: 'move', position: [1, 300]});
  });

  it('opens by itself, greets in writing, and starts nothing', async () => {
    await arrive(SCROLLED);
    const opened = view.next('aiw-open');
    const event = await fires();
    expect(event).to.include({triggerId: 'scrolled', name: 'Half read', action: 'open'});
    await opened;
    await view.settle();
    expect(view.words).to.contain('Hi, I’m Ava.');
    expect(backend.bodies('sessions')).to.deep.equal([]);
    expect(backend.sockets).to.deep.equal([]);
    expect(document.activeElement, 'focus stays with the page').to.equal(document.body);
    const live = view.panel?.renderRoot.querySelector('[aria-live=polite]');
    await waitUntil(() => live?.textContent?.includes('Hi, I’m Ava.'), 'it is read out');
  });

  it('has its call by the visitor’s first tap, which the backend is told of', async () => {
    await arrive(SCROLLED);
    const opened = view.next('aiw-open');
    await fires();
    await opened;
    await view.settle();
    const up = view.next('aiw-call-start');
    await view.pressButton('Talk to Ava');
    await up;
    const [session] = backend.bodies('sessions');
    expect(session?.mode).to.equal('voice');
    expect(session?.engagement).to.include({opened_by: 'trigger', trigger_id: 'scrolled'});
    expect(session?.engagement.scroll_events).to.be.greaterThan(0);
  });

  it('is the visitor’s own call where they press the orb instead', async () => {
    await arrive({...SCROLLED, conditions: [{type: 'urlMatches', pattern: '*nowhere*'}]});
    await view.call();
    expect(backend.bodies('sessions')[0]?.engagement.opened_by).to.equal('gesture');
  });

  it('opens nothing where the page prevents it, and asks it once', async () => {
    await arrive(SCROLLED);
    view.widget.addEventListener('aiw-trigger', event => event.preventDefault());
    await fires();
    await scrollTo(0.7);
    await view.settle();
    expect(view.panel === null).to.be.true;
    expect(view.heard).to.deep.equal(['aiw-trigger']);
  });

  it('is closed by Escape, though focus is with the page, and never opens again in this session', async () => {
    await arrive(SCROLLED);
    const opened = view.next('aiw-open');
    await fires();
    await opened;
    await view.settle();
    const closed = view.next('aiw-close');
    await key('Escape');
    await closed;
    expect(document.activeElement).to.equal(document.body);
    history.pushState(null, '', '/next');
    await nextFrame();
    await scrollTo(0.9);
    view.leave();
    view = await WidgetHarness.ready(backend);
    await scrollTo(0.2);
    await scrollTo(0.95);
    await view.settle();
    expect(view.heard).to.deep.equal([]);
  });

  it('opens once a page-view, and again on the next page of the app', async () => {
    await arrive(TEASER);
    await fires();
    await scrollTo(0.8);
    expect(view.heard).to.deep.equal(['aiw-trigger']);
    history.pushState(null, '', '/next');
    const again = view.next('aiw-trigger');
    await waitUntil(async () => {
      await scrollTo(0.7);
      await scrollTo(0.9);
      return view.heard.length > 1;
    });
    await again;
  });

  for (const [what, html] of [
    ['types in a form', '<input aria-label="Search">'],
    [
      'has a dialog open',
      '<div role="dialog" style="position:fixed;top:0" aria-label="Cookies">Cookies</div>',
    ],
  ] as const) {
    it(`waits while the visitor ${what}`, async () => {
      await arrive(SCROLLED);
      const busy = fixtureSync<HTMLElement>(html);
      busy.tabIndex = 0;
      busy.focus({preventScroll: true});
      await scrollTo(0.6);
      await scrollTo(0.7);
      await view.settle();
      expect(view.heard).to.deep.equal([]);
      const fired = view.next('aiw-trigger');
      busy.remove();
      await scrollTo(0.9);
      await fired;
    });
  }

  it('fires the rule of the highest priority', async () => {
    await arrive(SCROLLED, {...SCROLLED, id: 'first', priority: 5});
    expect((await fires()).triggerId).to.equal('first');
  });

  it('keeps a rule’s cooldown for the next page', async () => {
    const rules = {...TEASER, cooldown: {perSession: true, perDays: 2}} as const;
    await arrive(rules);
    await fires();
    view.leave();
    window.scrollTo({top: 0, behavior: 'instant'});
    await nextFrame();
    await arrive(rules);
    await scrollTo(0.6);
    await scrollTo(0.8);
    await view.settle();
    expect(view.heard).to.deep.equal([]);
  });

  it('opens again where the page has taken the open panel away with its widget', async () => {
    await arrive(SCROLLED);
    const opened = view.next('aiw-open');
    await fires();
    await opened;
    const closed = view.next('aiw-close');
    view.leave();
    await closed;
    await scrollTo(0);
    await arrive(SCROLLED);
    await fires();
  });

  it('counts visits only where a rule asks for them', async () => {
    await arrive(SCROLLED);
    await fires();
    expect(localStorage).to.have.length(0);
    view.leave();
    sessionStorage.clear();
    await scrollTo(0);
    await arrive({...TEASER, conditions: [{type: 'repeatVisitor', visitCountGte: 1}]});
    await scrollTo(0.1);
    await waitUntil(() => view.heard.includes('aiw-trigger'), 'the second visit is counted');
    expect(Object.keys(localStorage)).to.have.length(1);
  });

  it('leaves nothing on the page when it is taken away', async () => {
    await arrive(TEASER);
    await fires();
    view.leave();
    await view.widget.updateComplete;
    history.pushState(null, '', '/next');
    await nextFrame();
    await scrollTo(0.8);
    await scrollTo(0.9);
    expect(view.heard).to.deep.equal(['aiw-trigger']);
  });

  describe('and a teaser', () => {
    beforeEach(async () => {
      await arrive(TEASER);
      const event = await fires();
      expect(event.action).to.equal('teaser');
      await waitUntil(() => teaser());
      await teaser()?.updateComplete;
      await view.settle();
    });

    it('shows the rule’s words beside the orb, and opens nothing', async () => {
      expect(teaserPart('.open').textContent?.replace(/\s+/g, ' ').trim()).to.equal(
        'Ava Not sure which plan fits?',
      );
      expect(view.panel === null).to.be.true;
      const {right, bottom} = (teaser() as Element).getBoundingClientRect();
      const orb = (view.launcher as Element).getBoundingClientRect();
      expect(right).to.be.closeTo(orb.right, 0.1);
      expect(bottom).to.be.lessThan(orb.top);
      expect(document.activeElement).to.equal(document.body);
      expect(await axeFaults(view.widget)).to.deep.equal([]);
    });

    it('is read out politely', async () => {
      const status = teaserPart('[role=status]');
      await waitUntil(() => status.textContent?.includes('Ava: Not sure which plan fits?'));
    });

    it('is pressed for a call by voice', async () => {
      const up = view.next('aiw-call-start');
      await press(teaserPart('.open'));
      await up;
      expect(teaser() === null).to.be.true;
      expect(backend.bodies('sessions')[0]?.engagement.opened_by).to.equal('gesture');
    });

    it('is not pressed by the page’s own code', async () => {
      (teaserPart('.open') as HTMLButtonElement).click();
      await view.settle();
      expect(view.panel === null).to.be.true;
    });

    it('is sent away for good', async () => {
      await press(teaserPart('.icon'));
      expect(teaser() === null).to.be.true;
      view.leave();
      sessionStorage.clear();
      window.scrollTo({top: 0, behavior: 'instant'});
      await nextFrame();
      await arrive(TEASER);
      await scrollTo(0.6);
      await scrollTo(0.8);
      await view.settle();
      expect(view.heard).to.deep.equal([]);
    });
  });
});
