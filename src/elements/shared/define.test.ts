import {expect} from '@open-wc/testing';
import {VERSION, define} from './define.js';

/** What the console was warned of while `act` ran. */
function warningsOf(act: () => void): string[] {
  const {warn} = console;
  const warnings: string[] = [];
  console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
  try {
    act();
  } finally {
    console.warn = warn;
  }
  return warnings;
}

describe('define', () => {
  it('registers an element, and is silent when the same one comes again', () => {
    class Once extends HTMLElement {}
    const warnings = warningsOf(() => {
      define('test-once', Once);
      define('test-once', Once);
    });
    expect(customElements.get('test-once')).to.equal(Once);
    expect(warnings).to.deep.equal([]);
  });

  it('keeps the first of two copies and names both versions, once', () => {
    class First extends HTMLElement {
      static version = '0.0.9';
    }
    customElements.define('test-first', First);
    customElements.define('test-second', class extends HTMLElement {});
    const warnings = warningsOf(() => {
      define('test-first', class extends HTMLElement {});
      define('test-second', class extends HTMLElement {});
    });
    expect(customElements.get('test-first')).to.equal(First);
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain('0.0.9').and.to.contain(VERSION);
  });
});
