import {expect} from '@open-wc/testing';
import {PageWatch} from './page-watch.js';

describe('the watch on the page’s address', () => {
  const home = location.href;
  const title = document.title;
  let told: string[];
  let watch: PageWatch;
  let heard: () => void;
  const next = () => new Promise<void>(resolve => (heard = resolve));
  beforeEach(() => {
    told = [];
    heard = () => {};
    watch = new PageWatch((url, name) => {
      told.push(`${new URL(url).pathname} ${name}`);
      heard();
    });
    watch.start();
  });
  afterEach(() => {
    watch.stop();
    history.replaceState(null, '', home);
    document.title = title;
  });

  it('tells where an app has moved, with the title it has by then', async () => {
    const moved = next();
    history.pushState(null, '', '/pricing');
    document.title = 'Pricing';
    await moved;
    expect(told).to.deep.equal(['/pricing Pricing']);
  });

  it('tells of the last place only, where an app redirects at once', async () => {
    const moved = next();
    history.pushState(null, '', '/old');
    history.replaceState(null, '', '/new');
    await moved;
    expect(told.map(line => line.split(' ')[0])).to.deep.equal(['/new']);
  });

  it('tells of a step back', async () => {
    const there = next();
    history.pushState(null, '', '/pricing');
    await there;
    const back = next();
    history.back();
    await back;
    expect(told).to.have.length(2);
  });

  it('tells nothing where the address stays as it is', () => {
    dispatchEvent(new PopStateEvent('popstate'));
    history.replaceState({page: 2}, '');
    expect(told).to.deep.equal([]);
  });

  it('tells nothing once it has stopped, not even what it had noticed', async () => {
    history.pushState(null, '', '/pricing');
    watch.stop();
    history.pushState(null, '', '/support');
    await new Promise(resolve => setTimeout(resolve, 0));
    expect(told).to.deep.equal([]);
  });

  it('leaves the page’s history methods as they are', () => {
    expect(Object.hasOwn(history, 'pushState')).to.be.false;
    expect(String(history.pushState)).to.contain('[native code]');
  });

  it('looks for itself where the browser does not tell', async () => {
    watch.stop();
    const {setInterval} = window;
    let look = () => {};
    Object.defineProperty(window, 'navigation', {configurable: true, value: undefined});
    Object.assign(window, {
      setInterval: (callback: () => void) => {
        look = callback;
        return 0;
      },
    });
    try {
      watch.start();
      history.pushState(null, '', '/support');
      const moved = next();
      look();
      await moved;
      expect(told.map(line => line.split(' ')[0])).to.deep.equal(['/support']);
    } finally {
      Object.assign(window, {setInterval});
      Reflect.deleteProperty(window, 'navigation');
    }
  });
});
