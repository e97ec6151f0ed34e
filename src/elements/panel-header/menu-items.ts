/** The header's menu and what is in it: one chunk, fetched when somebody reaches for it. */
import type {CallHandle} from '../../controllers/call-context.js';
import type {Strings} from '../../locales/strings.js';
import {hasSound} from '../panel/view.js';
import '../menu/menu.define.js';
import type {MenuItem} from '../menu/menu.js';
import {transcriptText} from './transcript-text.js';

/** What the items need beside the call. */
export interface MenuHost {
  term<K extends keyof Strings>(key: K): Strings[K];
  /** Opens the sheet for microphone and speaker. */
  chooseDevices(): void;
}

/** What the menu in the header offers in this state of a call. */
export function menuItems(call: CallHandle, {term, chooseDevices}: MenuHost): MenuItem[] {
  const {state} = call;
  const sound: MenuItem = {label: term('sound').title, icon: 'sound', act: chooseDevices};
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
      icon: 'download',
      act: () =>
        actions.save(
          `transcript-${day}.txt`,
          transcriptText(transcript, {title, names, lang: term('lang')}),
        ),
    },
    {label: term('startOver'), icon: 'restart', act: () => actions.clear()},
  ];
}
