import {expect} from '@open-wc/testing';
import {copy} from './clipboard.js';

describe('the clipboard', () => {
  const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
  const {execCommand} = document;

  const clipboardIs = (writeText: (text: string) => Promise<void>) =>
    Object.defineProperty(navigator, 'clipboard', {configurable: true, value: {writeText}});
  afterEach(() => {
    if (own) Object.defineProperty(navigator, 'clipboard', own);
    else Reflect.deleteProperty(navigator, 'clipboard');
    document.execCommand = execCommand;
  });

  it('is given the text', async () => {
    const written: string[] = [];
    clipboardIs(async text => void written.push(text));
    expect(await copy('Starter costs $19.')).to.equal(true);
    expect(written).to.deep.equal(['Starter costs $19.']);
  });

  it('is reached the old way where the page may not use the new one', async () => {
    clipboardIs(() => Promise.reject(new DOMException('', 'NotAllowedError')));
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    let selected = '';
    document.execCommand = () => {
      const {activeElement} = document;
      selected = activeElement instanceof HTMLTextAreaElement ? activeElement.value : '';
      return true;
    };
    const before = document.body.childElementCount;
    expect(await copy('Starter')).to.equal(true);
    expect(selected).to.equal('Starter');
    expect(document.body.childElementCount).to.equal(before);
    expect(document.activeElement).to.equal(field);
    field.remove();
  });

  it('may be closed altogether', async () => {
    clipboardIs(() => Promise.reject(new DOMException('', 'NotAllowedError')));
    document.execCommand = () => {
      throw new Error('gone');
    };
    expect(await copy('Starter')).to.equal(false);
  });
});
