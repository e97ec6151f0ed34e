import type {TranscriptEntry} from '../../call/state.js';
import type {TranscriptRole} from '../../contract/index.js';
import {plainText} from '../../markdown/index.js';
import {shortTime} from '../message/short-time.js';

/** A transcript as the text of a file: its title, the day, and each turn with its time. */
export function transcriptText(
  entries: readonly TranscriptEntry[],
  {
    title,
    names,
    lang,
  }: {title: string; names: Readonly<Record<TranscriptRole, string>>; lang: string},
): string {
  const day = new Intl.DateTimeFormat(lang, {dateStyle: 'full'}).format(entries[0]?.at);
  const turns = entries.map(({role, text, at}) => {
    const words = role === 'agent' ? plainText(text) : text;
    return `[${shortTime(at, lang)}] ${names[role]}: ${words}`;
  });
  return [title, day, '', ...turns, ''].join('\n');
}
