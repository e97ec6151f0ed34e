import {expect} from '@open-wc/testing';
import {
  callState,
  conversation,
  endedCall,
  failedCall,
  said,
  textCall,
  voiceCall,
  withoutMicrophone,
} from '../../../testing/fixtures/call-state.js';
import type {CallState} from '../../call/state.js';
import {
  announcedStatus,
  captionsOf,
  emphasis,
  isUnderWay,
  statusOf,
  viewOf,
  type PanelView,
} from './view.js';

const BOTH = {voice: true, text: true};

describe('view of a call', () => {
  const cases: [string, CallState, PanelView, string][] = [
    ['not begun', callState(), 'stage', 'idle'],
    ['connecting', voiceCall('connecting'), 'stage', 'connecting'],
    [
      'waiting for the microphone',
      voiceCall('connecting', {microphone: {status: 'asking'}}),
      'stage',
      'asking',
    ],
    ['listening', voiceCall('listening'), 'stage', 'listening'],
    ['muted', voiceCall('listening', {microphone: {status: 'muted'}}), 'stage', 'muted'],
    [
      'muted while the agent speaks',
      voiceCall('speaking', {microphone: {status: 'muted'}}),
      'stage',
      'speaking',
    ],
    ['both modes', voiceCall('listening', {mode: 'both'}), 'stage', 'listening'],
    ['typed', textCall(), 'text', 'online'],
    ['without a microphone', withoutMicrophone('denied'), 'text', 'online'],
    ['ended', endedCall('visitor'), 'text', 'ended'],
    ['failed at the start', failedCall('busy'), 'stage', 'failed'],
    ['failed midway', failedCall('lost', {transcript: conversation()}), 'text', 'failed'],
  ];
  for (const [name, state, view, status] of cases) {
    it(`${name}: ${view}, ${status}`, () => {
      expect(viewOf({state, modes: BOTH})).to.equal(view);
      expect(statusOf({state, modes: BOTH})).to.equal(status);
    });
  }

  const readOut: [string, CallState, string | undefined][] = [
    ['connecting', voiceCall('connecting'), 'connecting'],
    ['listening', voiceCall('listening'), 'listening'],
    ['thinking, as listening', voiceCall('thinking'), 'listening'],
    ['speaking, as listening', voiceCall('speaking'), 'listening'],
    [
      'speaking while muted, as muted',
      voiceCall('speaking', {microphone: {status: 'muted'}}),
      'muted',
    ],
    ['typed', textCall(), 'online'],
    ['ended', endedCall('visitor'), 'ended'],
    ['failed: the notice does', failedCall('busy'), undefined],
    ['not begun: there is nothing to tell', callState(), undefined],
  ];
  for (const [name, state, status] of readOut) {
    it(`is read out when ${name}`, () => {
      expect(announcedStatus({state, modes: BOTH})).to.equal(status);
    });
  }

  it('is never a stage where the widget has no voice', () => {
    expect(viewOf({state: callState(), modes: {voice: false, text: true}})).to.equal('text');
  });

  it('is under way while it waits to try again, and not once it gave up', () => {
    const stage = {phase: 'failed', problem: 'busy'} as const;
    expect(isUnderWay(callState({stage: {...stage, retryAt: 1}}))).to.equal(true);
    expect(isUnderWay(callState({stage}))).to.equal(false);
    expect(isUnderWay(endedCall('agent'))).to.equal(false);
  });
});

describe('captions', () => {
  it('keep the question beside its answer and the rest above', () => {
    const transcript = conversation();
    const {earlier, before, current} = captionsOf(transcript);
    expect(earlier).to.deep.equal(transcript.slice(0, 3));
    expect(before).to.equal(transcript[3]);
    expect(current).to.equal(transcript[4]);
  });

  it('show one turn where the same speaker went on', () => {
    const transcript = [said('agent', 'One.'), said('agent', 'Two.')];
    const {earlier, before} = captionsOf(transcript);
    expect(before).to.equal(undefined);
    expect(earlier).to.deep.equal([transcript[0]]);
  });

  it('are empty before the first word', () => {
    expect(captionsOf([])).to.deep.equal({earlier: [], before: undefined, current: undefined});
  });

  it('emphasise the last three words of a turn under way, and all of a finished one', () => {
    const text = 'Starter is nineteen dollars a month';
    expect(emphasis(said('agent', text, {final: false}))).to.deep.equal([
      'Starter is nineteen ',
      'dollars a month',
    ]);
    expect(emphasis(said('agent', text))).to.deep.equal(['', text]);
  });

  it('emphasise all of a text without spaces', () => {
    expect(emphasis(said('agent', '月額19ドルです', {final: false}))).to.deep.equal([
      '',
      '月額19ドルです',
    ]);
  });
});
