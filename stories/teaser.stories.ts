import {html} from 'lit';
import '../src/elements/orb/orb.define.js';
import '../src/elements/teaser/teaser.define.js';
import type {Story} from './story.js';

const AVATAR =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"%3E%3Crect width="36" height="36" fill="%23d9c7b0"/%3E%3Ccircle cx="18" cy="14" r="6" fill="%237a5c3e"/%3E%3Cellipse cx="18" cy="34" rx="12" ry="11" fill="%237a5c3e"/%3E%3C/svg%3E';

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
