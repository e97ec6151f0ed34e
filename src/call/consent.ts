import type {AskedConsent, GivenConsent} from '../contract/index.js';

/** What a visitor does that starts a call: they press, or they write. */
export type Wish = {mode: 'voice' | 'text'} | {text: string};

/** Whether the visitor has to agree before anything starts: they did not, or to another text. */
export function isConsentMissing(
  asked: AskedConsent | undefined,
  given: GivenConsent | null,
): boolean {
  return asked !== undefined && (!given || given.version !== asked.version);
}

/** A consent as it was kept, where it is one: anybody may have written there. */
export function readConsent(kept: unknown): GivenConsent | null {
  const {version, agreed_at} = (kept ?? {}) as Record<string, unknown>;
  if (typeof version !== 'string' || typeof agreed_at !== 'string') return null;
  return Number.isNaN(Date.parse(agreed_at)) ? null : {version, agreed_at};
}

/** What to do, in order, once the visitor has agreed: talking comes before what was written. */
export function inOrder(wishes: readonly Wish[]): readonly Wish[] {
  const modes = wishes.flatMap(wish => ('mode' in wish ? [wish.mode] : []));
  const texts = wishes.filter(wish => 'text' in wish);
  const mode = modes.includes('voice') ? 'voice' : modes[0];
  return mode ? [{mode}, ...texts] : texts;
}
