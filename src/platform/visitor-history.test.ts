import {expect} from '@open-wc/testing';
import {eraseStorage} from './storage.js';
import {storagePrefix} from './storage-keys.js';
import {VisitorHistory} from './visitor-history.js';

const TOKEN = 'wt_history';

/** Another tab, or the next day: what belongs to this tab is gone. */
const nextVisit = () => {
  sessionStorage.clear();
  return new VisitorHistory(TOKEN);
};

describe('what triggers remember of a visitor', () => {
  let history: VisitorHistory;
  beforeEach(() => {
    history = new VisitorHistory(TOKEN);
  });
  afterEach(() => {
    localStorage.clear();
    sessionStorage.clear();
  });

  it('is nothing at first, and nothing is written by looking', () => {
    expect(history.firings).to.deep.equal({inSession: [], lastFiredMs: {}});
    expect(history.visitCount).to.equal(1);
    expect(history.hasClosed).to.be.false;
    expect(history.wantsNoTeaser).to.be.false;
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });

  it('counts a visit once, and the next one as another', () => {
    history.recordVisit();
    history.recordVisit();
    expect(history.visitCount).to.equal(1);
    const next = nextVisit();
    expect(next.visitCount).to.equal(2);
    next.recordVisit();
    expect(next.visitCount).to.equal(2);
    expect(nextVisit().visitCount).to.equal(3);
  });

  it('keeps cooldowns in days for the visitor, and those of the session for the tab', () => {
    history.firings = {inSession: ['a'], lastFiredMs: {b: 5}};
    expect(new VisitorHistory(TOKEN).firings).to.deep.equal({
      inSession: ['a'],
      lastFiredMs: {b: 5},
    });
    expect(nextVisit().firings).to.deep.equal({inSession: [], lastFiredMs: {b: 5}});
  });

  it('writes no firing that no cooldown asks for', () => {
    history.firings = {inSession: [], lastFiredMs: {}};
    expect(localStorage.length + sessionStorage.length).to.equal(0);
  });

  it('forgets the closing with the tab, and a refused teaser never', () => {
    history.recordClosed();
    history.recordNoTeaser();
    expect(new VisitorHistory(TOKEN).hasClosed).to.be.true;
    const next = nextVisit();
    expect(next.hasClosed).to.be.false;
    expect(next.wantsNoTeaser).to.be.true;
  });

  it('is under the widget’s own prefix, and another widget’s is another’s', () => {
    history.recordNoTeaser();
    expect(Object.keys(localStorage)).to.deep.equal([`${storagePrefix(TOKEN)}no-teaser`]);
    expect(new VisitorHistory('wt_other').wantsNoTeaser).to.be.false;
  });

  for (const damaged of ['5', '"x"', 'null', '{']) {
    it(`is nothing where ${damaged} stands in its place`, () => {
      for (const storage of [localStorage, sessionStorage]) {
        storage.setItem(`${storagePrefix(TOKEN)}firings`, damaged);
      }
      expect(history.firings).to.deep.equal({inSession: [], lastFiredMs: {}});
    });
  }

  it('holds for the open page where storage is blocked', () => {
    const {setItem} = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    try {
      history.recordClosed();
      history.firings = {inSession: ['a'], lastFiredMs: {}};
      expect(history.hasClosed).to.be.true;
      expect(history.firings.inSession).to.deep.equal(['a']);
    } finally {
      Storage.prototype.setItem = setItem;
    }
    expect(new VisitorHistory(TOKEN).hasClosed, 'whoever asks on this page').to.be.true;
    eraseStorage(TOKEN);
    expect(new VisitorHistory(TOKEN).hasClosed).to.be.false;
  });
});
