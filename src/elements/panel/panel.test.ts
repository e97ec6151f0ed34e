import {expect, fixture} from '@open-wc/testing';
import {
  callState,
  conversation,
  endedCall,
  failedCall,
  prompt,
  said,
  textCall,
  voiceCall,
  withoutMicrophone,
} from '../../../testing/fixtures/call-state.js';
import type {CallState} from '../../call/state.js';
import {axeFaults} from '../../../testing/harness/axe.js';
import {key, press, type} from '../../../testing/harness/gestures.js';
import {PanelHarness} from '../../../testing/harness/panel-harness.js';
import {letThingsMove} from '../../../testing/harness/motion.js';
import {en} from '../../locales/en.js';
import {stories} from '../../../stories/panel.stories.js';

const BLOCKED = 'Mic access is blocked. You can still ask questions by typing below.';

describe('aiw-panel', () => {
  before(letThingsMove);

  it('starts a voice call by the one button of a fresh panel', async () => {
    const panel = await PanelHarness.open(callState());
    expect(panel.texts('.now')[0]).to.contain('I’m Ava');
    await panel.pressButton('Talk to Ava');
    expect(panel.calls).to.deep.equal([['start', 'voice']]);
  });

  it('mutes, unmutes, changes to typing and hangs up', async () => {
    const panel = await PanelHarness.open(voiceCall('listening'));
    await panel.pressButton('Mute');
    await panel.show(voiceCall('listening', {microphone: {status: 'muted'}}));
    expect(panel.texts('header p')).to.deep.equal(['Your microphone is muted']);
    await panel.pressButton('Unmute');
    await panel.pressButton('Type instead of talking');
    await panel.pressButton('Hang up');
    expect(panel.calls).to.deep.equal([
      ['setMuted', true],
      ['setMuted', false],
      ['setVoice', false],
      ['hangUp'],
    ]);
  });

  it('shows what is said now, with earlier turns a scroll away', async () => {
    const panel = await PanelHarness.open(voiceCall('speaking'));
    expect(panel.texts('.now')[0]).to.contain('SumUp');
    const middle = panel.one('.middle');
    expect(middle.scrollHeight - middle.scrollTop - middle.clientHeight).to.be.lessThan(2);
    expect(middle.scrollTop).to.be.greaterThan(0);
    expect(panel.texts('.bubble')).to.have.length(3);
  });

  it('stays where the reader scrolled to, and goes back on request', async () => {
    const long = Array.from({length: 30}, (_, i) => said(i % 2 ? 'visitor' : 'agent', `Turn ${i}`));
    const panel = await PanelHarness.open(textCall({transcript: long}));
    const middle = panel.one('.middle');
    const scrolled = new Promise(resolve => middle.addEventListener('scroll', resolve));
    middle.scrollTop = 0;
    await scrolled;
    await panel.show(textCall({transcript: [...long, said('agent', 'One more.')]}));
    expect(middle.scrollTop).to.equal(0);
    await panel.pressButton('Latest');
    await panel.settle();
    expect(middle.scrollHeight - middle.scrollTop - middle.clientHeight).to.be.lessThan(2);
    expect(panel.button('Latest')).to.equal(undefined);
  });

  it('says the sentence of the documentation where there is no microphone, and what helps', async () => {
    const panel = await PanelHarness.open(withoutMicrophone('denied'));
    expect(panel.texts('[part="notice"]')[0]).to.contain(BLOCKED).and.to.contain('settings');
    await panel.show(withoutMicrophone('policy'));
    expect(panel.texts('[part="notice"]')).to.deep.equal([BLOCKED]);
    await panel.pressButton('Talk instead of typing');
    expect(panel.calls).to.deep.equal([['setVoice', true]]);
  });

  it('says that the device has paused the sound, and goes on by one tap', async () => {
    const panel = await PanelHarness.open(voiceCall('speaking', {isInterrupted: true}));
    expect(panel.texts('header p')).to.deep.equal(['Paused']);
    expect(panel.texts('[part="notice"] p')).to.deep.equal([
      'Your device has paused the sound, perhaps for another call.',
    ]);
    await panel.pressButton('Go on');
    expect(panel.calls).to.deep.equal([['goOn']]);
    await panel.show(voiceCall('speaking'));
    expect(panel.has('[part="notice"]')).to.equal(false);
  });

  it('offers to try again where that can help, in the mode that was wanted', async () => {
    const panel = await PanelHarness.open(failedCall('rate-limited'));
    await panel.pressButton('Try again');
    expect(panel.calls).to.deep.equal([['start', 'voice']]);
    await panel.show(failedCall('origin'));
    expect(panel.button('Try again')).to.equal(undefined);
    await panel.show(
      callState({stage: {phase: 'failed', problem: 'unreachable', retryAt: 1, attempt: 1}}),
    );
    expect(panel.button('Try again')).to.equal(undefined);
    expect(panel.texts('[part="notice"]')[0]).to.contain('by itself');
  });

  it('keeps the transcript of an ended call and starts again', async () => {
    const panel = await PanelHarness.open(endedCall('timeout'));
    expect(panel.texts('.bubble')).to.have.length(conversation().length);
    expect(panel.texts('footer p')[0]).to.contain('Call ended');
    await panel.pressButton('Start again');
    expect(panel.calls).to.deep.equal([['start', 'voice']]);
  });

  it('shows words as text, whatever is in them', async () => {
    const text = '<img src=x onerror="alert(1)"> & <b>bold</b>';
    const panel = await PanelHarness.open(textCall({transcript: [said('agent', text)]}));
    expect(panel.texts('.bubble')).to.deep.equal([text]);
    expect(panel.has('img')).to.equal(false);
  });

  it('passes on what the pill is told', async () => {
    const capture = prompt({value: 'jane@example.com', prefilled: true});
    const panel = await PanelHarness.open(voiceCall('listening', {capture}));
    await press(panel.one('[part="confirm"]'));
    await press(panel.one('[part="dismiss"]'));
    expect(panel.calls).to.deep.equal([
      ['confirmCapture', 'email', 'jane@example.com'],
      ['dismissCapture'],
    ]);
  });

  it('sends a quick reply as the visitor’s words', async () => {
    const panel = await PanelHarness.open(
      voiceCall('listening', {quickReplies: ['Show me plans']}),
    );
    await panel.pressButton('Show me plans');
    expect(panel.calls).to.deep.equal([['sendText', 'Show me plans']]);
  });

  it('closes on Escape, from anywhere in it', async () => {
    const panel = await PanelHarness.open(voiceCall('listening'));
    await panel.panel.focusFirst();
    await key('Escape');
    await panel.pressButton('Close');
    expect(panel.calls).to.deep.equal([['close'], ['close']]);
  });

  it('puts the cursor in the field on opening', async () => {
    const panel = await PanelHarness.open(callState());
    await panel.panel.focusFirst();
    await type('Hello');
    expect((panel.one('textarea') as HTMLTextAreaElement).value).to.equal('Hello');
  });

  it('announces finished answers once, and no partial one', async () => {
    const panel = await PanelHarness.open(voiceCall('listening'));
    const spoken = panel.texts('[aria-live]');
    const more = [...conversation(), said('agent', 'And one more', {final: false})];
    await panel.show(voiceCall('speaking', {transcript: more}));
    expect(panel.texts('[aria-live]')).to.deep.equal(spoken);
  });

  it('shows neither field nor typing where the widget is voice only', async () => {
    const modes = {voice: true, text: false};
    const panel = await PanelHarness.open(voiceCall('listening'), {modes});
    expect(panel.has('textarea')).to.equal(false);
    expect(panel.button('Type instead of talking')).to.equal(undefined);
    await panel.pressButton('Hang up');
    expect(panel.calls).to.deep.equal([['hangUp']]);
  });

  it('gives every control at least 44 by 44 pixels', async () => {
    const capture = prompt();
    const panel = await PanelHarness.open(voiceCall('listening', {capture, quickReplies: ['Yes']}));
    for (const name of ['Mute', 'Close', 'Hang up', 'Send', 'Yes', 'Confirm', 'Not now']) {
      const box = panel.button(name)?.getBoundingClientRect();
      expect(box?.width, name).to.be.at.least(44);
      expect(box?.height, name).to.be.at.least(44);
    }
  });

  for (const {name, render} of stories) {
    it(`passes axe: ${name}`, async () => {
      const stage = await fixture<HTMLElement>(render());
      expect(await axeFaults(stage)).to.deep.equal([]);
    });
  }

  it('passes axe in the dark', async () => {
    const wanted = ['speaking', 'capture', 'quick-replies', 'text-thinking', 'microphone-denied'];
    for (const {render} of stories.filter(({name}) => [...wanted, 'ended'].includes(name))) {
      const stage = await fixture<HTMLElement>(render());
      stage.style.setProperty('--aiw-color-scheme', 'dark');
      expect(await axeFaults(stage)).to.deep.equal([]);
      stage.remove();
    }
  });

  it('speaks the language of its widget', async () => {
    const panel = await PanelHarness.open(voiceCall('listening'));
    await panel.speak({...en, mute: 'Stumm', status: {...en.status, listening: 'Hört zu'}});
    expect(panel.texts('header p')).to.deep.equal(['Hört zu']);
    expect(panel.button('Stumm')).to.not.equal(undefined);
  });

  it('reads the state of a call out, and its turns not', async () => {
    const panel = await PanelHarness.open(voiceCall('connecting'));
    const readOut = () => panel.texts('header [role=status]');
    expect(readOut()).to.deep.equal(['Connecting']);
    for (const turn of ['listening', 'thinking', 'speaking'] as const) {
      await panel.show(voiceCall(turn));
      expect(readOut()).to.deep.equal(['Listening']);
    }
    await panel.show(voiceCall('listening', {microphone: {status: 'muted'}}));
    expect(readOut()).to.deep.equal(['Your microphone is muted']);
  });

  const told: [name: string, state: CallState, status: string, notice: string][] = [
    ['connecting', voiceCall('connecting'), 'Connecting', ''],
    ['thinking', voiceCall('thinking'), 'Thinking', ''],
    [
      'muted',
      voiceCall('listening', {microphone: {status: 'muted'}}),
      'Your microphone is muted',
      '',
    ],
    [
      'reconnecting',
      voiceCall('listening', {stage: {phase: 'reconnecting', attempt: 1, until: 1}}),
      'Reconnecting',
      'The connection dropped. Getting you back, please hold on.',
    ],
    [
      'waiting for a free line',
      failedCall('busy', {stage: {phase: 'failed', problem: 'busy', retryAt: 1, attempt: 1}}),
      'Waiting for a free line',
      'All lines are taken. You are in the queue, and we keep trying.',
    ],
    [
      'asking for a free line',
      callState({stage: {phase: 'connecting', problem: 'busy', attempt: 1}}),
      'Waiting for a free line',
      'All lines are taken. You are in the queue, and we keep trying.',
    ],
    [
      'having waited in vain',
      failedCall('busy'),
      'Not connected',
      'Ava is talking with others right now. Please try again in a few minutes. Try again',
    ],
    [
      'trying to reach the server',
      failedCall('unreachable', {stage: {phase: 'failed', problem: 'unreachable', retryAt: 1}}),
      'Not connected',
      'We can’t reach Ava at the moment. Please check your connection. Trying again by itself in a moment.',
    ],
  ];
  for (const [name, state, status, notice] of told) {
    it(`says in words that it is ${name}`, async () => {
      const panel = await PanelHarness.open(state);
      expect(panel.texts('header p')).to.deep.equal([status]);
      expect(panel.texts('[part="notice"]').join()).to.equal(notice);
    });
  }

  it('says in words that the agent thinks, also in writing', async () => {
    const panel = await PanelHarness.open(textCall({stage: {phase: 'thinking'}}));
    expect(panel.one('.dots').ariaLabel).to.equal('Ava is thinking');
  });

  it('offers the operator’s questions before the first one', async () => {
    const agent = {name: 'Ava', greeting: 'Hi.', suggestions: ['Which plans are there?']};
    const panel = await PanelHarness.open(callState({mode: 'text'}), {agent});
    await panel.pressButton('Which plans are there?');
    expect(panel.calls).to.deep.equal([['sendText', 'Which plans are there?']]);
    const greeting = [said('agent', 'Hi.')];
    for (const phase of ['connecting', 'listening'] as const) {
      await panel.show(textCall({stage: {phase}, transcript: greeting}));
      expect(panel.texts('.replies button')).to.deep.equal(agent.suggestions);
    }
    await panel.show(textCall());
    expect(panel.has('.replies')).to.equal(false);
    await panel.show({...endedCall('visitor'), transcript: greeting});
    expect(panel.has('.replies')).to.equal(false);
  });

  it('captions and announces an agent’s words without their Markdown', async () => {
    const transcript = [said('visitor', 'Plans?'), said('agent', 'See **[Starter](/pricing)**.')];
    const panel = await PanelHarness.open(voiceCall('listening', {transcript}));
    expect(panel.texts('.now')[0]).to.contain('See Starter.');
    expect(panel.texts('[aria-live]')).to.deep.equal(['Ava: See Starter.']);
    const partial = [said('visitor', 'Plans?'), said('agent', 'See **Star', {final: false})];
    await panel.show(voiceCall('speaking', {transcript: partial}));
    expect(panel.texts('.now')[0]).to.contain('See Star');
    expect(panel.texts('.now')[0]).to.not.contain('*');
  });

  it('has a menu that saves the transcript and starts over', async () => {
    const panel = await PanelHarness.open(textCall());
    await panel.openMenu();
    await panel.pressButton('Download transcript');
    const [name, fileName, text] = panel.calls[0] ?? [];
    expect(name).to.equal('save');
    expect(fileName).to.match(/^transcript-\d{4}-\d{2}-\d{2}\.txt$/);
    expect(text).to.contain('You: What does the starter plan cost?');
    await panel.openMenu();
    await panel.pressButton('Start over');
    expect(panel.calls.at(-1)).to.deep.equal(['clear']);
  });

  it('keeps its panel when Escape closes the menu', async () => {
    const panel = await PanelHarness.open(textCall());
    await panel.openMenu();
    await key('Escape');
    await panel.settle();
    expect(panel.has('[role="menu"]')).to.equal(false);
    expect(panel.calls).to.deep.equal([]);
    await key('Escape');
    expect(panel.calls).to.deep.equal([['close']]);
  });

  it('has no menu before there is anything to do in it', async () => {
    const panel = await PanelHarness.open(callState());
    expect(panel.button('More')).to.equal(undefined);
  });

  it('has words where the agent’s name could not be learnt', async () => {
    const agent = {name: '', greeting: ''};
    const panel = await PanelHarness.open(failedCall('unreachable'), {agent});
    expect(panel.texts('h2')).to.deep.equal(['Assistant']);
    expect(panel.texts('[part="notice"]')[0]).to.contain('We can’t reach our assistant');
  });

  it('is invisible once it has left', async () => {
    const panel = await PanelHarness.open(callState());
    await panel.panel.leave();
    expect(getComputedStyle(panel.one('.card')).opacity).to.equal('0');
  });
});
