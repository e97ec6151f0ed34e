import {expect} from '@open-wc/testing';
import {type} from '../../testing/harness/gestures.js';
import {TypingWatch} from './typing-watch.js';

describe('the watch on the visitor’s typing', () => {
  let now = 0;
  let watch: TypingWatch;
  let host: HTMLElement;
  let field: HTMLTextAreaElement;
  beforeEach(() => {
    now = 0;
    watch = new TypingWatch(() => now);
    watch.start();
    host = document.createElement('div');
    field = document.createElement('textarea');
    host.attachShadow({mode: 'open'}).append(field);
    document.body.append(host);
    field.focus();
  });
  afterEach(() => {
    watch.stop();
    host.remove();
  });

  it('takes a field that only has focus for nothing', () => {
    expect(watch.isTyping).to.be.false;
  });

  it('notices what is typed, in a shadow tree too, for half a minute', async () => {
    await type('hi');
    expect(watch.isTyping).to.be.true;
    now = 29_000;
    expect(watch.isTyping).to.be.true;
    now = 31_000;
    expect(watch.isTyping).to.be.false;
  });

  it('lets go when the field has lost focus', async () => {
    await type('hi');
    field.blur();
    expect(watch.isTyping).to.be.false;
  });

  it('is not fooled by the page’s own events', () => {
    field.dispatchEvent(new InputEvent('input', {bubbles: true, composed: true}));
    expect(watch.isTyping).to.be.false;
  });
});
