import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';
import '../panel/panel.define.js';
import {axeFaults} from '../../../testing/harness/axe.js';
import {type AiwTalkButton, type HoldEvent} from './talk-button.js';

/** A talk button whose call does what it is told. */
async function open() {
  const element = await fixture<AiwTalkButton>(html`<aiw-talk-button></aiw-talk-button>`);
  const told: boolean[] = [];
  element.addEventListener('aiw-hold', event => {
    const {down} = event as HoldEvent;
    told.push(down);
    element.held = down;
  });
  const button = element.renderRoot.querySelector('button');
  if (!button) throw new Error('There is no button.');
  const {left, top, width, height} = button.getBoundingClientRect();
  const middle: [number, number] = [Math.round(left + width / 2), Math.round(top + height / 2)];
  await sendMouse({type: 'move', position: middle});
  return {element, button, told};
}

describe('aiw-talk-button', () => {
  it('is held by the mouse, wherever that goes meanwhile', async () => {
    const {element, button, told} = await open();
    await sendMouse({type: 'down'});
    await element.updateComplete;
    expect(told).to.deep.equal([true]);
    expect([button.ariaPressed, button.innerText.trim()]).to.deep.equal([
      'true',
      'Listening. Let go to send',
    ]);
    await sendMouse({type: 'move', position: [2, 500]});
    expect(told).to.deep.equal([true]);
    await sendMouse({type: 'up'});
    await element.updateComplete;
    expect([told, button.innerText.trim()]).to.deep.equal([[true, false], 'Hold to talk']);
  });

  for (const key of ['Space', 'Enter']) {
    it(`is held by ${key}`, async () => {
      const {element, button, told} = await open();
      button.focus();
      await sendKeys({down: key});
      await sendKeys({down: key});
      await element.updateComplete;
      expect(told, 'a key that repeats is one').to.deep.equal([true]);
      await sendKeys({up: key});
      expect(told, 'no click on top of it').to.deep.equal([true, false]);
    });
  }

  it('is turned on and off by a click without pointer and key', async () => {
    const {element, button, told} = await open();
    button.click();
    await element.updateComplete;
    button.click();
    expect(told).to.deep.equal([true, false]);
  });

  it('lets go when focus leaves it, and when it is taken away', async () => {
    const {element, button, told} = await open();
    button.focus();
    await sendKeys({down: 'Space'});
    await element.updateComplete;
    button.blur();
    expect(told).to.deep.equal([true, false]);
    await sendKeys({up: 'Space'});
    button.focus();
    await sendKeys({down: 'Space'});
    await element.updateComplete;
    element.remove();
    expect(told.at(-1)).to.be.false;
    await sendKeys({up: 'Space'});
  });

  it('does nothing without a microphone', async () => {
    const {element, told} = await open();
    element.disabled = true;
    await element.updateComplete;
    await sendMouse({type: 'down'});
    await sendMouse({type: 'up'});
    expect(told).to.deep.equal([]);
  });

  it('passes axe, held and not', async () => {
    const {element} = await open();
    expect(await axeFaults(element)).to.deep.equal([]);
    element.held = true;
    await element.updateComplete;
    expect(await axeFaults(element)).to.deep.equal([]);
  });
});
