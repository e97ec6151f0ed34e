import {html} from 'lit';
import {ref} from 'lit/directives/ref.js';
import type {TranscriptEntry} from '../src/call/state.js';
import type {AiwMessage} from '../src/elements/message/message.js';
import '../src/elements/panel/panel.define.js';
import {said, textCall} from '../testing/fixtures/call-state.js';
import type {Story} from './story.js';
import {onSurface} from './surface.js';

const message = (entry: TranscriptEntry, {answer = false, copied = false} = {}) =>
  onSurface(
    html`<aiw-message
      .entry=${entry}
      .answer=${answer}
      timed
      latest
      ${ref(element => void (copied && element && copy(element)))}
    ></aiw-message>`,
    textCall({transcript: [entry]}),
  );

async function copy(element: Element): Promise<void> {
  await new Promise(requestAnimationFrame);
  await (element as AiwMessage).updateComplete;
  element.shadowRoot?.querySelector<HTMLElement>('.small')?.click();
}

const RICH =
  'All of **Team**, and:\n\n- [a trial](/pricing) of *30 days*\n- `fernhill init`\n\n1. Sign up\n2. Invite\n\nRead [the manual](https://docs.example.com/start).';
const CODE =
  'Put this on your page:\n\n```html\n<script src="https://shop.example/a.js"></script>\n```';

/** One message, by whom and how far. */
export const stories: Story[] = [
  {
    name: 'agent',
    render: () => message(said('agent', 'Starter is $19 a month, with a 30-day trial.')),
  },
  {
    name: 'answer',
    render: () =>
      message(said('agent', 'Yes. It works with SumUp, Zettle and Square readers.'), {
        answer: true,
      }),
  },
  {name: 'visitor', render: () => message(said('visitor', 'What does the starter plan cost?'))},
  {
    name: 'sending',
    render: () => message(said('visitor', 'How do refunds work?', {pending: true})),
  },
  {
    name: 'under-way',
    render: () => message(said('agent', 'Of course. Here are the **pl', {final: false})),
  },
  {name: 'rich', render: () => message(said('agent', RICH))},
  {name: 'code', render: () => message(said('agent', CODE))},
  {
    name: 'long-word',
    render: () =>
      message(said('visitor', `See https://shop.example/${'collections-'.repeat(9)}roses`)),
  },
  {
    name: 'arabic',
    render: () => message(said('visitor', 'كم تكلفة الخطة الأولى مع التوصيل؟')),
  },
];
