import {expect, waitUntil} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';
import {FakeBackend, refusal} from '../../../testing/fake-backend/fake-backend.js';
import {widgetToken} from '../../../testing/fake-backend/responses.js';
import {consoleLines} from '../../../testing/harness/console-lines.js';
import {key, type} from '../../../testing/harness/gestures.js';
import {WidgetHarness} from '../../../testing/harness/widget-harness.js';

const KEY = `aiw:${widgetToken()}:consent`;
const CONSENT = {text: 'We keep what you say.', version: 'v1'};
const AGREE = 'Agree and go on';

describe('a widget that asks for consent', () => {
  let backend: FakeBackend;
  let said: ReturnType<typeof consoleLines>;
  let view: WidgetHarness;
  let asked: string[];
  const {getUserMedia} = MediaDevices.prototype;
  beforeEach(() => {
    localStorage.clear();
    backend = new FakeBackend().install();
    backend.settings = {consent: CONSENT};
    said = consoleLines();
    asked = [];
    MediaDevices.prototype.getUserMedia = function (...wishes) {
      asked.push('microphone');
      return getUserMedia.apply(this, wishes);
    };
  });
  afterEach(async () => {
    MediaDevices.prototype.getUserMedia = getUserMedia;
    view.leave();
    await view.widget.updateComplete;
    backend.restore();
    said.restore();
    localStorage.clear();
    await sendMouse({type: 'move', position: [1, 1]});
  });

  const isAsked = () =>
    waitUntil(() => view.words.includes(CONSENT.text), 'it is asked', {timeout: 5_000});
  const routes = () => backend.requests.map(({route}) => route);
  /** The visitor writes a message in the panel that they opened by their first press. */
  const write = async (text: string) => {
    view.panel?.shadowRoot
      ?.querySelector('aiw-composer')
      ?.shadowRoot?.querySelector('textarea')
      ?.focus();
    await type(text);
    await key('Enter');
  };

  it('asks, and asks nothing else of browser or backend before', async () => {
    view = await WidgetHarness.ready(backend);
    await view.press();
    await isAsked();
    await view.settle();
    expect(routes()).to.deep.equal(['resolve']);
    expect(asked).to.deep.equal([]);
    expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
    expect(view.heard, 'the page').to.deep.equal(['aiw-open']);
  });

  it('starts the call that was wanted at once, once the visitor agrees', async () => {
    view = await WidgetHarness.ready(backend);
    await view.press();
    await isAsked();
    const up = view.next('aiw-call-start');
    await view.pressButton(AGREE);
    await up;
    const [request] = backend.bodies('sessions');
    expect(request?.mode).to.equal('voice');
    expect(request?.consent?.version).to.equal('v1');
    expect(Date.now() - Date.parse(request?.consent?.agreed_at ?? '')).to.be.within(0, 30_000);
    expect(JSON.parse(localStorage.getItem(KEY) ?? '')).to.deep.equal(request?.consent);
    await waitUntil(() => backend.socket.audio.length > 0, 'the microphone is heard');
  });

  it('remembers, and asks no second time', async () => {
    view = await WidgetHarness.ready(backend);
    await view.press();
    await isAsked();
    const up = view.next('aiw-call-start');
    await view.pressButton(AGREE);
    await up;
    view.leave();
    view = await WidgetHarness.ready(backend);
    await view.call();
    expect(backend.bodies('sessions').map(({consent}) => consent?.version)).to.deep.equal([
      'v1',
      'v1',
    ]);
  });

  it('asks anew for another text, and where something else stands in its place', async () => {
    for (const kept of ['{"version":"v0","agreed_at":"2030-01-01T00:00:00Z"}', '7', '{']) {
      localStorage.setItem(KEY, kept);
      view = await WidgetHarness.ready(backend);
      await view.press();
      await isAsked();
      view.leave();
    }
    expect(backend.bodies('sessions')).to.deep.equal([]);
  });

  it('keeps a message until the visitor agrees, and sends it then', async () => {
    backend.settings = {consent: CONSENT, modes: {voice: false, text: true}};
    view = await WidgetHarness.ready(backend);
    await view.press();
    await isAsked();
    await view.pressButton('Not now');
    await waitUntil(() => view.words.includes('Nothing was started or sent'));
    await write('Do you deliver?');
    await waitUntil(() => view.words.includes('Sent once you agree: Do you deliver?'));
    expect(routes()).to.deep.equal(['resolve']);
    await view.pressButton(AGREE);
    await waitUntil(() => backend.sockets.length > 0 && backend.socket.sent('text').length > 0);
    expect(backend.socket.sent('text').map(({text}) => text)).to.deep.equal(['Do you deliver?']);
  });

  it('starts nothing where the visitor says not now, and lets them change their mind', async () => {
    view = await WidgetHarness.ready(backend);
    await view.press();
    await isAsked();
    await view.pressButton('Not now');
    await waitUntil(() => view.words.includes('Nothing was started or sent'));
    expect(view.heard).to.deep.equal(['aiw-open']);
    await view.pressButton('Read it again');
    await isAsked();
    await view.pressButton(AGREE);
    await waitUntil(() => !view.words.includes(CONSENT.text));
    expect(routes(), 'a call was called off').to.deep.equal(['resolve']);
    expect(asked).to.deep.equal([]);
    const up = view.next('aiw-call-start');
    await view.pressButton('Talk to Ava');
    await up;
  });

  it('asks for nothing either where the backend could not be reached at first', async () => {
    backend.plan('resolve', 'unreachable', 'unreachable');
    view = await WidgetHarness.place(backend);
    await waitUntil(() => backend.requests.length === 1);
    await view.press();
    await waitUntil(() => view.words.includes('We can’t reach'));
    expect(asked).to.deep.equal([]);
    await waitUntil(() => view.words.includes(CONSENT.text), 'asked once it is', {timeout: 9_000});
    expect(asked).to.deep.equal([]);
    expect(backend.bodies('sessions')).to.deep.equal([]);
    const up = view.next('aiw-call-start');
    await view.pressButton(AGREE);
    await up;
    expect(backend.bodies('sessions')[0]?.mode).to.equal('voice');
  });

  it('asks anew where the text has changed since the page was opened', async () => {
    view = await WidgetHarness.ready(backend);
    await view.press();
    await isAsked();
    backend.plan('sessions', refusal(403, {error: 'CONSENT_REQUIRED', message: 'Ask again.'}));
    backend.settings = {consent: {text: 'We keep it for a year.', version: 'v2'}};
    await view.pressButton(AGREE);
    await waitUntil(() => view.words.includes('We keep it for a year.'));
    expect(backend.bodies('sessions')).to.have.length(1);
    const up = view.next('aiw-call-start');
    await view.pressButton(AGREE);
    await up;
    expect(backend.bodies('sessions').at(-1)?.consent?.version).to.equal('v2');
  });
});

