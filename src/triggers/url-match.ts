/**
 * Whether a full URL fits a pattern (§4.2): `*` stands for any run of characters, all else for
 * itself, in either case. The leftmost place of each part is tried and never given up, so that no
 * pattern can make it slow.
 *
 * @example urlMatches('*\/pricing*', 'https://acme.com/Pricing?a=1') // true
 */
export function urlMatches(pattern: string, url: string): boolean {
  const text = url.toLowerCase();
  const [head = '', ...rest] = pattern.toLowerCase().split('*');
  const tail = rest.pop();
  if (tail === undefined) return text === head;
  if (!text.startsWith(head)) return false;
  let place = head.length;
  for (const part of rest) {
    const found = text.indexOf(part, place);
    if (found < 0) return false;
    place = found + part.length;
  }
  return text.length - tail.length >= place && text.endsWith(tail);
}
