import {html} from 'lit';
import '../src/elements/idle-card/idle-card.define.js';
import '../src/elements/orb/orb.define.js';
import type {Story} from './story.js';

const AGENT = {name: 'Ava', greeting: 'Hi, I’m Ava. Ask me about plans, deliveries or anything.'};
const DISCLOSURE = 'Ava is an AI assistant. Answers are automatic and can be wrong.';

const START = html`<button style="min-height:44px;padding:10px 20px">Talk to Ava</button>`;

/** The panel that stands in a page, before a call. */
export const stories: Story[] = [
  {
    name: 'welcome',
    render: () =>
      html`<aiw-idle-card .agent=${AGENT} .disclosure=${DISCLOSURE}>${START}</aiw-idle-card>`,
  },
  {name: 'not-known-yet', render: () => html`<aiw-idle-card>${START}</aiw-idle-card>`},
  {
    name: 'words-of-the-page',
    render: () => html`
      <aiw-idle-card .agent=${AGENT} .disclosure=${DISCLOSURE}>
        <strong slot="header">Fernhill</strong>
        <p slot="empty" style="margin:0">What can we help you grow?</p>
        ${START}
        <p slot="note" style="margin:0;text-align:center">Mon to Fri, 9 to 17</p>
      </aiw-idle-card>
    `,
  },
];