describe('a widget whose site allows no storage', () => {
  let backend: FakeBackend;
  let view: WidgetHarness;
  const lengths = () => [localStorage.length, sessionStorage.length];
  beforeEach(async () => {
    localStorage.clear();
    sessionStorage.clear();
    backend = new FakeBackend().install();
    backend.settings = {consent: CONSENT};
    view = await WidgetHarness.place(backend);
    view.widget.setAttribute('storage', 'none');
    await view.widget.ready;
  });
  afterEach(async () => {
    view.widget.setStorage('all');
    await waitUntil(() => localStorage.getItem(KEY) !== null);
    view.leave();
    backend.restore();
    localStorage.clear();
    sessionStorage.clear();
    await sendMouse({type: 'move', position: [1, 1]});
  });

  it('keeps in the page’s memory until the site says yes, and again once it takes that back', async () => {
    await view.press();
    await waitUntil(() => view.words.includes(CONSENT.text));
    const up = view.next('aiw-call-start');
    await view.pressButton(AGREE);
    await up;
    expect(lengths()).to.deep.equal([0, 0]);
    view.widget.setStorage('all');
    await waitUntil(() => localStorage.getItem(KEY) !== null, 'it has moved');
    view.widget.setStorage('none');
    await waitUntil(() => localStorage.length === 0, 'it is erased');
    await view.pressButton('Hang up');
    view.widget.close();
    await view.settle();
    await view.call();
    expect(lengths()).to.deep.equal([0, 0]);
  });
});
