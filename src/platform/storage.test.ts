import {expect} from '@open-wc/testing';
import {widgetToken} from '../../testing/fake-backend/responses.js';
import {eraseStorage, WidgetStorage} from './storage.js';
import {hasLeftovers} from './storage-keys.js';
import {moveStorage} from './storage-mode.js';

describe('a widget’s storage', () => {
  const storage = new WidgetStorage(widgetToken(1));
  beforeEach(() => localStorage.clear());

  it('keeps values under one prefix of its own token', () => {
    storage.write('visits', {count: 2});
    expect(Object.keys(localStorage)).to.deep.equal([`aiw:${widgetToken(1)}:visits`]);
    expect(storage.read('visits')).to.deep.equal({count: 2});
    expect(new WidgetStorage(widgetToken(2)).read('visits')).to.equal(null);
  });

  it('forgets a value by null', () => {
    storage.write('visits', 1);
    storage.write('visits', null);
    expect(localStorage).to.have.length(0);
  });

  it('takes a damaged value for none', () => {
    localStorage.setItem(`aiw:${widgetToken(1)}:visits`, '{"count":');
    expect(storage.read('visits')).to.equal(null);
  });

  it('keeps what is for the tab only apart', () => {
    const session = new WidgetStorage(widgetToken(1), 'sessionStorage');
    session.write('visits', 3);
    expect(Object.keys(sessionStorage)).to.deep.equal([`aiw:${widgetToken(1)}:visits`]);
    expect([session.read('visits'), storage.read('visits')]).to.deep.equal([3, null]);
    session.write('visits', null);
    expect(sessionStorage).to.have.length(0);
  });

  it('tells whether an earlier page left a call or captures behind', () => {
    const token = widgetToken(1);
    expect(hasLeftovers(token)).to.be.false;
    for (const [area, key] of [
      ['sessionStorage', 'call'],
      ['localStorage', 'captures'],
    ] as const) {
      const own = new WidgetStorage(token, area);
      own.write(key, {});
      expect(hasLeftovers(token), key).to.be.true;
      own.write(key, null);
      expect(hasLeftovers(token), key).to.be.false;
    }
  });

  it('remembers for as long as the page where the browser blocks it', () => {
    const descriptor = Object.getOwnPropertyDescriptor(window, 'localStorage');
    Object.defineProperty(window, 'localStorage', {
      configurable: true,
      get() {
        throw new DOMException('Blocked', 'SecurityError');
      },
    });
    try {
      storage.write('visits', 1);
      expect(storage.read('visits')).to.equal(1);
      expect(new WidgetStorage(widgetToken(1)).read('visits'), 'all of the page').to.equal(1);
      expect(new WidgetStorage(widgetToken(2)).read('visits')).to.equal(null);
      storage.write('visits', null);
      expect(storage.read('visits')).to.equal(null);
      expect(hasLeftovers(widgetToken(1))).to.be.false;
    } finally {
      if (descriptor) Object.defineProperty(window, 'localStorage', descriptor);
    }
  });

  it('is erased in one call, in both areas, and nothing of anybody else', () => {
    const session = new WidgetStorage(widgetToken(1), 'sessionStorage');
    const other = new WidgetStorage(widgetToken(2));
    localStorage.setItem('theirs', '1');
    other.write('visits', 2);
    storage.write('visits', 1);
    session.write('closed', true);
    eraseStorage(widgetToken(1));
    expect([storage.read('visits'), session.read('closed')]).to.deep.equal([null, null]);
    expect(Object.keys(localStorage)).to.have.members([`aiw:${widgetToken(2)}:visits`, 'theirs']);
    expect(sessionStorage).to.have.length(0);
    other.write('visits', null);
    localStorage.clear();
  });

  describe('that the site does not allow', () => {
    const token = widgetToken(3);
    const local = new WidgetStorage(token);
    const session = new WidgetStorage(token, 'sessionStorage');
    const lengths = () => [localStorage.length, sessionStorage.length];
    beforeEach(() => {
      localStorage.clear();
      sessionStorage.clear();
      moveStorage(token, true);
    });
    afterEach(() => {
      eraseStorage(token);
      moveStorage(token, false);
    });

    it('is the page’s memory, and nothing is read or written', () => {
      localStorage.setItem(`aiw:${token}:sound`, '{"volume":0.1}');
      expect(local.read('sound')).to.equal(null);
      local.write('captures', [1]);
      session.write('closed', true);
      expect([local.read('captures'), session.read('closed')]).to.deep.equal([[1], true]);
      expect(lengths()).to.deep.equal([1, 0]);
      expect(hasLeftovers(token)).to.be.false;
    });

    it('is erased from the page’s memory too', () => {
      local.write('captures', [1]);
      eraseStorage(token);
      expect(local.read('captures')).to.equal(null);
    });

    it('moves into the browser once the site says yes, and loses no capture of either', () => {
      localStorage.setItem(`aiw:${token}:captures`, '[{"id":"a"},{"id":"b"}]');
      local.write('captures', [{id: 'b'}, {id: 'c'}]);
      local.write('firings', {rule: 2});
      localStorage.setItem(`aiw:${token}:firings`, '{"other":1}');
      local.write('sound', {volume: 0.4});
      localStorage.setItem(`aiw:${token}:sound`, '{damaged');
      moveStorage(token, false);
      expect(JSON.parse(localStorage.getItem(`aiw:${token}:captures`) ?? '')).to.deep.equal([
        {id: 'a'},
        {id: 'b'},
        {id: 'c'},
      ]);
      expect(local.read('firings')).to.deep.equal({other: 1, rule: 2});
      expect(local.read('sound')).to.deep.equal({volume: 0.4});
      local.write('captures', null);
      expect(local.read('captures'), 'none is left behind in memory').to.equal(null);
    });

    it('counts this visit as one more, once', () => {
      for (const [isCounted, visits] of [
        [false, 5],
        [true, 4],
      ] as const) {
        moveStorage(token, true);
        eraseStorage(token);
        localStorage.setItem(`aiw:${token}:visits`, '4');
        if (isCounted) sessionStorage.setItem(`aiw:${token}:visits`, 'true');
        local.write('visits', 1);
        session.write('visits', true);
        moveStorage(token, false);
        expect(local.read('visits')).to.equal(visits);
      }
    });

    it('keeps in memory, when it is taken back, what was in the browser', () => {
      moveStorage(token, false);
      local.write('captures', [{id: 'a'}]);
      local.write('sound', {volume: 0.4});
      session.write('closed', true);
      expect(lengths()).to.deep.equal([2, 1]);
      moveStorage(token, true);
      expect(lengths()).to.deep.equal([0, 0]);
      expect(local.read('captures')).to.deep.equal([{id: 'a'}]);
      expect(local.read('sound')).to.deep.equal({volume: 0.4});
      expect(session.read('closed')).to.be.true;
    });
  });
});
