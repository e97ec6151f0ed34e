import {html} from 'lit';
import '../src/elements/orb/orb.define.js';
import '../src/elements/teaser/teaser.define.js';
import {AVATAR} from './avatar.js';
import type {Choices, Story} from './story.js';

const beside = (placement: string, text: string, avatar?: string) => html`
  <div class="launcher ${placement}">
    <aiw-orb></aiw-orb>
    <aiw-teaser
      .name=${'Ava'}
      .text=${text}
      .avatarUrl=${avatar}
      .placement=${placement}
    ></aiw-teaser>
  </div>
`;

/** The corners of a launcher. */
export const choices: Choices = {
  placement: ['bottom-right', 'bottom-left', 'top-right', 'top-left'],
};

/** The teaser by the orb, in each corner. */
export const stories: Story[] = [
  {name: 'plain', render: () => beside('bottom-right', 'Not sure which plan fits? Ask me.')},
  {
    name: 'avatar',
    render: () => beside('bottom-right', 'Not sure which plan fits? Ask me.', AVATAR),
  },
  {
    name: 'long',
    render: () =>
      beside(
        'bottom-left',
        'We deliver on Tuesdays and Thursdays, and pallets go by a carrier of your choice. Tell me where to, and I will work out what it costs for you.',
      ),
  },
  {name: 'top', render: () => beside('top-left', 'Hi, I’m Ava. Ask me anything about Fernhill.')},
];
