import {expect} from '@open-wc/testing';
import {FakeClock, settle} from '../../testing/fixtures/fake-clock.js';
import {consoleLines} from '../../testing/harness/console-lines.js';
import {destination} from '../navigation/destination.js';
import type {NavigateHandler} from '../navigation/ports.js';
import {PageGuide} from './page-guide.js';

/** A single-page app of a few sections, and a guide through it; time stands still. */
function fixture() {
  const home = location.href;
  const content = document.createElement('main');
  content.innerText = 'Home';
  document.body.append(content);
  const arrivals: string[] = [];
  const loaded: string[] = [];
  const clock = new FakeClock();
  let handler: NavigateHandler | null = null;
  let site: 'app' | 'documents' = 'app';
  const guide = new PageGuide({
    judge: (page, request) => destination(page, request, site),
    handler: () => handler,
    onArrival: path => arrivals.push(path),
    isTyping: () => false,
    load: url => loaded.push(url),
    clock,
  });
  const scrolled: Element[] = [];
  const {scrollIntoView} = Element.prototype;
  Element.prototype.scrollIntoView = function (this: Element) {
    scrolled.push(this);
  };
  return {
    guide,
    arrivals,
    loaded,
    content,
    scrolled,
    clock,
    /** Puts a section on the page. */
    section(id: string): Element {
      const element = document.createElement('section');
      element.id = id;
      content.append(element);
      return element;
    },
    /** The router of the app; null takes it away. */
    route(given: NavigateHandler | null) {
      handler = given;
    },
    /** The operator says that each page of the site is a document. */
    isOfDocuments() {
      site = 'documents';
    },
    /** What comes of a journey that is given all the time it may take. */
    async outcomeOf<T>(going: Promise<T>): Promise<T> {
      await clock.advance(60_000);
      return going;
    },
    leave() {
      guide.stop();
      Element.prototype.scrollIntoView = scrollIntoView;
      content.remove();
      history.replaceState(null, '', home);
    },
  };
}

describe('a route that changes nothing', () => {
  it('is told to the developer once, with onNavigate as the way out', async () => {
    const page = fixture();
    const said = consoleLines();
    const ticking = document.createElement('p');
    ticking.innerText = '5 seconds';
    page.content.append(ticking);
    const going = page.guide.go({url: '/nothing-happens'});
    ticking.innerText = '6 seconds';
    document.head.append(document.createElement('style'));
    expect(await page.outcomeOf(going)).to.deep.equal({result: 'unconfirmed'});
    await page.outcomeOf(page.guide.go({url: '/nor-here'}));
    said.restore();
    page.leave();
    expect(said.lines).to.have.length(1);
    expect(said.lines[0]).to.contain('window.AIWWidget.onNavigate((path) => router.push(path))');
  });
});

