import {expect} from '@open-wc/testing';
import {callState} from '../../../testing/fixtures/call-state.js';
import {PanelHarness} from '../../../testing/harness/panel-harness.js';

/** A visual viewport that a test may shrink. */
class FakeViewport extends EventTarget {
  scale = 1;
  offsetTop = 0;
  height = innerHeight;

  become(changes: {height?: number; offsetTop?: number; scale?: number}) {
    Object.assign(this, changes);
    this.dispatchEvent(new Event('resize'));
  }
}

describe('keyboard inset', () => {
  const real = Object.getOwnPropertyDescriptor(window, 'visualViewport');
  let viewport: FakeViewport;

  beforeEach(() => {
    viewport = new FakeViewport();
    Object.defineProperty(window, 'visualViewport', {configurable: true, value: viewport});
  });
  afterEach(() => {
    if (real) Object.defineProperty(window, 'visualViewport', real);
  });

  const insets = ({panel}: PanelHarness) =>
    ['--_keyboard', '--_pushed'].map(name => panel.style.getPropertyValue(name));

  /** A panel in this box of the window. */
  const openIn = async (inset: string) => {
    const panel = await PanelHarness.open(callState());
    Object.assign(panel.panel.style, {position: 'fixed', inset, width: 'auto', height: 'auto'});
    return panel;
  };

  it('tells a sheet what an on-screen keyboard takes, and how far the page was pushed', async () => {
    const panel = await openIn('0');
    viewport.become({height: innerHeight - 300, offsetTop: 40});
    expect(insets(panel)).to.deep.equal(['300px', '40px']);
    viewport.become({height: innerHeight, offsetTop: 0});
    expect(insets(panel)).to.deep.equal(['0px', '0px']);
  });

  it('tells a card what of it is covered: it stands above the edge, and below the top', async () => {
    const panel = await openIn('50px 20px 20px auto');
    viewport.become({height: innerHeight - 300, offsetTop: 40});
    expect(insets(panel)).to.deep.equal(['240px', '0px']);
    viewport.become({height: innerHeight - 10, offsetTop: 0});
    expect(insets(panel)).to.deep.equal(['0px', '0px']);
  });

  it('takes a page zoomed by fingers for what it is', async () => {
    const panel = await PanelHarness.open(callState());
    viewport.become({height: innerHeight / 2, scale: 2});
    expect(insets(panel)).to.deep.equal(['0px', '0px']);
  });

  it('listens no more once the panel is gone', async () => {
    const panel = await PanelHarness.open(callState());
    panel.panel.remove();
    viewport.become({height: innerHeight - 300});
    expect(insets(panel)).to.deep.equal(['', '']);
  });
});
