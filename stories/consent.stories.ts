import {html} from 'lit';
import type {ConsentQuestion} from '../src/controllers/call-context.js';
import '../src/elements/consent/consent.define.js';
import '../src/elements/panel/panel.define.js';
import {ar} from '../src/locales/ar.js';
import {en} from '../src/locales/en.js';
import {callHandle} from '../testing/fixtures/call-handle.js';
import '../testing/fixtures/call-stage.js';
import {callState} from '../testing/fixtures/call-state.js';
import {CONSENT_TEXT, consentQuestion} from '../testing/fixtures/consent-question.js';
import type {Story} from './story.js';

const ARABIC =
  'تحوّل آفا كلامك إلى نص كي تجيبك. نحتفظ بالمحادثة وببيانات الاتصال التي تؤكدها مدة 30 يومًا، ولا شيء غير ذلك.';

const panel = (changes: Partial<ConsentQuestion>, strings = en) =>
  html`<call-stage
    .strings=${strings}
    .call=${callHandle(callState(), {consent: consentQuestion(changes)})}
    ><aiw-panel></aiw-panel
  ></call-stage>`;

/** The question for consent before a first call, and what comes of it. */
export const stories: Story[] = [
  {name: 'asked', render: () => panel({})},
  {
    name: 'waiting-message',
    render: () => panel({waiting: ['Do you deliver to Graz, and what does it cost?']}),
  },
  {
    name: 'long',
    render: () => panel({text: Array.from({length: 8}, () => CONSENT_TEXT).join('\n\n')}),
  },
  {name: 'text-alone', render: () => panel({policyUrl: undefined, text: 'We keep what you say.'})},
  {name: 'declined', render: () => panel({status: 'declined'})},
  {name: 'right-to-left', render: () => panel({text: ARABIC}, ar)},
];
