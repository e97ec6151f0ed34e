import {expect, waitUntil} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';
import {FakeBackend} from '../testing/fake-backend/fake-backend.js';
import {widgetToken} from '../testing/fake-backend/responses.js';
import {consoleLines} from '../testing/harness/console-lines.js';
import {press} from '../testing/harness/gestures.js';
import {findOwnScript, readTag} from './own-script.js';
import type {AIWWidgetApi} from '../src/page-api.js';

/** Where the module graph's entry is, for a bootstrap that no build has told. */
const EMBED = new URL('./embed.ts', import.meta.url).href;

let runs = 0;

/** Runs the bootstrap once more, as another tag on this page would. */
async function run(): Promise<void> {
  Object.assign(window, {__AIW_EMBED__: EMBED});
  await import(/* @vite-ignore */ `./bootstrap.ts?${runs++}`);
}

function tag(attributes: Readonly<Record<string, string>>): HTMLScriptElement {
  const script = document.createElement('script');
  // No script: it is only there to be found.
  script.type = 'text/plain';
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  document.head.append(script);
  return script;
}

const widgets = () => document.querySelectorAll('aiw-voice-widget');
const own = () =>
  Object.getOwnPropertyDescriptor(window, 'AIWWidget')?.value as AIWWidgetApi | undefined;

