import {html} from 'lit';
import {ref} from 'lit/directives/ref.js';
import {WHOLE, type Verdict} from '../src/call/state.js';
import type {AiwFeedback} from '../src/elements/feedback/feedback.js';
import '../src/elements/panel/panel.define.js';
import {endedCall} from '../testing/fixtures/call-state.js';
import type {Story} from './story.js';
import {onSurface} from './surface.js';

const ANSWER = 'answer-1';

const judged = (part: unknown, verdict?: Verdict) =>
  onSurface(part, {
    ...endedCall('visitor'),
    verdicts: verdict ? {[WHOLE]: verdict, [ANSWER]: verdict} : {},
  });
const whole = (verdict?: Verdict) => judged(html`<aiw-feedback></aiw-feedback>`, verdict);
const small = (verdict?: Verdict) =>
  judged(html`<aiw-feedback small .messageId=${ANSWER}></aiw-feedback>`, verdict);

/** Presses a thumb, which opens the field for more. */
async function press(element: Element): Promise<void> {
  await new Promise(requestAnimationFrame);
  await (element as AiwFeedback).updateComplete;
  element.shadowRoot?.querySelector('button')?.click();
}

/** Two thumbs, for a conversation and for an answer. */
export const stories: Story[] = [
  {name: 'asked', render: () => whole()},
  {
    name: 'say-more',
    render: () =>
      judged(
        html`<aiw-feedback ${ref(element => void (element && press(element)))}></aiw-feedback>`,
        {rating: 5, status: 'sent', hasComment: false},
      ),
  },
  {name: 'thanked', render: () => whole({rating: 5, status: 'sent', hasComment: true})},
  {name: 'badly', render: () => whole({rating: 1, status: 'sent', hasComment: true})},
  {name: 'unsent', render: () => whole({rating: 1, status: 'failed', hasComment: false})},
  {name: 'small', render: () => small()},
  {name: 'small-thanked', render: () => small({rating: 5, status: 'sent', hasComment: true})},
];
