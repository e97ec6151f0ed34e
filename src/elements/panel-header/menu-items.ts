/** The header's menu and what is in it: one chunk, fetched when somebody reaches for it. */
import type {CallHandle} from '../../controllers/call-context.js';
import type {Strings} from '../../locales/strings.js';
import {drawing, icon} from '../shared/icons.js';
import {hasSound} from '../panel/view.js';
import '../menu/menu.define.js';
import type {MenuItem} from '../menu/menu.js';
import {transcriptText} from './transcript-text.js';

export const SOUND =
  'M4 8h9M19 8h1M4 16h1M11 16h9M16 5.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5ZM8 13.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5';
export const DOWNLOAD = 'M12 4v11M7.5 11L12 15.5 16.5 11M5 19.5h14';

/** What the items need beside the call. */
export interface MenuHost {
  term<K extends keyof Strings>(key: K): Strings[K];
  /** Opens the sheet for microphone and speaker. */
  chooseDevices(): void;
}

/** What the menu in the header offers in this state of a call. */
export function menuItems(call: CallHandle, {term, chooseDevices}: MenuHost): MenuItem[] {
  const {state} = call;
  const sound: MenuItem = {label: term('sound').title, icon: drawing(SOUND), act: chooseDevices};
  return [
    ...(hasSound(call) ? [sound] : []),
    ...(state.transcript.length > 0 ? wordItems(call, term) : []),
  ];
}

/** What can be done with the words of a conversation. */
function wordItems({state, agent, actions}: CallHandle, term: MenuHost['term']): MenuItem[] {
  const {transcript} = state;
  const title = term('conversationWith')(agent.name);
  const names = {agent: agent.name || term('assistant'), visitor: term('you')};
  const day = new Date().toISOString().slice(0, 10);
  return [
    {
      label: term('downloadTranscript'),
      icon: drawing(DOWNLOAD),
      act: () =>
        actions.save(
          `transcript-${day}.txt`,
          transcriptText(transcript, {title, names, lang: term('lang')}),
        ),
    },
    {label: term('startOver'), icon: icon('restart'), act: () => actions.clear()},
  ];
}
