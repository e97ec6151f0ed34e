import {expect, fixture, html, nextFrame, oneEvent, waitUntil} from '@open-wc/testing';
import {emulateMedia} from '@web/test-runner-commands';
import {axeFaults, movementOver} from '../../../testing/harness/axe.js';
import {key, press} from '../../../testing/harness/gestures.js';
import './teaser.define.js';
import type {AiwTeaser} from './teaser.js';

const WORDS = 'Not sure which plan fits? Ask me.';
const AVATAR =
  'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>';

describe('the teaser', () => {
  let teaser: AiwTeaser;
  const show = async (changes: Partial<AiwTeaser> = {}, placement = 'bottom-right') => {
    const corner = await fixture(
      html`<div style="position:fixed;right:20px;bottom:20px;width:60px;height:60px">
        <aiw-teaser name="Ava" text=${WORDS} placement=${placement}></aiw-teaser>
      </div>`,
    );
    teaser = corner.firstElementChild as AiwTeaser;
    Object.assign(teaser, changes);
    await teaser.updateComplete;
    await nextFrame();
    await teaser.updateComplete;
    await movementOver();
  };
  const card = () => teaser.renderRoot.querySelector('[part=teaser]');
  const words = () => button('open').textContent?.replace(/\s+/g, ' ').trim() ?? '';
  const button = (name: 'open' | 'icon') =>
    teaser.renderRoot.querySelector<HTMLButtonElement>(`.${name}`) as HTMLButtonElement;

  it('says who it is from, and what', async () => {
    await show();
    expect(words()).to.equal(`Ava ${WORDS}`);
  });

  it('has its words run their own way, whatever the page’s', async () => {
    await show({text: 'لست متأكدًا من الخطة؟ اسألني.'});
    const text = teaser.renderRoot.querySelector('.text') as Element;
    expect(getComputedStyle(text).direction).to.equal('rtl');
    await show();
    const plain = teaser.renderRoot.querySelector('.text') as Element;
    expect(getComputedStyle(plain).direction).to.equal('ltr');
  });

  it('shows the agent’s picture where there is one', async () => {
    await show({avatarUrl: AVATAR});
    expect(teaser.renderRoot.querySelector('img')?.src).to.equal(AVATAR);
    await show();
    expect(teaser.renderRoot.querySelector('img') === null).to.be.true;
  });

  it('is read out politely, and takes no focus', async () => {
    const late = document.createElement('aiw-teaser');
    Object.assign(late, {name: 'Ava', text: WORDS});
    document.body.append(late);
    const region = () => late.renderRoot.querySelector('[role=status]');
    await late.updateComplete;
    expect(region()?.textContent, 'empty first: what comes later is announced').to.equal('');
    await waitUntil(() => region()?.textContent === `Ava: ${WORDS}`);
    expect(document.activeElement === document.body).to.be.true;
    late.remove();
  });

  it('opens by a press, and by the keyboard', async () => {
    await show();
    const pressed = oneEvent(teaser, 'aiw-teaser-open');
    await press(button('open'));
    await pressed;
    const entered = oneEvent(teaser, 'aiw-teaser-open');
    button('open').focus();
    await key('Enter');
    await entered;
  });

  it('opens by nothing that a script makes up', async () => {
    await show();
    const heard: string[] = [];
    teaser.addEventListener('aiw-teaser-open', ({type}) => heard.push(type));
    button('open').click();
    expect(heard).to.deep.equal([]);
  });

  it('is dismissed by its button, and by Escape within', async () => {
    await show();
    const pressed = oneEvent(teaser, 'aiw-teaser-dismiss');
    await press(button('icon'));
    await pressed;
    const escaped = oneEvent(teaser, 'aiw-teaser-dismiss');
    button('open').focus();
    await key('Escape');
    await escaped;
  });

  it('has buttons that a finger can hit', async () => {
    await show();
    for (const name of ['open', 'icon'] as const) {
      const {width, height} = button(name).getBoundingClientRect();
      expect(Math.min(width, height), name).to.be.at.least(44);
    }
  });

  for (const placement of ['bottom-right', 'bottom-left', 'top-right', 'top-left']) {
    it(`stands beside the launcher at the ${placement}`, async () => {
      await show({}, placement);
      const corner = (teaser.parentElement as Element).getBoundingClientRect();
      const {top, right, bottom, left} = (card() as Element).getBoundingClientRect();
      if (placement.startsWith('bottom')) expect(bottom).to.be.below(corner.top);
      else expect(top).to.be.above(corner.bottom);
      if (placement.endsWith('right')) expect(right).to.equal(corner.right);
      else expect(left).to.equal(corner.left);
    });
  }

  it('covers nothing but its card', async () => {
    await show();
    const {left, top, bottom} = (card() as Element).getBoundingClientRect();
    expect(document.elementFromPoint(left + 40, (top + bottom) / 2) === teaser).to.be.true;
    expect(document.elementFromPoint(left + 40, bottom + 4) === teaser).to.be.false;
    expect(document.elementFromPoint(left - 4, (top + bottom) / 2) === teaser).to.be.false;
  });

  it('does not move where the visitor wants no movement', async () => {
    await emulateMedia({reducedMotion: 'reduce'});
    await show();
    expect(getComputedStyle(card() as Element).animationName).to.equal('none');
    await emulateMedia({reducedMotion: 'no-preference'});
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is accessible on a ${colorScheme} page`, async () => {
      await emulateMedia({colorScheme});
      await show({avatarUrl: AVATAR});
      expect(await axeFaults(teaser)).to.deep.equal([]);
      await emulateMedia({colorScheme: 'light'});
    });
  }
});
