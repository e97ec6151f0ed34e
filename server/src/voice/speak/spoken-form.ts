import {plainText} from '../../../../src/markdown/index.js';

const CURRENCIES: Readonly<Record<string, [one: string, many: string]>> = {
  $: ['dollar', 'dollars'],
  '€': ['euro', 'euros'],
  '£': ['pound', 'pounds'],
};

const WORDS: readonly [RegExp, string][] = [
  [/&/g, ' and '],
  [/\be\.g\.,?/gi, 'for example,'],
  [/\bi\.e\.,?/gi, 'that is,'],
  [/\betc\./gi, 'and so on.'],
  [/\bvs\./gi, 'versus'],
  [/\bapprox\./gi, 'approximately'],
  [/\bMon\b/g, 'Monday'],
  [/\bTue\b/g, 'Tuesday'],
  [/\bWed\b/g, 'Wednesday'],
  [/\bThu\b/g, 'Thursday'],
  [/\bFri\b/g, 'Friday'],
  [/\bSat\b/g, 'Saturday'],
  [/(\d)\s*%/g, '$1 percent'],
  [/(\d)\s?[–—-]\s?(\d)/g, '$1 to $2'],
  [/\b(\d+)\s?GB\b/g, '$1 gigabytes'],
  [/\b(\d+)\s?MB\b/g, '$1 megabytes'],
  [/\b(\d+)\s?km\b/g, '$1 kilometres'],
  [/\b(\d+)\s?kg\b/g, '$1 kilos'],
  [/\/\s?(month|year|day|week|hour|user|seat|mo|yr)\b/gi, ' per $1'],
  [/\bper mo\b/gi, 'per month'],
  [/\bper yr\b/gi, 'per year'],
  [/\bAPI\b/g, 'A P I'],
  [/\bFAQ\b/g, 'F A Q'],
  [/\bURL\b/g, 'U R L'],
  [/\bVAT\b/g, 'V A T'],
  [/\bUK\b/g, 'U K'],
  [/\bEU\b/g, 'E U'],
];

/**
 * A sentence as it is spoken: prices, addresses and abbreviations in words, without its Markdown
 * and whatever else a synthesiser would spell out or choke on.
 *
 * @returns An empty string where nothing can be said, such as for an emoji.
 */
export function spokenForm(sentence: string): string {
  const words = plainText(sentence, {isUnfinished: true});
  let text = words.normalize('NFKC').replace(/[’‘]/g, "'").replace(/[“”]/g, '"');
  text = text.replace(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, spokenEmail);
  text = text.replace(/https?:\/\/(?:www\.)?(\S+?)(?=[.,!?]?(?:\s|$))/g, (_, rest) =>
    spokenUrl(rest),
  );
  text = text.replace(/[*_`#|]+/g, ' ');
  text = text.replace(/([$€£])\s?(\d[\d,]*)(?:\.(\d{2}))?/g, spokenPrice);
  text = text.replace(/(\d),(?=\d{3}\b)/g, '$1');
  text = text
    .replace(/\b(\d{1,2}):00\s?(am|pm)\b/gi, '$1 $2')
    .replace(/\b(\d{1,2}):(\d\d)\b/g, '$1 $2');
  text = text.replace(
    /\b(\d{1,2})\s?(am|pm)\b/gi,
    (_, hour, half) => `${hour} ${[...half.toUpperCase()].join(' ')}`,
  );
  for (const [pattern, words] of WORDS) text = text.replace(pattern, words);
  text = unaccented(text)
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replace(/[<>{}[\]\\^~]+/g, ' ');
  text = text
    .replace(/\s+/g, ' ')
    .replace(/\s([.,!?;:])/g, '$1')
    .trim();
  return /[a-z0-9]/i.test(text) ? text : '';
}

function unaccented(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[–—]/g, ', ')
    .replace(/…/g, '...');
}

function spokenPrice(_: string, symbol: string, whole: string, cents?: string): string {
  const [one, many] = CURRENCIES[symbol] ?? ['', ''];
  const amount = whole.replace(/,/g, '');
  const unit = amount === '1' ? one : many;
  return cents && cents !== '00' ? `${amount} ${many} ${Number(cents)}` : `${amount} ${unit}`;
}

function spokenEmail(email: string): string {
  return email
    .replace('@', ' at ')
    .replace(/\./g, ' dot ')
    .replace(/_/g, ' underscore ')
    .replace(/-/g, ' dash ')
    .replace(/\+/g, ' plus ');
}

function spokenUrl(url: string): string {
  return url
    .replace(/\/$/, '')
    .replace(/\./g, ' dot ')
    .replace(/\//g, ' slash ')
    .replace(/-/g, ' dash ');
}
