import {expect, waitUntil} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';
import {FakeBackend} from '../../../testing/fake-backend/fake-backend.js';
import {WidgetHarness} from '../../../testing/harness/widget-harness.js';

const AVATAR = 'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg"/%3E';

describe('the look of a voice widget', () => {
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

  const root = () => view.widget.renderRoot.querySelector<HTMLElement>('.root');
  const look = () => ({...root()?.dataset});
  const box = () => view.launcher?.getBoundingClientRect() as DOMRect;
  const card = () => view.widget.renderRoot.querySelector('aiw-idle-card');
  /** Places a widget with these attributes and words of the page's own, and waits for its look. */
  const place = async (attributes: Record<string, string> = {}, inner = '') => {
    view = await WidgetHarness.ready(backend);
    view.widget.append(document.createRange().createContextualFragment(inner));
    for (const [name, value] of Object.entries(attributes)) view.widget.setAttribute(name, value);
    await drawn();
  };
  const drawn = async () => {
    await view.widget.updateComplete;
    await waitUntil(() => view.launcher, 'the launcher is not there');
    await view.widget.updateComplete;
    await card()?.updateComplete;
  };

  it('is the operator’s, and shows nothing before it has it', async () => {
    backend.settings = {appearance: {variant: 'pill', launcherLabel: 'Ask us'}};
    view = await WidgetHarness.ready(backend);
    expect(view.launcher === null).to.be.true;
    await drawn();
    expect(look()['variant']).to.equal('pill');
    const {width, height} = box();
    expect(width).to.be.greaterThan(height * 1.8);
    expect(view.launcher?.querySelector('.label')?.checkVisibility()).to.be.true;
  });

  it('is what the element says, where that is known', async () => {
    backend.settings = {appearance: {variant: 'pill', placement: 'top-left', colorScheme: 'dark'}};
    await place({variant: 'orb', placement: 'bottom-left', 'color-scheme': 'sepia'});
    expect(look()).to.deep.include({variant: 'orb', placement: 'bottom-left', scheme: 'dark'});
  });

  it('changes with the element’s attributes', async () => {
    await place({placement: 'top-right'});
    expect(box().top).to.equal(20);
    view.widget.setAttribute('placement', 'bottom-left');
    view.widget.setAttribute('variant', 'pill');
    view.widget.setAttribute('launcher-label', 'Questions?');
    await drawn();
    expect(box().left).to.equal(20);
    expect(view.launcher?.ariaLabel).to.equal('Questions?');
    expect(look()['variant']).to.equal('pill');
    view.widget.removeAttribute('variant');
    await drawn();
    expect(look()['variant']).to.equal('orb');
  });

  it('keeps its distance by custom properties', async () => {
    view = await WidgetHarness.ready(backend);
    view.widget.style.cssText = '--aiw-offset-x: 44px; --aiw-offset-y: 55px';
    const {right, bottom} = box();
    expect([innerWidth - right, innerHeight - bottom]).to.deep.equal([44, 55]);
  });

  it('takes the page’s accent before the operator’s', async () => {
    backend.settings = {appearance: {accent: '#ff0000'}};
    view = await WidgetHarness.place(backend);
    view.widget.style.setProperty('--aiw-accent', '#00ff00');
    await view.widget.ready;
    await view.widget.updateComplete;
    const accent = getComputedStyle(root() as Element).getPropertyValue('--aiw-accent');
    expect(accent.trim()).to.equal('#00ff00');
  });

  describe('of a pill', () => {
    it('has the agent’s picture, and the orb in a call', async () => {
      backend.settings = {
        appearance: {variant: 'pill'},
        agent: {name: 'Ava', greeting: 'Hello', avatarUrl: AVATAR},
      };
      await place();
      const face = () => view.launcher?.querySelector('img');
      expect(face()?.src).to.equal(AVATAR);
      expect(face()?.referrerPolicy).to.equal('no-referrer');
      await view.call();
      await waitUntil(() => !face(), 'the picture is still there');
    });
  });

  describe('in the page’s flow', () => {
    it('stands where the element is, in no layer above it', async () => {
      await place({placement: 'inline'});
      expect(root()?.matches(':popover-open')).to.be.false;
      expect(getComputedStyle(root() as Element).position).to.equal('relative');
      const before = document.createElement('div');
      before.style.height = '200px';
      const {top} = box();
      view.widget.before(before);
      expect(box().top).to.equal(top + 200);
      before.remove();
    });

    it('opens its panel beside it, on screen, and moves nothing', async () => {
      await place({placement: 'inline', variant: 'pill'});
      const after = document.createElement('p');
      after.textContent = 'After';
      view.widget.after(after);
      const {top} = after.getBoundingClientRect();
      await view.call();
      const {left, right, top: panelTop, bottom} = view.panel?.getBoundingClientRect() as DOMRect;
      expect(left >= 0 && right <= innerWidth && panelTop >= 0 && bottom <= innerHeight).to.be.true;
      expect(after.getBoundingClientRect().top).to.equal(top);
      after.remove();
    });

    it('goes back to its corner', async () => {
      await place({placement: 'inline'});
      view.widget.setAttribute('placement', 'bottom-right');
      await drawn();
      expect(root()?.matches(':popover-open')).to.be.true;
      expect(innerWidth - box().right).to.equal(20);
    });
  });

  describe('of a panel', () => {
    it('is there before a call, light, and the call takes its place', async () => {
      await place({variant: 'panel'});
      expect(view.panel === null).to.be.true;
      expect(card()?.renderRoot.textContent).to.include('Ava');
      const {height} = card()?.getBoundingClientRect() as DOMRect;
      expect(height).to.equal(620);
      await view.call();
      expect(view.panel?.getBoundingClientRect().height).to.equal(620);
      expect(card()?.checkVisibility({visibilityProperty: true})).to.be.false;
      const dialog = view.panel?.renderRoot.querySelector('section');
      expect(dialog?.getAttribute('role')).to.equal('region');
    });

    it('has its size by custom properties', async () => {
      await place({variant: 'panel', style: '--aiw-panel-width: 300px; --aiw-panel-height: 500px'});
      const {width, height} = card()?.getBoundingClientRect() as DOMRect;
      expect([width, height]).to.deep.equal([300, 500]);
    });
  });

  describe('with words of the page’s own', () => {
    const WORDS =
      '<b slot="header">Fernhill</b><i slot="empty">Ask away.</i><small slot="note">9 to 5</small>';
    const shown = () =>
      [...view.widget.children].map(({assignedSlot, slot}) => [
        slot,
        assignedSlot?.getRootNode() === view.widget.renderRoot &&
          assignedSlot?.parentElement?.localName,
      ]);

    it('has them in the card, and in the panel once that is there', async () => {
      await place({variant: 'panel'}, WORDS);
      expect(shown()).to.deep.equal([
        ['header', 'aiw-idle-card'],
        ['empty', 'aiw-idle-card'],
        ['note', 'aiw-idle-card'],
      ]);
      await view.call();
      expect(shown()).to.deep.equal([
        ['header', 'aiw-panel'],
        ['empty', 'aiw-panel'],
        ['note', 'aiw-panel'],
      ]);
      for (const element of view.widget.querySelectorAll('[slot=header], [slot=note]')) {
        expect(element.checkVisibility(), element.slot).to.be.true;
      }
    });

    it('has its own in their place where there are none', async () => {
      await place({variant: 'panel'});
      expect(card()?.querySelector(':scope > slot') === null).to.be.true;
      await view.call();
      expect(view.words).to.include('Ava');
    });

    it('may have a launcher of its own, which is pressed as any', async () => {
      await place({}, '<span slot="launcher">Talk</span>');
      const own = view.widget.querySelector('span');
      expect(own?.checkVisibility()).to.be.true;
      await view.call();
      expect(view.panel !== null).to.be.true;
    });
  });
});
