const DATE_TIME = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium', timeStyle: 'short'});
const TIME = new Intl.DateTimeFormat(undefined, {timeStyle: 'medium'});
const DAY = new Intl.DateTimeFormat(undefined, {dateStyle: 'medium'});
const RELATIVE = new Intl.RelativeTimeFormat(undefined, {numeric: 'auto'});

/** Date and time, in the operator's own way. */
export const dateTime = (at: string) => DATE_TIME.format(new Date(at));
export const timeOf = (at: string) => TIME.format(new Date(at));
export const dayOf = (at: string) => DAY.format(new Date(at));

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** “3 minutes ago”; older than a week: the day. */
export function ago(at: string): string {
  const seconds = (Date.parse(at) - Date.now()) / 1000;
  if (Math.abs(seconds) > 7 * 86_400) return dayOf(at);
  const [unit, length] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
  if (unit === 'second') return 'just now';
  return RELATIVE.format(Math.round(seconds / length), unit);
}

/** `3:07` of 187 seconds. */
export function duration(seconds: number): string {
  const rest = String(Math.round(seconds) % 60).padStart(2, '0');
  return `${Math.floor(seconds / 60)}:${rest}`;
}

/** The path of a page's address, as a person reads it. */
export function pathOf(url: string): string {
  if (!URL.canParse(url)) return url;
  const {pathname, search} = new URL(url);
  return pathname + search;
}
