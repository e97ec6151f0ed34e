import {expect} from '@open-wc/testing';
import {said} from '../../../testing/fixtures/call-state.js';
import {transcriptText} from './transcript-text.js';

describe('a transcript’s text', () => {
  it('has the title, the day, and each turn with its time and without Markdown', () => {
    const at = new Date(2026, 10, 24, 9, 41).getTime();
    const text = transcriptText(
      [
        said('agent', 'Hi, I’m **Ava**.', {at}),
        said('visitor', 'Which *plans*?', {at: at + 60_000}),
        said('agent', 'Two:\n- [Starter](/pricing)\n- Team', {at: at + 61_000}),
      ],
      {
        title: 'Conversation with Ava',
        names: {agent: 'Ava', visitor: 'You'},
        lang: 'en',
      },
    );
    const time = (minutes: number) =>
      new Intl.DateTimeFormat(navigator.language, {timeStyle: 'short'}).format(
        at + minutes * 60_000,
      );
    expect(text.split('\n')).to.deep.equal([
      'Conversation with Ava',
      'Tuesday, November 24, 2026',
      '',
      `[${time(0)}] Ava: Hi, I’m Ava.`,
      `[${time(1)}] You: Which *plans*?`,
      `[${time(1)}] Ava: Two:`,
      '• Starter',
      '• Team',
      '',
    ]);
  });
});
