import {expect} from '@open-wc/testing';
import {
  callState,
  textCall,
  voiceCall,
  withoutMicrophone,
} from '../../../testing/fixtures/call-state.js';
import {key, press, type} from '../../../testing/harness/gestures.js';
import {PanelHarness} from '../../../testing/harness/panel-harness.js';

/** The field, and what a visitor does with it. */
async function open(state = textCall()) {
  const panel = await PanelHarness.open(state);
  const field = panel.one('textarea') as HTMLTextAreaElement;
  await press(field);
  const fill = async (text: string) => {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    await panel.settle();
  };
  return {panel, field, fill};
}

describe('aiw-composer', () => {
  it('sends on Enter, trimmed, and is empty afterwards', async () => {
    const {panel, field} = await open();
    await type('  How do refunds work? ');
    await key('Enter');
    expect(panel.calls).to.deep.equal([['sendText', 'How do refunds work?']]);
    expect(field.value).to.equal('');
  });

  it('starts a new line on Shift and Enter', async () => {
    const {panel, field} = await open();
    await type('One');
    await key('Shift+Enter');
    await type('two');
    expect(field.value).to.equal('One\ntwo');
    expect(panel.calls).to.deep.equal([]);
  });

  it('sends nothing where there is nothing', async () => {
    const {panel} = await open();
    await type('   ');
    await key('Enter');
    expect(panel.calls).to.deep.equal([]);
  });

  it('leaves an Enter to an input method that is composing', async () => {
    const {panel, field, fill} = await open();
    await fill('にほん');
    field.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: 'Enter',
        isComposing: true,
        bubbles: true,
        composed: true,
      }),
    );
    expect(panel.calls).to.deep.equal([]);
  });

  it('sends by its button, in a call not begun too', async () => {
    const {panel} = await open(callState());
    await type('Hello 👋🏽 مرحبا');
    await panel.settle();
    await panel.pressButton('Send');
    expect(panel.calls).to.deep.equal([['sendText', 'Hello 👋🏽 مرحبا']]);
  });

  it('grows to four lines and no further', async () => {
    const {field, fill} = await open();
    const one = field.offsetHeight;
    await fill('1\n2\n3');
    const three = field.offsetHeight;
    await fill('1\n2\n3\n4\n5\n6\n7\n8');
    const eight = field.offsetHeight;
    expect(three - one).to.equal(44);
    expect(eight - one).to.equal(66);
    await fill('');
    expect(field.offsetHeight).to.equal(one);
  });

  it('counts only near the limit of 2,000 characters', async () => {
    const {panel, field, fill} = await open();
    expect(field.maxLength).to.equal(2000);
    await fill('x'.repeat(1799));
    expect(panel.texts('.count')).to.deep.equal(['']);
    await fill('x'.repeat(1990));
    expect(panel.texts('.count')).to.deep.equal(['10 left']);
  });

  it('has a talk button where the visitor pushes to talk', async () => {
    const talk = {typing: true, pushToTalk: true, startMuted: false};
    const microphone = {status: 'muted'} as const;
    const panel = await PanelHarness.open(voiceCall('listening', {talk, microphone}));
    expect(panel.texts('header p')).to.deep.equal(['Hold the button to talk']);
    expect(panel.button('Unmute'), 'one way is enough').to.equal(undefined);
    await panel.pressButton('Hold to talk');
    expect(panel.calls[0]).to.deep.equal(['hold', true]);
    await panel.show(voiceCall('listening', {talk, microphone: {status: 'live'}, isHeld: true}));
    expect(panel.texts('header p')).to.deep.equal(['Listening']);
    await panel.pressButton('Listening. Let go to send');
    expect(panel.calls.at(-1)).to.deep.equal(['hold', false]);
  });

  it('has none in writing', async () => {
    const talk = {typing: true, pushToTalk: true, startMuted: false};
    const panel = await PanelHarness.open(textCall({talk}));
    expect(panel.has('aiw-talk-button')).to.equal(false);
  });

  it('lets a visitor without a microphone type, in a widget for talking too', async () => {
    const modes = {voice: true, text: false};
    const panel = await PanelHarness.open(withoutMicrophone('missing'), {modes});
    await press(panel.one('textarea'));
    await type('Hello');
    await key('Enter');
    expect(panel.calls).to.deep.equal([['sendText', 'Hello']]);
  });
});
