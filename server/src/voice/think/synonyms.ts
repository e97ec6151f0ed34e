import {stem} from './words.js';

/** Words that visitors use for the same thing. */
const GROUPS = [
  'cost price pricing expensive charge fee rate pay payment cheap quote',
  'cancel quit terminate unsubscribe cancellation',
  'refund reimburse moneyback guarantee',
  'commission cut percentage',
  'import migrate transfer move',
  'item product article',
  'abroad international overseas foreign country countries',
  'contract minimum commitment',
  'reply respond answer response',
  'internet wifi connection offline network',
  'store keep kept host',
  'ship shipping deliver delivery parcel courier dispatch',
  'trial try test',
  'contact email phone call reach telephone write',
  'support help assistance',
  'hours open opening closed close weekend',
  'plan package tier subscription option',
  'user seat staff account member employee',
  'discount coupon charity cheaper voucher promotion',
  'integrate integration connect compatible plugin',
  'address location located based office headquarters',
  'year annual yearly annually',
  'month monthly',
  'upgrade downgrade switch change',
  'secure security safe gdpr privacy encrypted',
  'limit maximum cap',
  'include contain',
  'buy purchase order',
  'lesson class workshop course',
  'start begin setup onboarding install',
  'export download backup',
  'free complimentary gratis',
  'card credit debit',
  'language english french spanish german speak',
  'demonstration demo',
] as const;

const BY_STEM = new Map<string, readonly string[]>();
for (const group of GROUPS) {
  const stems = group.split(' ').map(stem);
  for (const member of stems) BY_STEM.set(member, [...(BY_STEM.get(member) ?? []), ...stems]);
}

const WORDS = new Map<string, readonly string[]>();
for (const group of GROUPS) {
  const members = group.split(' ');
  for (const member of members) {
    WORDS.set(stem(member), [...(WORDS.get(stem(member)) ?? []), ...members]);
  }
}

/** Whole words that mean the same as a stem, for an index that has endings of its own. */
export function synonymWordsOf(stemmed: string): readonly string[] {
  return WORDS.get(stemmed) ?? [];
}

/** Stems that mean the same as a stem, itself first. */
export function synonymsOf(stemmed: string): readonly string[] {
  const group = BY_STEM.get(stemmed) ?? [];
  return [stemmed, ...group.filter(member => member !== stemmed)];
}
