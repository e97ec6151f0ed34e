import {expect, waitUntil} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';
import {FakeBackend} from '../../../testing/fake-backend/fake-backend.js';
import {resolveResponse} from '../../../testing/fake-backend/responses.js';
import {key, press} from '../../../testing/harness/gestures.js';
import {WidgetHarness} from '../../../testing/harness/widget-harness.js';
import type {Trigger} from '../../contract/index.js';

/** Fires as soon as anybody is there. */
const AT_ONCE: Trigger = {
  id: 'welcome',
  name: 'Welcome',
  priority: 0,
  conditions: [{type: 'dwellSeconds', gte: 0}],
};
const TEASER: Trigger = {...AT_ONCE, id: 'hello', action: 'teaser', message: 'Need a hand?'};

describe('a widget that acts by itself', () => {
  let backend: FakeBackend;
  let view: WidgetHarness;
  const home = location.href;

  beforeEach(async () => {
    await sendMouse({type: 'move', position: [1, 300]});
    backend = new FakeBackend().install();
  });
  afterEach(async () => {
    view.leave();
    await view.widget.updateComplete;
    backend.restore();
    localStorage.clear();
    sessionStorage.clear();
    history.replaceState(null, '', home);
  });

  const arrive = async (...triggers: Trigger[]) => {
    backend.settings = {triggers};
    view = await WidgetHarness.ready(backend);
  };
  /** Moves the mouse, which is the first trusted event of a page. */
  const stir = () => sendMouse({type: 'move', position: [100, 100]});
  const opened = async () => {
    const open = view.next('aiw-open');
    await stir();
    await open;
    await view.settle();
  };
  const teaser = () => view.widget.renderRoot.querySelector('aiw-teaser');
  const teased = async () => {
    await stir();
    await waitUntil(teaser);
    await view.settle();
  };
  const dismiss = () => teaser()?.renderRoot.querySelector('.icon') as HTMLElement;

  it('does nothing for events that the page makes up', async () => {
    await arrive(AT_ONCE);
    window.dispatchEvent(new Event('pointermove'));
    document.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true}));
    await view.settle();
    expect(view.heard).to.deep.equal([]);
    expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
  });

  it('asks for no microphone', async () => {
    await arrive(AT_ONCE);
    // Held to the end: WebKit forgets what was put on an object that nobody holds.
    const {mediaDevices} = navigator;
    const {getUserMedia} = mediaDevices;
    let asked = 0;
    mediaDevices.getUserMedia = constraints => {
      asked++;
      return getUserMedia.call(mediaDevices, constraints);
    };
    await opened();
    expect(asked).to.equal(0);
    const up = view.next('aiw-call-start');
    await view.pressButton('Talk to Ava');
    await up;
    expect(asked, 'the tap asks').to.equal(1);
    mediaDevices.getUserMedia = getUserMedia;
  });

  it('starts a call in writing at the visitor’s first message, by the rule’s name', async () => {
    await arrive(AT_ONCE);
    await opened();
    const composer = view.panel?.renderRoot.querySelector('aiw-composer');
    await press(composer?.renderRoot.querySelector('textarea') as Element);
    await key('H');
    const up = view.next('aiw-call-start');
    await key('Enter');
    await up;
    const [request] = backend.bodies('sessions');
    expect(request?.mode).to.equal('text');
    expect(request?.engagement).to.include({opened_by: 'trigger', trigger_id: 'welcome'});
  });

  it('names no rule that has been withdrawn since: the backend would refuse a real visitor', async () => {
    const stale = resolveResponse(1, {triggers: [AT_ONCE]});
    stale.challenge.expiresAt = new Date(Date.now() + 1_000).toISOString();
    backend.plan('resolve', {status: 200, body: stale});
    await arrive();
    await opened();
    const up = view.next('aiw-call-start');
    await view.pressButton('Talk to Ava');
    await up;
    const engagement = backend.bodies('sessions')[0]?.engagement;
    expect(engagement?.opened_by).to.equal('gesture');
    expect(engagement).to.not.have.property('trigger_id');
  });

  it('leaves focus where the visitor has it, also when it is closed', async () => {
    const link = document.createElement('button');
    document.body.append(link);
    link.focus();
    await arrive(AT_ONCE);
    await opened();
    expect(document.activeElement === link).to.be.true;
    const closed = view.next('aiw-close');
    await key('Escape');
    await closed;
    await view.settle();
    expect(document.activeElement === link).to.be.true;
    link.remove();
  });

  it('opens nothing while it is hidden', async () => {
    await arrive(AT_ONCE);
    view.widget.hidden = true;
    await stir();
    await sendMouse({type: 'move', position: [120, 120]});
    await view.settle();
    expect(view.heard).to.deep.equal([]);
  });

  it('takes its teaser back with the page-view, and has one there', async () => {
    await arrive(TEASER);
    await teased();
    const first = teaser();
    history.pushState(null, '', '/elsewhere');
    await waitUntil(() => teaser() !== first && teaser());
    expect(view.widget.renderRoot.querySelectorAll('aiw-teaser')).to.have.length(1);
    expect(view.heard).to.deep.equal(['aiw-trigger', 'aiw-trigger']);
  });

  it('gives focus to the launcher when the teaser is sent away by the keyboard', async () => {
    await arrive(TEASER);
    await teased();
    dismiss().focus();
    await key('Enter');
    await waitUntil(() => !teaser());
    expect(view.widget.shadowRoot?.activeElement === view.launcher).to.be.true;
  });

  it('opens nothing else in that session once its teaser is sent away', async () => {
    await arrive(TEASER, AT_ONCE);
    await teased();
    await press(dismiss());
    expect(teaser() === null).to.be.true;
    view.leave();
    await arrive(TEASER, AT_ONCE);
    await stir();
    await sendMouse({type: 'move', position: [120, 120]});
    await view.settle();
    expect(view.heard).to.deep.equal([]);
  });

  it('lets a press on the launcher take its teaser away', async () => {
    await arrive(TEASER);
    await teased();
    await view.call();
    expect(teaser() === null).to.be.true;
    expect(view.panel !== null).to.be.true;
  });
});