describe('the script tag', () => {
  let backend: FakeBackend;
  let said: ReturnType<typeof consoleLines>;
  const added: Element[] = [];
  const add = <T extends Element>(element: T): T => {
    added.push(element);
    return element;
  };
  const placeTag = (more: Readonly<Record<string, string>> = {}) =>
    add(tag({'data-widget-token': widgetToken(), 'data-backend-url': backend.url, ...more}));
  beforeEach(() => {
    backend = new FakeBackend().install();
    said = consoleLines();
  });
  afterEach(() => {
    for (const element of [...added.splice(0), ...widgets()]) element.remove();
    Reflect.deleteProperty(window, 'AIWWidget');
    backend.restore();
    said.restore();
  });

  it('puts one widget on the page, with what its attributes say', async () => {
    placeTag({
      'data-visitor-token': 'jwt',
      'data-storage': 'none',
      'data-push-to-talk': '',
      'data-tenant-id': 't',
      'data-assistant-id': 'a',
    });
    await run();
    await own()?.ready;
    expect(widgets()).to.have.length(1);
    const [widget] = widgets();
    expect(widget).to.deep.include({
      token: widgetToken(),
      backendUrl: backend.url,
      visitorToken: 'jwt',
      storage: 'none',
    });
    expect(widget?.hasAttribute('push-to-talk')).to.equal(true);
    expect(widget?.hasAttribute('start-muted')).to.equal(false);
    expect(widget?.hasAttribute('placement')).to.equal(false);
    own()?.setStorage('all');
    expect(widget).to.deep.include({storage: 'all'});
    expect(said.lines).to.deep.equal([]);
  });

  it('is ignored the second time, with a warning', async () => {
    placeTag();
    await run();
    const first = own();
    await run();
    await first?.ready;
    expect(own() === first).to.be.true;
    expect(widgets()).to.have.length(1);
    expect(said.lines).to.deep.equal([
      '[aiw] A second widget tag on this page is ignored. Keep one tag a page.',
    ]);
  });

  for (const [name, attributes] of [
    ['without a token', {src: 'data:,'}],
    ['with an empty token', {'data-widget-token': ' '}],
  ] as const) {
    it(`${name} says what is missing, and does nothing`, async () => {
      add(tag(attributes));
      await run();
      expect(said.lines).to.deep.equal([
        '[aiw] No widget token. Add data-widget-token="wt_…" to the script tag.',
      ]);
      expect(own()).to.equal(undefined);
      expect(widgets()).to.have.length(0);
    });
  }

  it('finds itself where a consent manager has rewritten it', () => {
    const script = placeTag();
    expect(document.currentScript).to.equal(null);
    expect(findOwnScript() === script).to.be.true;
    expect(readTag(script).token).to.equal(widgetToken());
  });

  it('is not fooled by page elements that go by its names', async () => {
    const decoy = (localName: string, name: string) => {
      const element = add(document.createElement(localName));
      element.id = name;
      element.setAttribute('name', name);
      element.setAttribute('data-widget-token', widgetToken(9));
      document.body.append(element);
    };
    decoy('form', 'AIWWidget');
    decoy('img', 'currentScript');
    expect((document.currentScript as Element | null)?.localName, 'clobbered').to.equal('img');
    placeTag();
    await run();
    await own()?.ready;
    expect(said.lines).to.deep.equal([]);
    expect(own()?.open).to.be.a('function');
    expect((widgets()[0] as {token?: string} | undefined)?.token).to.equal(widgetToken());
  });

  it('leaves one global behind', async () => {
    const before = new Set(Object.getOwnPropertyNames(window));
    placeTag();
    await run();
    await own()?.ready;
    const news = Object.getOwnPropertyNames(window).filter(name => !before.has(name));
    expect(news).to.deep.equal(['AIWWidget']);
  });

  describe('gives the page an API that', () => {
    it('opens nothing outside a gesture, and says so', async () => {
      placeTag();
      await run();
      expect(own()?.open()).to.be.false;
      await own()?.ready;
      expect(own()?.open()).to.be.false;
      const line =
        '[aiw] AIWWidget.open() rejected — must be called synchronously from a real user gesture';
      expect(said.lines).to.deep.equal([line, line]);
      expect(widgets()[0]?.shadowRoot?.querySelector('aiw-panel') === null).to.be.true;
    });

    it('opens in a press, also one made before the widget has arrived', async () => {
      placeTag();
      const button = add(document.createElement('button'));
      button.textContent = 'Talk';
      document.body.append(button);
      const answers: unknown[] = [];
      const started = new Promise(resolve => {
        addEventListener('aiw-call-start', resolve, {once: true});
      });
      button.addEventListener('click', ({currentTarget}) => {
        answers.push(own()?.open(currentTarget as Element));
      });
      const running = run();
      await running;
      await press(button);
      expect(answers).to.deep.equal([true]);
      await started;
      expect(backend.bodies('sessions')).to.have.length(1);
      await sendMouse({type: 'move', position: [1, 1]});
    });

    it('keeps what is asked of it before the widget has arrived', async () => {
      placeTag();
      await run();
      const api = own();
      const routed: string[] = [];
      const heard: string[] = [];
      const home = location.href;
      api?.identify('jwt');
      api?.onNavigate(path => {
        routed.push(path);
        history.pushState(null, '', path);
      });
      api?.on('aiw-navigate', ({path}) => heard.push(path));
      api?.on('aiw-navigate', () => heard.push('removed'))();
      api?.navigate('/pricing');
      api?.close();
      await api?.ready;
      await waitUntil(() => routed.length > 0);
      const note = add(Object.assign(document.createElement('p'), {textContent: 'Prices'}));
      document.body.append(note);
      await waitUntil(() => heard.length > 0);
      history.replaceState(null, '', home);
      expect(routed).to.deep.equal(['/pricing']);
      expect(heard).to.deep.equal(['/pricing']);
      expect((widgets()[0] as {visitorToken?: string} | undefined)?.visitorToken).to.equal('jwt');
    });

    it('stops a listener when its remover is called', async () => {
      placeTag();
      await run();
      await own()?.ready;
      const heard: string[] = [];
      const stop = own()?.on('aiw-open', () => heard.push('open'));
      widgets()[0]?.dispatchEvent(new Event('aiw-open'));
      stop?.();
      widgets()[0]?.dispatchEvent(new Event('aiw-open'));
      expect(heard).to.deep.equal(['open']);
    });

    it('cannot be bent by the page', async () => {
      placeTag();
      await run();
      expect(Object.isFrozen(own())).to.be.true;
      await own()?.ready;
    });

    it('rejects `ready` where the backend refuses this page', async () => {
      backend.plan('resolve', {status: 409, body: {message: 'Go live, then reload.'}});
      placeTag();
      await run();
      const reason = await own()?.ready.catch((fault: Error) => fault.message);
      expect(reason).to.contain('does not run on this page');
    });
  });
});
