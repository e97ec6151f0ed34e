import {expect, oneEvent, waitUntil} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';
import {FakeBackend, refusal} from '../../../testing/fake-backend/fake-backend.js';
import {consoleLines} from '../../../testing/harness/console-lines.js';
import {key} from '../../../testing/harness/gestures.js';
import {WidgetHarness} from '../../../testing/harness/widget-harness.js';
import type {AiwErrorEvent, AiwMessageEvent} from '../../events.js';

describe('the voice widget', () => {
  let backend: FakeBackend;
  let said: ReturnType<typeof consoleLines>;
  let view: WidgetHarness;
  beforeEach(() => {
    backend = new FakeBackend().install();
    said = consoleLines();
  });
  afterEach(async () => {
    view.leave();
    await view.widget.updateComplete;
    backend.restore();
    said.restore();
    await sendMouse({type: 'move', position: [1, 1]});
  });

  describe('before anybody has touched it', () => {
    it('shows its orb while the backend has not answered yet', async () => {
      const answer = backend.hold('resolve');
      view = await WidgetHarness.place(backend);
      expect(view.launcher?.checkVisibility()).to.be.true;
      expect(view.launcher?.ariaLabel).to.equal('Talk to us');
      answer();
      await view.widget.ready;
      await view.widget.updateComplete;
      expect(view.launcher?.ariaLabel).to.equal('Talk to Ava');
    });

    it('goes by the operator’s label, colour, side and scheme', async () => {
      backend.settings = {
        appearance: {
          launcherLabel: 'Ask us',
          accent: '#ff0000',
          placement: 'top-left',
          colorScheme: 'dark',
        },
      };
      view = await WidgetHarness.ready(backend);
      expect(view.launcher?.ariaLabel).to.equal('Ask us');
      const {left, top} = view.launcher?.getBoundingClientRect() ?? {};
      expect([left, top]).to.deep.equal([20, 20]);
      const {colorScheme, getPropertyValue} = getComputedStyle(
        view.launcher?.parentElement as Element,
      );
      expect(colorScheme).to.equal('dark');
      expect(getPropertyValue).to.be.a('function');
    });

    it('asks for settings only, and keeps nothing in the browser', async () => {
      localStorage.clear();
      view = await WidgetHarness.ready(backend);
      expect(backend.requests.map(({route}) => route)).to.deep.equal(['resolve']);
      expect([localStorage.length, sessionStorage.length]).to.deep.equal([0, 0]);
      expect(document.cookie).to.equal('');
    });
  });

  describe('at a press', () => {
    it('opens its panel, starts a call by voice, and tells the page', async () => {
      view = await WidgetHarness.ready(backend);
      await view.call();
      expect(view.heard).to.deep.equal(['aiw-open', 'aiw-call-start']);
      expect(view.panel?.checkVisibility()).to.be.true;
      expect(view.words).to.contain('Ava');
      const [request] = backend.bodies('sessions');
      expect(request?.mode).to.equal('voice');
      expect(request?.engagement.opened_by).to.equal('gesture');
      expect(request?.engagement.pointer_events).to.be.above(0);
      expect(backend.socket.sent('hello')).to.deep.equal([{type: 'hello', mode: 'both'}]);
      await waitUntil(() => backend.socket.audio.length > 0, 'the microphone is heard');
      expect(backend.socket.audio[0]?.byteLength, '20 ms at 16 kHz').to.equal(640);
    });

    const muted = (conversation: {pushToTalk?: boolean; startMuted?: boolean} | undefined) =>
      conversation?.pushToTalk ? 'Hold to talk' : 'Unmute';
    for (const [name, attribute, conversation] of [
      ['the page’s `start-muted`', 'start-muted', undefined],
      ['the operator’s setting', undefined, {startMuted: true}],
      ['push-to-talk', undefined, {pushToTalk: true}],
    ] as const) {
      it(`starts muted by ${name}: nothing is heard before the visitor wants it`, async () => {
        backend.settings = {conversation};
        view = await WidgetHarness.ready(backend);
        if (attribute) view.widget.setAttribute(attribute, '');
        await view.call();
        await waitUntil(() => view.words.includes('muted') || view.words.includes('Hold'));
        expect(backend.socket.sent('mic').at(-1)).to.deep.equal({type: 'mic', muted: true});
        expect(backend.socket.audio).to.have.length(0);
        await view.pressButton(muted(conversation));
        await waitUntil(() => backend.socket.audio.length > 0, 'the visitor is heard');
      });
    }

    it('starts a call in writing where the agent does not talk', async () => {
      backend.settings = {modes: {voice: false, text: true}};
      view = await WidgetHarness.ready(backend);
      await view.call();
      expect(backend.bodies('sessions')[0]?.mode).to.equal('text');
    });

    it('is honoured before the backend has answered', async () => {
      const answer = backend.hold('resolve');
      view = await WidgetHarness.place(backend);
      const opened = view.next('aiw-open');
      await view.press();
      await opened;
      const up = view.next('aiw-call-start');
      answer();
      await up;
      expect(backend.requests.map(({route}) => route)).to.deep.equal(['resolve', 'sessions']);
    });

    it('by the keyboard counts as much', async () => {
      view = await WidgetHarness.ready(backend);
      view.launcher?.focus();
      const up = view.next('aiw-call-start');
      await key('Enter');
      await up;
      expect(view.panel !== null).to.be.true;
    });

    it('made up by a script does nothing', async () => {
      view = await WidgetHarness.ready(backend);
      view.launcher?.click();
      view.launcher?.dispatchEvent(new MouseEvent('click', {bubbles: true, composed: true}));
      await view.settle();
      expect(view.panel === null).to.be.true;
      expect(view.heard).to.deep.equal([]);
    });

    it('of its own `open` outside a gesture is refused in the documentation’s words', async () => {
      view = await WidgetHarness.ready(backend);
      expect(view.widget.open()).to.be.false;
      expect(said.lines).to.deep.equal([
        '[aiw] AIWWidget.open() rejected — must be called synchronously from a real user gesture',
      ]);
      await view.settle();
      expect(view.panel === null).to.be.true;
    });

    it('sends the visitor’s token that was set last', async () => {
      view = await WidgetHarness.ready(backend);
      view.widget.visitorToken = 'first';
      view.widget.identify('second');
      await view.call();
      expect(backend.bodies('sessions')[0]?.visitor_token).to.equal('second');
    });
  });

  describe('in a call', () => {
    beforeEach(async () => {
      view = await WidgetHarness.ready(backend);
      await view.call();
    });

    it('shows what is said, and tells the page who spoke, not what', async () => {
      const message = view.next('aiw-message') as Promise<AiwMessageEvent>;
      backend.socket.say({
        type: 'transcript',
        id: 'm1',
        role: 'agent',
        text: 'Starter is $19.',
        final: true,
      });
      const event = await message;
      expect([event.messageId, event.role]).to.deep.equal(['m1', 'agent']);
      expect(JSON.stringify(Object.entries(event))).to.not.contain('$19');
      await view.settle();
      expect(view.words).to.contain('Starter is $19.');
    });

    it('goes on behind the launcher when the panel is closed', async () => {
      const closed = view.next('aiw-close');
      await view.pressButton('Close');
      await closed;
      await view.settle();
      expect(view.panel === null).to.be.true;
      expect(view.launcher?.ariaLabel).to.equal('Back to the call');
      expect(view.orb).to.equal('listening');
      expect(backend.socket.closedWith).to.equal(undefined);
      await view.press();
      await view.settle();
      expect(view.panel !== null).to.be.true;
      expect(backend.bodies('sessions'), 'the same call').to.have.length(1);
    });

    it('goes on, on show, when a router moves the widget into another body', async () => {
      const body = document.createElement('div');
      document.body.append(body);
      view.widget.remove();
      body.append(view.widget);
      await view.settle();
      expect(view.panel?.checkVisibility()).to.be.true;
      expect(view.launcher?.parentElement?.matches(':popover-open')).to.be.true;
      expect(backend.socket.closedWith).to.equal(undefined);
      await view.pressButton('Hang up');
      expect(backend.bodies('sessions'), 'the same call').to.have.length(1);
      body.remove();
    });

    it('closes by Escape and gives focus back to the launcher', async () => {
      const closed = view.next('aiw-close');
      await key('Escape');
      await closed;
      await view.settle();
      expect(view.panel === null).to.be.true;
      expect(view.widget.shadowRoot?.activeElement === view.launcher).to.be.true;
    });

    it('ends by hanging up, with the server told', async () => {
      const ended = view.next('aiw-call-end');
      await view.pressButton('Hang up');
      await ended;
      expect(backend.socket.sent('end')).to.have.length(1);
      expect(backend.socket.closedWith).to.equal(1000);
    });

    it('tells the server where the visitor has gone', async () => {
      const home = location.href;
      history.pushState(null, '', '/pricing');
      await waitUntil(() => backend.socket.sent('page').length > 0);
      expect(backend.socket.sent('page')[0]?.url).to.equal(`${location.origin}/pricing`);
      history.replaceState(null, '', home);
    });
  });

  describe('where the backend refuses this page', () => {
    const cases = [
      ['an unknown token', 401, undefined],
      ['another site', 403, 'ORIGIN_NOT_ALLOWED'],
      ['a widget that is not live', 409, undefined],
    ] as const;
    for (const [name, status, error] of cases) {
      it(`for ${name}, it goes away with one line`, async () => {
        backend.plan('resolve', refusal(status, {error, message: `Mend ${name} like this.`}));
        view = await WidgetHarness.place(backend);
        const reason = await view.widget.ready.catch((fault: Error) => fault.message);
        await view.widget.updateComplete;
        expect(reason).to.match(/^The widget does not run on this page/);
        expect(view.launcher === null).to.be.true;
        const code = error ? `${status} ${error}` : String(status);
        expect(said.lines).to.deep.equal([`[aiw] ${code} — Mend ${name} like this.`]);
      });
    }

    it('for a malformed token, it does not even ask', async () => {
      view = await WidgetHarness.place(backend, 'wt_nonsense');
      await view.widget.ready.catch(() => undefined);
      await view.widget.updateComplete;
      expect(view.launcher === null).to.be.true;
      expect(backend.requests).to.deep.equal([]);
      expect(said.lines).to.deep.equal([
        '[aiw] The widget token is malformed. Re-copy the snippet from the dashboard.',
      ]);
    });

    it('opens nothing that was pressed meanwhile', async () => {
      const answer = backend.hold('resolve');
      view = await WidgetHarness.place(backend);
      await view.press();
      await waitUntil(() => view.panel);
      answer(refusal(409, {message: 'Go live first.'}));
      await waitUntil(() => !view.launcher);
      expect(view.panel === null).to.be.true;
    });
  });

  describe('where the backend is away', () => {
    it('says so in the panel, tries again by itself, and then knows the agent', async () => {
      backend.plan('resolve', 'unreachable', 'unreachable');
      view = await WidgetHarness.place(backend);
      await waitUntil(() => backend.requests.length === 1);
      expect(view.launcher !== null, 'the launcher stays').to.be.true;
      const failed = oneEvent(view.widget, 'aiw-error') as unknown as Promise<AiwErrorEvent>;
      await view.press();
      expect((await failed).problem).to.equal('unreachable');
      await view.settle();
      expect(view.words).to.contain('We can’t reach our assistant at the moment.');
      expect(view.words).to.contain('Trying again by itself');
      await view.next('aiw-call-start');
      await view.settle();
      expect(view.words).to.contain('Ava');
      expect(view.widget.renderRoot.querySelector('.label')?.textContent).to.contain('Ava');
      await view.widget.ready;
    });

    it('tries at once when the visitor asks for it', async () => {
      view = await WidgetHarness.ready(backend);
      backend.plan('sessions', refusal(503, {message: 'All lines are taken.'}, '3600'));
      const failed = view.next('aiw-error');
      await view.press();
      await failed;
      await view.settle();
      const up = view.next('aiw-call-start');
      await view.pressButton('Try again');
      await up;
    });
  });
});
