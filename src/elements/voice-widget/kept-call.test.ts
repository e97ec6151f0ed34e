import {expect, waitUntil} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';
import {FakeBackend} from '../../../testing/fake-backend/fake-backend.js';
import {widgetToken} from '../../../testing/fake-backend/responses.js';
import {consoleLines} from '../../../testing/harness/console-lines.js';
import {WidgetHarness} from '../../../testing/harness/widget-harness.js';

// Held: WebKit forgets what was put on an object that nobody holds.
const {permissions} = navigator;

const KEY = `aiw:${widgetToken()}:call`;

describe('a call whose page is left', () => {
  let backend: FakeBackend;
  let said: ReturnType<typeof consoleLines>;
  let view: WidgetHarness;
  beforeEach(async () => {
    sessionStorage.clear();
    backend = new FakeBackend().install();
    said = consoleLines();
    view = await WidgetHarness.ready(backend);
    await view.call();
    backend.socket.say({
      type: 'transcript',
      id: 'a1',
      role: 'agent',
      text: 'Good day.',
      final: true,
    });
  });
  afterEach(async () => {
    view.leave();
    backend.restore();
    said.restore();
    sessionStorage.clear();
    await sendMouse({type: 'move', position: [1, 1]});
  });

  const hide = () => dispatchEvent(new PageTransitionEvent('pagehide'));
  /** The tab's next page, with a widget and a connection of its own. */
  const nextPage = async () => {
    hide();
    view.leave();
    view = await WidgetHarness.ready(backend);
  };
  const isBack = () => waitUntil(() => backend.sockets.length === 2, 'no second stream');

  it('is kept for as long as no page has it', async () => {
    expect(sessionStorage.getItem(KEY), 'while the call is live').to.equal(null);
    const first = backend.socket;
    hide();
    expect(sessionStorage.getItem(KEY)).to.contain('Good day.');
    expect(first.closedWith).to.equal(1000);
    expect(first.sent('end')).to.deep.equal([]);
    view.leave();
    view = await WidgetHarness.ready(backend);
    await isBack();
    expect(sessionStorage.getItem(KEY)).to.equal(null);
  });

  it('goes on in the same session, the panel open, focus left to the page', async () => {
    await nextPage();
    await isBack();
    await waitUntil(() => view.words.includes('Good day.'));
    await view.settle();
    expect(backend.bodies('sessions')).to.have.length(1);
    expect(backend.socket.url).to.equal(backend.sockets[0]?.url);
    expect(backend.socket.sent('hello')[0]?.lastSeq).to.equal(2);
    await waitUntil(() => backend.socket.sent('page').length === 1);
    expect(backend.socket.sent('page')[0]?.url).to.equal(location.href);
    expect(document.activeElement).to.equal(document.body);
    expect(view.heard).to.include('aiw-open').and.not.include('aiw-call-start');
    expect(said.lines).to.deep.equal([]);
  });

  it('goes on behind the launcher where the panel was closed', async () => {
    view.widget.close();
    await nextPage();
    await isBack();
    await waitUntil(() => view.orb === 'listening');
    expect(view.panel).to.equal(null);
  });

  it('counts what the visitor did on both pages, should a new session be needed', async () => {
    const before = backend.bodies('sessions')[0]?.engagement;
    await nextPage();
    await isBack();
    backend.socket.drop(4404);
    await waitUntil(() => backend.bodies('sessions').length === 2);
    const after = backend.bodies('sessions')[1]?.engagement;
    expect(before?.pointer_events).to.be.above(0);
    expect(after?.pointer_events).to.be.at.least(before?.pointer_events ?? Infinity);
    expect(after?.first_event_ms).to.equal(before?.first_event_ms);
  });

  for (const [name, change] of [
    ['is over thirty seconds old', (kept: object) => ({...kept, until: Date.now() - 1})],
    ['is of another version', (kept: object) => ({...kept, format: 0})],
  ] as const) {
    it(`is forgotten where what was kept ${name}`, async () => {
      hide();
      const kept = change(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as object);
      sessionStorage.setItem(KEY, JSON.stringify(kept));
      view.leave();
      view = await WidgetHarness.ready(backend);
      await waitUntil(() => sessionStorage.getItem(KEY) === null);
      await view.settle();
      expect(backend.sockets).to.have.length(1);
      expect(view.panel).to.equal(null);
    });
  }

  it('is not taken from another tab that holds it', async () => {
    hide();
    view.leave();
    let free = () => {};
    const held = new Promise<void>(resolve => (free = resolve));
    const holding = new Promise<void>(resolve => {
      void navigator.locks.request('aiw:s1', () => (resolve(), held));
    });
    await holding;
    view = await WidgetHarness.ready(backend);
    const pending = async () => (await navigator.locks.query()).pending?.length;
    await waitUntil(async () => (await pending()) === 1, 'it asks');
    expect(sessionStorage.getItem(KEY)).to.equal(null);
    await waitUntil(async () => (await pending()) === 0, 'it gives up', {timeout: 4_000});
    free();
    expect(backend.sockets).to.have.length(1);
    expect(view.panel).to.equal(null);
  });

  it('is there again where the browser shows the old page as it was', async () => {
    hide();
    dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));
    await isBack();
    await waitUntil(() => view.words.includes('Good day.'));
    expect(backend.bodies('sessions')).to.have.length(1);
  });

  it('waits for one tap where the browser has not granted the microphone', async () => {
    const answer = () => Promise.resolve({state: 'prompt'});
    Object.defineProperty(permissions, 'query', {configurable: true, value: answer});
    try {
      await nextPage();
      await isBack();
    } finally {
      Reflect.deleteProperty(permissions, 'query');
    }
    expect(backend.socket.sent('hello')[0]?.mode).to.equal('text');
    await waitUntil(() => view.words.includes('Tap to go on talking'));
    await view.settle();
    await view.pressButton('Tap to go on talking');
    await waitUntil(() => backend.socket.sent('mode').at(-1)?.value === 'both');
    await waitUntil(() => backend.socket.audio.length > 0, 'the visitor is heard');
  });

  it('does not come back once it was hung up', async () => {
    await view.pressButton('Hang up');
    hide();
    expect(sessionStorage.getItem(KEY)).to.equal(null);
  });
});
