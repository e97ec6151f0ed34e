import {html} from 'lit';
import '../src/elements/capture-pill/capture-pill.define.js';
import type {Choices, Story} from './story.js';

/** What it asks for, and what became of it. */
export const choices: Choices = {
  kind: ['email', 'phone', 'name'],
  status: ['open', 'invalid', 'sending', 'queued', 'stored'],
};

/** Every kind and status of the pill. */
export const stories: Story[] = [
  {name: 'email', render: () => html`<aiw-capture-pill kind="email"></aiw-capture-pill>`},
  {
    name: 'prefilled',
    render: () => html`<aiw-capture-pill kind="email" value="jane@example.com"></aiw-capture-pill>`,
  },
  {name: 'phone', render: () => html`<aiw-capture-pill kind="phone"></aiw-capture-pill>`},
  {name: 'name', render: () => html`<aiw-capture-pill kind="name"></aiw-capture-pill>`},
  {
    name: 'invalid',
    render: () =>
      html`<aiw-capture-pill kind="email" value="jane@" status="invalid"></aiw-capture-pill>`,
  },
  {
    name: 'sending',
    render: () =>
      html`<aiw-capture-pill value="jane@example.com" status="sending"></aiw-capture-pill>`,
  },
  {
    name: 'queued',
    render: () =>
      html`<aiw-capture-pill value="jane@example.com" status="queued"></aiw-capture-pill>`,
  },
  {
    name: 'stored',
    render: () =>
      html`<aiw-capture-pill value="jane@example.com" status="stored"></aiw-capture-pill>`,
  },
  {
    name: 'with-note',
    render: () =>
      html`<aiw-capture-pill
        ><span slot="note">Used to answer you, nothing else.</span></aiw-capture-pill
      >`,
  },
];
