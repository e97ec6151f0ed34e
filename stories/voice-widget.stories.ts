import {html} from 'lit';
import type {ResolveResponse} from '../src/contract/index.js';
import '../src/elements/voice-widget/voice-widget.define.js';
import {resolveResponse, widgetToken} from '../testing/fake-backend/responses.js';
import {AVATAR} from './avatar.js';
import type {Choices, Story} from './story.js';

const BACKEND = 'https://backend.stories.test';
const AVA = {name: 'Ava', greeting: 'Hi, I’m Ava. Ask me about plans, deliveries or anything.'};

/** Settings by the token that asks for them. */
const SETTINGS = new Map<string, Partial<ResolveResponse>>();

const fetchFromNetwork = window.fetch.bind(window);
window.fetch = async (input, init) => {
  if (!String(input).startsWith(BACKEND)) return fetchFromNetwork(input, init);
  const {token} = JSON.parse(String(init?.body)) as {token: string};
  return Response.json(resolveResponse(1, SETTINGS.get(token)));
};

/** A widget in the page's flow, whose backend says `settings`. */
function launcher(settings: Partial<ResolveResponse>, label?: string) {
  const token = widgetToken(SETTINGS.size);
  SETTINGS.set(token, {agent: AVA, ...settings});
  return () =>
    html`<aiw-voice-widget
      token=${token}
      backend-url=${BACKEND}
      storage="none"
      placement="inline"
      .launcherLabel=${label}
    ></aiw-voice-widget>`;
}

/** What an operator or a page may choose. */
export const choices: Choices = {
  placement: ['inline', 'bottom-right', 'bottom-left', 'top-right', 'top-left'],
  variant: ['', 'orb', 'pill', 'panel'],
  colorScheme: ['', 'auto', 'light', 'dark'],
  storage: ['', 'none'],
};

/** The looks of a launcher, where it stands in the page's flow. */
export const stories: Story[] = [
  {name: 'orb', render: launcher({appearance: {variant: 'orb'}})},
  {name: 'pill', render: launcher({appearance: {variant: 'pill'}})},
  {
    name: 'pill-avatar',
    render: launcher({appearance: {variant: 'pill'}, agent: {...AVA, avatarUrl: AVATAR}}),
  },
  {
    name: 'pill-label',
    render: launcher(
      {appearance: {variant: 'pill'}},
      'Questions? Talk to a gardener, day or night',
    ),
  },
  {
    name: 'pill-accent',
    render: launcher({appearance: {variant: 'pill', accent: '#0c7a43'}}),
  },
  {name: 'pill-dark', render: launcher({appearance: {variant: 'pill', colorScheme: 'dark'}})},
  {name: 'panel', render: launcher({appearance: {variant: 'panel'}})},
];
