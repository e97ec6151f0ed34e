import {expect, fixture, html} from '@open-wc/testing';
import {stories} from '../../../stories/consent.stories.js';
import {callState, conversation, said, voiceCall} from '../../../testing/fixtures/call-state.js';
import {CONSENT_TEXT, consentQuestion} from '../../../testing/fixtures/consent-question.js';
import {axeFaults} from '../../../testing/harness/axe.js';
import {key} from '../../../testing/harness/gestures.js';
import {PanelHarness} from '../../../testing/harness/panel-harness.js';
import type {ConsentQuestion} from '../../controllers/call-context.js';
import './consent.define.js';

/** A panel that asks, and what the visitor chose. */
async function asking(changes: Partial<ConsentQuestion> = {}) {
  const chosen: string[] = [];
  const consent = consentQuestion(changes, chosen);
  const panel = await PanelHarness.open(callState(), {consent});
  return {panel, chosen};
}

/** Names of what has focus, outermost first. */
function focused(root: Document | ShadowRoot = document): string {
  const {activeElement: element} = root;
  return element?.shadowRoot ? focused(element.shadowRoot) : (element?.textContent?.trim() ?? '');
}

describe('the question for consent', () => {
  it('shows the operator’s text and link, and takes one of two clear answers', async () => {
    const {panel, chosen} = await asking();
    expect(panel.texts('.text')).to.deep.equal([CONSENT_TEXT]);
    const link = panel.one('a') as HTMLAnchorElement;
    expect([link.href, link.target, link.rel]).to.deep.equal([
      'https://fernhill.example/privacy',
      '_blank',
      'noopener noreferrer',
    ]);
    expect(link.textContent).to.contain('opens in a new tab');
    await panel.pressButton('Not now');
    await panel.pressButton('Agree and go on');
    expect(chosen).to.deep.equal(['decline', 'agree']);
  });

  it('stands in the place of the conversation: nothing can be typed beside it', async () => {
    const {panel} = await asking();
    expect(panel.one('.middle').checkVisibility()).to.be.false;
    expect(panel.one('textarea').checkVisibility()).to.be.false;
  });

  it('shows the message that waits for it', async () => {
    const {panel} = await asking({waiting: ['Do you deliver?']});
    expect(panel.texts('.message')).to.deep.equal(['Do you deliver?']);
  });

  for (const policyUrl of ['javascript:alert(1)', 'data:text/html,x', '', undefined]) {
    it(`has no link to ${policyUrl || 'nothing'}`, async () => {
      const {panel} = await asking({policyUrl});
      expect(panel.has('a')).to.be.false;
    });
  }

  it('is read out as it comes, and answered by the keyboard alone', async () => {
    const {panel, chosen} = await asking();
    expect(focused(), 'the question').to.contain('Before we begin').and.contain(CONSENT_TEXT);
    await key('Tab');
    await key('Tab');
    expect(focused()).to.contain('Privacy policy');
    await key('Tab');
    await key('Enter');
    await key('Tab');
    expect(focused()).to.equal('Not now');
    await key('Enter');
    expect(chosen).to.deep.equal(['agree', 'decline']);
    await key('Escape');
    expect(panel.calls.at(-1)).to.deep.equal(['close']);
  });

  it('leaves a kind line once it is declined, with the way back', async () => {
    const {panel, chosen} = await asking({status: 'declined'});
    expect(panel.texts('.line p')).to.deep.equal(['That’s fine. Nothing was started or sent.']);
    expect(panel.one('textarea').checkVisibility()).to.be.true;
    await panel.pressButton('Read it again');
    expect(chosen).to.deep.equal(['review']);
  });

  for (const {name, render} of stories) {
    it(`is accessible: ${name}`, async () => {
      const frame = await fixture(html`<div style="width:384px;height:620px">${render()}</div>`);
      expect(await axeFaults(frame)).to.deep.equal([]);
    });
  }
});

describe('the line that says that an AI speaks', () => {
  it('is there before a call and while it begins, in the operator’s words', async () => {
    const panel = await PanelHarness.open(callState(), {disclosure: 'Ava is an AI.'});
    expect(panel.texts('.disclosure')).to.deep.equal(['Ava is an AI.']);
    const card = panel.one('.card');
    expect(card.getAttribute('aria-describedby')).to.equal(panel.one('.disclosure').id);
    await panel.show(voiceCall('listening', {transcript: conversation().slice(0, 3)}));
    expect(panel.texts('.disclosure')).to.deep.equal(['Ava is an AI.']);
    const going = [...conversation(), said('visitor', 'Thanks.')];
    await panel.show(voiceCall('listening', {transcript: going}));
    expect(panel.has('.disclosure')).to.be.false;
  });

  it('has words of its own where the operator has none', async () => {
    for (const disclosure of [undefined, '']) {
      const panel = await PanelHarness.open(callState(), {disclosure});
      expect(panel.texts('.disclosure')).to.deep.equal(['You are talking with an AI assistant.']);
    }
  });
});
