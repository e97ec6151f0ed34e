import {expect} from '@open-wc/testing';
import {FakeClock} from '../../testing/fixtures/fake-clock.js';
import {LazyGuide} from './lazy-guide.js';

/** A guide on a page with one section to go to. */
function fixture() {
  const section = document.createElement('section');
  section.id = 'plans';
  document.body.append(section);
  const arrivals: string[] = [];
  const clock = new FakeClock();
  const guide = new LazyGuide({
    judge: page => ({url: new URL(page), tier: 0, sectionSelector: '#plans'}),
    handler: () => null,
    onArrival: path => arrivals.push(path),
    isTyping: () => false,
    load: () => {},
    clock,
  });
  return {
    guide,
    arrivals,
    go: () => guide.go({url: '/', sectionSelector: '#plans'}),
    leave() {
      guide.stop();
      section.remove();
    },
  };
}

describe('guided navigation that is still on its way', () => {
  let test: ReturnType<typeof fixture>;
  beforeEach(() => (test = fixture()));
  afterEach(() => test.leave());

  it('goes once it is there', async () => {
    expect(await test.go()).to.deep.equal({result: 'done'});
    expect(test.arrivals).to.deep.equal([location.pathname]);
  });

  it('goes nowhere where the widget has left the page meanwhile, and again once it is back', async () => {
    const going = test.go();
    test.guide.stop();
    expect(await going).to.deep.equal({result: 'refused', reason: 'unavailable'});
    expect(test.arrivals).to.deep.equal([]);
    expect(await test.go()).to.deep.equal({result: 'done'});
  });
});
