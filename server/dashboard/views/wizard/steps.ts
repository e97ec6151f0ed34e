import type {Settings} from '../../api/types.js';

/** One step of the wizard. */
export interface Step {
  /** In the list of steps. */
  name: string;
  title: string;
  /** What it does, in one line. */
  lead: string;
  /** Settings that it changes: an advice or a fault of them belongs to it. */
  keys: readonly (keyof Settings)[];
}

export const STEPS: readonly Step[] = [
  {
    name: 'Domain',
    title: 'Which website is it for?',
    lead: 'The agent answers on pages of this domain, and nowhere else.',
    keys: ['domain', 'name'],
  },
  {
    name: 'Page',
    title: 'On which page will it stand first?',
    lead: 'The server looks at the page, and says whether its headers let the widget work.',
    keys: ['pageUrl'],
  },
  {
    name: 'Agent',
    title: 'Who is the agent?',
    lead: 'Its name and its first words, and how it is to behave.',
    keys: ['agent'],
  },
  {
    name: 'Knowledge',
    title: 'What does it know?',
    lead: 'It answers from this text alone, and says so where the answer is not in it.',
    keys: ['knowledge'],
  },
  {
    name: 'Appearance',
    title: 'How does it look?',
    lead: 'What you see here is the real element with this draft.',
    keys: ['appearance'],
  },
  {
    name: 'Conversation',
    title: 'How does it talk?',
    lead: 'Language, contact details, consent, and how long a call may last.',
    keys: ['locale', 'modes', 'capture', 'consent', 'disclosure', 'limits', 'conversation'],
  },
  {
    name: 'Go live',
    title: 'Go live',
    lead: 'What is still missing, and the line to paste into your pages.',
    keys: [],
  },
];
