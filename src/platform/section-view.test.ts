import {expect, nextFrame} from '@open-wc/testing';
import {press} from '../../testing/harness/gestures.js';
import {browserClock} from './clock.js';
import {SectionView} from './section-view.js';

/** A long page with a section in the middle, as tall as three windows. */
function longPage(header = '') {
  const page = document.createElement('div');
  const box = (style: string) => Object.assign(document.createElement('div'), {style});
  const before = box('height: 1500px');
  const section = document.createElement('section');
  section.textContent = 'Plans';
  section.style.height = '300px';
  if (header) page.append(box(`${header}; top: 0; height: 80px; width: 100%; background: teal`));
  page.append(before, section, box('height: 3000px'));
  document.body.append(page);
  return {page, before, section};
}

describe('a section before the visitor', () => {
  let view: SectionView;
  let page: ReturnType<typeof longPage>;
  beforeEach(() => {
    view = new SectionView(browserClock);
  });
  afterEach(() => {
    view.stop();
    page.page.remove();
    window.scrollTo({top: 0, behavior: 'instant'});
  });
  const show = (takesFocus = false) =>
    view.show(page.section, () => page.section, takesFocus).then(() => top(page.section));
  const top = (element: Element) => Math.round(element.getBoundingClientRect().top);
  /** A scroll started at the end goes on for some frames, and `scrollend` is not told everywhere. */
  const rest = async () => {
    for (let still = 0, last = NaN; still < 12;) {
      await nextFrame();
      const now = top(page.section);
      still = now === last ? still + 1 : 0;
      last = now;
    }
  };

  it('is at the top of the window', async () => {
    page = longPage();
    expect(await show()).to.equal(0);
  });

  for (const position of ['fixed', 'sticky']) {
    it(`is below a ${position} header`, async () => {
      page = longPage(`position: ${position}`);
      await show();
      await rest();
      expect(top(page.section)).to.be.within(78, 82);
    });
  }

  it('stays where the page’s own scroll margin puts it', async () => {
    page = longPage('position: fixed');
    page.section.style.scrollMarginTop = '100px';
    expect(await show()).to.equal(100);
  });

  it('is found again where the layout shifts on the way', async () => {
    page = longPage();
    const showing = show();
    addEventListener('scroll', () => (page.before.style.height = '2200px'), {once: true});
    page.page.style.overflowAnchor = 'none';
    expect(await showing).to.equal(0);
  });

  it('is found again where the page has rendered it anew', async () => {
    page = longPage();
    const anew = page.section.cloneNode(true) as HTMLElement;
    const showing = view.show(page.section, () => anew, false);
    page.before.style.height = '2500px';
    page.section.replaceWith(anew);
    await showing;
    expect(top(anew)).to.equal(0);
  });

  it('is left to a visitor who scrolls', async () => {
    page = longPage('position: fixed');
    const showing = show();
    dispatchEvent(new WheelEvent('wheel'));
    await showing;
    await rest();
    expect(top(page.section), 'not moved out of the header').to.equal(0);
  });

  it('has focus without an outline, as long as it has it', async () => {
    page = longPage();
    await show(true);
    const {section} = page;
    expect(document.activeElement === section).to.be.true;
    expect(section.tabIndex).to.equal(-1);
    expect(getComputedStyle(section).outlineStyle).to.equal('none');
    section.blur();
    expect(section.hasAttribute('tabindex')).to.be.false;
    expect(section.getAttribute('style')).to.equal('height: 300px;');
  });

  it('keeps a tab stop of its own', async () => {
    page = longPage();
    page.section.tabIndex = 0;
    await show(true);
    page.section.blur();
    expect(page.section.tabIndex).to.equal(0);
  });

  it('has no focus while the visitor is busy elsewhere', async () => {
    page = longPage();
    const button = document.createElement('button');
    page.page.prepend(button);
    await press(button);
    await show(false);
    expect(document.activeElement === button).to.be.true;
  });

  it('is as it was before when the widget goes', async () => {
    page = longPage();
    await show(true);
    view.stop();
    expect(page.section.hasAttribute('tabindex')).to.be.false;
  });
});
