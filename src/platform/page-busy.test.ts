import {expect, fixtureSync} from '@open-wc/testing';
import {isPageBusy} from './page-busy.js';

describe('a page is busy', () => {
  const own = document.createElement('div');
  beforeEach(() => {
    document.body.append(own);
  });
  afterEach(() => {
    own.remove();
  });
  const show = (html: string) => fixtureSync<HTMLElement>(html);
  const fieldIn = (host: Element) => {
    const field = document.createElement('input');
    (host.shadowRoot ?? host.attachShadow({mode: 'open'})).replaceChildren(field);
    return field;
  };

  for (const field of [
    '<input>',
    '<input type="email">',
    '<input type="checkbox">',
    '<textarea></textarea>',
    '<select><option>1</select>',
    '<div contenteditable tabindex="0">x</div>',
    '<div role="textbox" tabindex="0">x</div>',
    '<iframe srcdoc="<input>" tabindex="0"></iframe>',
  ]) {
    it(`while the cursor is in ${field}`, () => {
      const element = show(field);
      expect(isPageBusy(own)).to.be.false;
      element.focus();
      expect(isPageBusy(own)).to.be.true;
    });
  }

  it('while the cursor is in a field inside a shadow tree', () => {
    fieldIn(show('<div></div>')).focus();
    expect(isPageBusy(own)).to.be.true;
  });

  for (const control of ['<button>Go</button>', '<input type="submit">', '<a href="#x">x</a>']) {
    it(`not while ${control} has focus`, () => {
      show(control).focus();
      expect(isPageBusy(own)).to.be.false;
    });
  }

  it('not by what is in the widget itself', () => {
    fieldIn(own).focus();
    expect(isPageBusy(own)).to.be.false;
  });

  for (const dialog of [
    '<dialog open>Hello</dialog>',
    '<div role="dialog">Cookies</div>',
    '<div role="alertdialog">Sure?</div>',
    '<div aria-modal="true">Sign in</div>',
  ]) {
    it(`while ${dialog} is shown, and not while it is hidden`, () => {
      const element = show(dialog);
      expect(isPageBusy(own)).to.be.true;
      element.style.visibility = 'hidden';
      expect(isPageBusy(own)).to.be.false;
      element.style.cssText = 'display: none';
      expect(isPageBusy(own)).to.be.false;
      element.style.cssText = 'opacity: 0';
      expect(isPageBusy(own)).to.be.false;
    });
  }

  it('while a dialog inside a shadow tree is shown', () => {
    const dialog = document.createElement('dialog');
    dialog.textContent = 'Hello';
    show('<div></div>').attachShadow({mode: 'open'}).append(dialog);
    expect(isPageBusy(own)).to.be.false;
    dialog.showModal();
    expect(isPageBusy(own)).to.be.true;
  });

  it('not by a dialog of the widget itself', () => {
    const shadow = own.shadowRoot ?? own.attachShadow({mode: 'open'});
    const dialog = document.createElement('dialog');
    dialog.textContent = 'Conversation';
    shadow.replaceChildren(dialog);
    dialog.show();
    dialog.blur();
    expect(isPageBusy(own)).to.be.false;
    shadow.replaceChildren();
  });

  const box = 'position:fixed;top:90px;left:90px;width:200px;height:90px';
  for (const [what, html, busy] of [
    ['whose parts are all fixed', `<div role="dialog"><p style="${box}">Hello</p></div>`, true],
    ['that readers are not told of', `<div role="dialog" aria-hidden="true">Hello</div>`, false],
    ['that is inert', '<div inert><div role="dialog">Hello</div></div>', false],
    ['that waits off screen', `<div role="dialog" style="${box};left:100%">Menu</div>`, false],
    ['that is empty', '<div role="dialog"></div>', false],
  ] as const) {
    it(`${busy ? 'while' : 'not while'} there is a dialog ${what}`, () => {
      show(html);
      expect(isPageBusy(own)).to.equal(busy);
    });
  }

  it('while something fills the screen', () => {
    Object.defineProperty(document, 'fullscreenElement', {configurable: true, value: own});
    expect(isPageBusy(own)).to.be.true;
    Reflect.deleteProperty(document, 'fullscreenElement');
    expect(isPageBusy(own)).to.be.false;
  });
});
