import {expect, fixture, html, nextFrame} from '@open-wc/testing';
import {ORB_STATES} from '../../call/orb-state.js';
import {orbContext, type OrbFeed} from '../../controllers/call-context.js';
import {ContextProvider} from '@lit/context';
import {axeFaults} from '../../../testing/harness/axe.js';
import {letThingsMove} from '../../../testing/harness/motion.js';
import type {AiwOrb} from './orb.js';
import './orb.define.js';

const faceOf = (orb: AiwOrb) => orb.shadowRoot?.firstElementChild as HTMLElement;
const levelOf = (orb: AiwOrb) => Number(faceOf(orb).style.getPropertyValue('--_l'));

/** Resolves once the orb has been told whether it is on screen, and a few frames went by. */
async function frames(count = 8) {
  for (let i = 0; i < count; i++) await nextFrame();
}

async function fed(feed: OrbFeed, template = html`<aiw-orb></aiw-orb>`) {
  const host = await fixture<HTMLElement>(html`<div></div>`);
  const provider = new ContextProvider(host, {context: orbContext, initialValue: feed});
  const orb = await fixture<AiwOrb>(template, {parentNode: host});
  return {orb, provider};
}

describe('aiw-orb', () => {
  before(letThingsMove);

  for (const state of ORB_STATES) {
    it(`shows ${state} and tells it without colour`, async () => {
      const orb = await fixture<AiwOrb>(html`<aiw-orb state=${state}></aiw-orb>`);
      expect(faceOf(orb).className).to.equal(state);
      expect(orb.shadowRoot?.querySelector('path')?.getAttribute('d') === '').to.equal(
        state === 'idle',
      );
      expect(await axeFaults(orb)).to.deep.equal([]);
    });
  }

  it('shows idle for a state it does not know', async () => {
    const orb = await fixture<AiwOrb>(html`<aiw-orb state="dancing"></aiw-orb>`);
    expect(orb.state).to.equal('idle');
    expect(faceOf(orb).className).to.equal('idle');
  });

  it('reflects its state', async () => {
    const orb = await fixture<AiwOrb>(html`<aiw-orb></aiw-orb>`);
    expect(orb.hasAttribute('state')).to.equal(false);
    orb.state = 'thinking';
    await orb.updateComplete;
    expect(orb.getAttribute('state')).to.equal('thinking');
  });

  it('shows the state of the widget it stands in, and follows it', async () => {
    const {orb, provider} = await fed({state: 'thinking'});
    expect(faceOf(orb).className).to.equal('thinking');
    provider.setValue({state: 'muted'});
    await orb.updateComplete;
    expect(faceOf(orb).className).to.equal('muted');
  });

  it('keeps to a state of its own inside a widget', async () => {
    const {orb} = await fed({state: 'thinking'}, html`<aiw-orb state="idle"></aiw-orb>`);
    expect(faceOf(orb).className).to.equal('idle');
  });

  it('follows the level while speaking', async () => {
    const orb = await fixture<AiwOrb>(html`<aiw-orb state="speaking" level="0.8"></aiw-orb>`);
    await frames();
    expect(levelOf(orb)).to.be.within(0.3, 0.8);
  });

  it('clamps a level out of range', async () => {
    const orb = await fixture<AiwOrb>(html`<aiw-orb state="listening" level="40"></aiw-orb>`);
    await frames(20);
    expect(levelOf(orb)).to.be.within(0.5, 1);
  });

  it('reads no level while it has none to follow', async () => {
    let reads = 0;
    const level = () => {
      reads++;
      return 0.5;
    };
    const {provider} = await fed({state: 'idle', level});
    await frames();
    expect(reads).to.equal(0);
    provider.setValue({state: 'listening', level});
    await frames();
    expect(reads).to.be.greaterThan(0);
  });

  it('runs no frame loop off screen, nor once it is removed', async () => {
    let reads = 0;
    const {orb} = await fed({state: 'speaking', level: () => ++reads && 0.5});
    await frames();
    orb.style.cssText = 'position: fixed; top: -500px';
    await frames();
    const before = reads;
    await frames();
    expect(reads).to.equal(before);
    orb.style.cssText = '';
    await frames();
    expect(reads).to.be.greaterThan(before);
    orb.remove();
    const after = reads;
    await frames();
    expect(reads).to.equal(after);
  });

  it('moves by transform and opacity alone', async () => {
    for (const state of ORB_STATES) {
      const orb = await fixture<AiwOrb>(html`<aiw-orb state=${state}></aiw-orb>`);
      const moved = faceOf(orb)
        .getAnimations({subtree: true})
        .filter(animation => animation instanceof CSSAnimation)
        .flatMap(({effect}) => (effect as KeyframeEffect).getKeyframes())
        .flatMap(keyframe => Object.keys(keyframe))
        .filter(name => !['offset', 'computedOffset', 'easing', 'composite'].includes(name));
      for (const property of moved) expect(['transform', 'opacity']).to.include(property);
      if (state === 'failed') expect(moved).to.deep.equal([]);
    }
  });
});
