import {expect} from '@open-wc/testing';
import {conversation, endedCall} from '../../../testing/fixtures/call-state.js';
import {key, type} from '../../../testing/harness/gestures.js';
import {PanelHarness} from '../../../testing/harness/panel-harness.js';
import {WHOLE, type Verdict} from '../../call/state.js';

const ended = (verdict?: Partial<Verdict>) => ({
  ...endedCall('visitor'),
  transcript: conversation().slice(0, 2),
  ...(verdict && {
    verdicts: {[WHOLE]: {rating: 5, status: 'sent', hasComment: false, ...verdict} as const},
  }),
});

describe('aiw-feedback', () => {
  it('asks how an ended conversation was, and takes a thumb', async () => {
    const panel = await PanelHarness.open(ended());
    expect(panel.texts('.ask')).to.deep.equal(['How was this conversation?']);
    await panel.pressButton('It could be better');
    expect(panel.calls).to.deep.equal([['judge', {rating: 1}]]);
  });

  it('does not ask where the visitor said nothing', async () => {
    const panel = await PanelHarness.open({...ended(), transcript: conversation().slice(0, 1)});
    expect(panel.has('aiw-feedback')).to.equal(false);
  });

  it('offers a field for more, sends it with the thumb, and thanks', async () => {
    const panel = await PanelHarness.open(ended());
    await panel.pressButton('It went well');
    await panel.show(ended({}));
    expect(panel.button('It went well')?.ariaPressed).to.equal('true');
    expect(panel.texts('form label')).to.deep.equal(['Thank you. Would you like to say more?']);
    panel.one('form textarea').focus();
    await type('Quick and kind.');
    await panel.pressButton('Send');
    expect(panel.calls.at(-1)).to.deep.equal(['judge', {rating: 5, comment: 'Quick and kind.'}]);
    await panel.show(ended({hasComment: true}));
    expect(panel.texts('.said')).to.deep.equal(['Thank you, we have noted it.']);
    expect(panel.has('aiw-feedback form')).to.equal(false);
  });

  it('takes 1,000 characters and no more', async () => {
    const panel = await PanelHarness.open(ended());
    await panel.pressButton('It went well');
    await panel.show(ended({}));
    expect((panel.one('form textarea') as HTMLTextAreaElement).maxLength).to.equal(1000);
  });

  it('closes the field by Escape and leaves the panel', async () => {
    const panel = await PanelHarness.open(ended());
    await panel.pressButton('It went well');
    await panel.show(ended({}));
    panel.one('form textarea').focus();
    await key('Escape');
    await panel.settle();
    expect(panel.has('aiw-feedback textarea')).to.equal(false);
    expect(panel.calls).to.deep.equal([['judge', {rating: 5}]]);
  });

  it('says where a verdict could not be sent, and lets the visitor try again', async () => {
    const panel = await PanelHarness.open(ended({status: 'failed'}));
    expect(panel.texts('.said')).to.deep.equal(['This couldn’t be sent. Please try again.']);
    expect(panel.button('It went well')?.ariaPressed).to.equal('false');
    await panel.pressButton('It went well');
    expect(panel.calls).to.deep.equal([['judge', {rating: 5}]]);
  });
});
