import {expect} from '@open-wc/testing';
import {SessionLock} from './session-lock.js';

describe('the hold of a page on a session', () => {
  const locks: SessionLock[] = [];
  const page = () => {
    const lock = new SessionLock();
    locks.push(lock);
    return lock;
  };
  afterEach(() => locks.splice(0).forEach(lock => lock.release()));

  it('is one page’s, and asked for again the same', async () => {
    const lock = page();
    expect(await lock.take('s1')).to.be.true;
    expect(await lock.take('s1')).to.be.true;
    expect(await page().take('s2'), 'another session').to.be.true;
  });

  it('is not taken from a page that has it', async () => {
    await page().take('s1');
    expect(await page().take('s1')).to.be.false;
  });

  it('comes as soon as the page before lets go', async () => {
    const before = page();
    await before.take('s1');
    const taking = page().take('s1');
    before.release();
    expect(await taking).to.be.true;
  });

  it('goes with a change of session', async () => {
    const lock = page();
    await lock.take('s1');
    await lock.take('s2');
    expect(await page().take('s1')).to.be.true;
  });

  it('is anybody’s where the browser has no locks', async () => {
    Object.defineProperty(navigator, 'locks', {configurable: true, value: undefined});
    try {
      expect(await page().take('s1')).to.be.true;
      expect(await page().take('s1')).to.be.true;
    } finally {
      Reflect.deleteProperty(navigator, 'locks');
    }
  });
});
