import type {CaptureKind} from '../contract/index.js';
import {PHONE_PLANS} from './countries.js';

/** A normalised value as a person reads it: `+4915123456789` as `+49 151 234 567 89`. */
export function readable(kind: CaptureKind, value: string): string {
  if (kind !== 'phone' || !/^\+?\d{7,}$/.test(value)) return value;
  const code = Object.values(PHONE_PLANS)
    .map(([code]) => `+${code}`)
    .find(code => value.startsWith(code));
  const rest = value.slice(code?.length ?? 0);
  // Threes, and no digit alone at the end.
  const groups = rest.match(/^\+\d+|\d{4}$|\d{3}(?!\d$)|\d{1,4}/g) ?? [];
  return [code ?? '', ...groups].join(' ').trim();
}

/** A value letter by letter, for ears: `jane@x.io` as `j a n e @ x . i o`. */
export function spelled(value: string): string {
  return Array.from(value.replace(/\s+/g, '')).join(' ');
}