describe('guided navigation', () => {
  let page: ReturnType<typeof fixture>;
  let said: ReturnType<typeof consoleLines>;
  beforeEach(() => {
    page = fixture();
    said = consoleLines();
  });
  afterEach(() => {
    said.restore();
    page.leave();
  });
  const here = () => location.pathname + location.search;

  it('scrolls to a section of this page without leaving it', async () => {
    const plans = page.section('plans');
    const visits = history.length;
    const answer = await page.guide.go({url: here(), sectionSelector: '#plans'});
    expect(answer).to.deep.equal({result: 'done'});
    expect(page.scrolled).to.deep.equal([plans]);
    expect(history.length).to.equal(visits);
    expect(page.arrivals).to.deep.equal([location.pathname]);
  });

  it('finds a section by the address’s hash too', async () => {
    const plans = page.section('größen');
    await page.guide.go({url: `${here()}#gr%C3%B6%C3%9Fen`});
    expect(page.scrolled).to.deep.equal([plans]);
  });

  it('takes a hash that is no text for no section', async () => {
    const going = page.guide.go({url: `${here()}#%E0%A4%A`});
    expect((await page.outcomeOf(going)).result).to.equal('unconfirmed');
  });

  it('waits for a section that is not there yet', async () => {
    const going = page.guide.go({url: here(), sectionSelector: '#late'});
    const late = page.section('late');
    expect(await going).to.deep.equal({result: 'done'});
    expect(page.scrolled).to.deep.equal([late]);
  });

  for (const selector of ['#nowhere', '::', '[']) {
    it(`names the section "${selector}" that never comes`, async () => {
      const going = page.guide.go({url: here(), sectionSelector: selector});
      expect(await page.outcomeOf(going)).to.deep.equal({result: 'unconfirmed'});
      expect(said.lines[0]).to.match(/^\[aiw:navigation\] This page has no section/);
      expect(said.lines[0]).to.contain(selector);
    });
  }

  it('changes the route by pushState and popstate where no router is registered', async () => {
    let heard: PopStateEvent | undefined;
    const render = (event: PopStateEvent) => {
      heard = event;
      page.content.innerText = `Now at ${location.pathname}`;
    };
    addEventListener('popstate', render);
    const visits = history.length;
    expect(await page.guide.go({url: '/pricing?plan=a'})).to.deep.equal({result: 'done'});
    removeEventListener('popstate', render);
    expect(location.pathname + location.search).to.equal('/pricing?plan=a');
    expect(history.length).to.equal(visits + 1);
    expect(heard?.state).to.equal(null);
    expect(page.arrivals).to.deep.equal(['/pricing']);
  });

  it('is not bent by a <base>', async () => {
    const base = document.createElement('base');
    base.href = 'https://elsewhere.test/app/';
    document.head.append(base);
    addEventListener('popstate', () => (page.content.innerText = 'Based'), {once: true});
    await page.guide.go({url: '/pricing'});
    base.remove();
    expect(location.pathname).to.equal('/pricing');
  });

  it('leaves the route to the page’s own router, and scrolls to the section itself', async () => {
    const asked: unknown[] = [];
    page.route((path, section) => {
      asked.push([path, section]);
      history.pushState(null, '', path);
      page.section('plans');
    });
    const answer = await page.guide.go({url: '/pricing#top', sectionSelector: '#plans'});
    expect(answer).to.deep.equal({result: 'done'});
    expect(asked).to.deep.equal([['/pricing#top', '#plans']]);
    expect(page.scrolled.map(({id}) => id)).to.deep.equal(['plans']);
  });

  it('does not take the old page’s section for the new one’s', async () => {
    page.section('plans');
    let arrive = () => {};
    page.route(path => {
      arrive = () => {
        history.pushState(null, '', path);
        page.content.replaceChildren();
        page.section('plans').className = 'new';
      };
    });
    const going = page.guide.go({url: '/pricing', sectionSelector: '#plans'});
    expect(page.scrolled).to.deep.equal([]);
    arrive();
    await going;
    expect(page.scrolled.map(({className}) => className)).to.deep.equal(['new']);
  });

  it('waits for a router that takes its time, and for the page that it renders', async () => {
    let rendered = () => {};
    page.route(async path => {
      await new Promise<void>(resolve => (rendered = resolve));
      history.pushState(null, '', path);
    });
    const going = page.guide.go({url: '/pricing', sectionSelector: '#plans'});
    await page.clock.advance(5_000);
    rendered();
    await page.clock.advance(2_000);
    page.section('plans');
    expect(await going).to.deep.equal({result: 'done'});
    expect(said.lines).to.deep.equal([]);
  });

  it('says of a registered router that shows another page that it does', async () => {
    page.route(() => {
      history.pushState(null, '', '/log-in');
      page.content.innerText = 'Log in';
    });
    const going = page.guide.go({url: '/account'});
    expect(await page.outcomeOf(going)).to.deep.equal({result: 'unconfirmed'});
    expect(said.lines[0]).to.contain('did not show the page that it was asked for');
    expect(page.arrivals).to.deep.equal([]);
  });

  it('moves a hash router by the hash alone, which it hears of as of any other change', async () => {
    const visits = history.length;
    addEventListener('hashchange', () => (page.content.innerText = location.hash), {once: true});
    expect(await page.guide.go({url: `${here()}#/pricing`})).to.deep.equal({result: 'done'});
    expect(location.hash).to.equal('#/pricing');
    expect(history.length).to.equal(visits + 1);
    expect(said.lines).to.deep.equal([]);
  });

  it('tells a page without the section from a page that never came', async () => {
    addEventListener('popstate', () => (page.content.innerText = 'Prices'), {once: true});
    const going = page.guide.go({url: '/pricing#faq-of-old'});
    expect(await page.outcomeOf(going)).to.deep.equal({result: 'unconfirmed'});
    expect(said.lines).to.deep.equal([
      '[aiw:navigation] This page has no section #faq-of-old. Check the nav map.',
    ]);
    expect(page.arrivals).to.deep.equal(['/pricing']);
  });

  describe('on a site of documents', () => {
    beforeEach(() => page.isOfDocuments());

    it('loads the other page, once it may', async () => {
      let allow: (may: boolean) => void = () => {};
      const leaving = () => new Promise<boolean>(resolve => (allow = resolve));
      const going = page.guide.go({url: '/pricing', sectionSelector: '#plans'}, leaving);
      expect(page.loaded).to.deep.equal([]);
      allow(true);
      await settle();
      expect(await page.outcomeOf(going), 'it never came').to.deep.equal({result: 'unconfirmed'});
      expect(page.loaded).to.deep.equal([`${location.origin}/pricing`]);
      expect(location.pathname).not.to.equal('/pricing');
    });

    it('stays where the visitor does not want to leave any more', async () => {
      const going = page.guide.go({url: '/pricing'}, () => Promise.resolve(false));
      expect(await going).to.deep.equal({result: 'unconfirmed'});
      expect(page.loaded).to.deep.equal([]);
    });

    it('loads nothing for a section of this page, nor where a router is registered', async () => {
      const plans = page.section('plans');
      await page.guide.go({url: '#plans'});
      expect(page.scrolled).to.deep.equal([plans]);
      page.route(path => {
        history.pushState(null, '', path);
        page.content.innerText = 'Prices';
      });
      await page.guide.go({url: '/pricing'});
      expect(page.loaded).to.deep.equal([]);
    });

    it('shows the section for which an earlier page has left for this one', async () => {
      const going = page.guide.arrive({url: here(), sectionSelector: '#late'});
      const late = page.section('late');
      expect(await going).to.deep.equal({result: 'done'});
      expect(page.scrolled).to.deep.equal([late]);
      expect(page.arrivals).to.deep.equal([location.pathname]);
    });

    it('does not take a redirect for an arrival', async () => {
      expect(await page.guide.arrive({url: '/account'})).to.deep.equal({result: 'unconfirmed'});
      expect(page.arrivals).to.deep.equal([]);
    });
  });

  it('survives a router that throws, and says whose fault it is', async () => {
    page.route(() => {
      throw new Error('No such route');
    });
    const going = page.guide.go({url: '/pricing'});
    expect(await page.outcomeOf(going)).to.deep.equal({result: 'unconfirmed'});
    expect(said.lines[0]).to.equal(
      '[aiw:navigation] The handler given to onNavigate() threw: Error: No such route',
    );
    expect(page.arrivals, 'nobody has arrived anywhere').to.deep.equal([]);
  });

  for (const [url, reason] of [
    ['https://evil.test/', 'other-origin'],
    ['//evil.test', 'unsafe-url'],
    ['javascript:alert(1)', 'unsafe-url'],
    ['/.//evil.test', 'unsafe-url'],
  ] as const) {
    it(`refuses ${url} and stays where it is`, async () => {
      const before = location.href;
      expect(await page.guide.go({url})).to.deep.equal({result: 'refused', reason});
      expect(location.href).to.equal(before);
      expect(page.arrivals).to.deep.equal([]);
    });
  }
});
