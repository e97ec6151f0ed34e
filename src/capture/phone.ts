import {PHONE_PLANS, type PhonePlan} from './countries.js';

/** Spaces, brackets, slashes, dots and dashes of every kind that people put into numbers. */
const SEPARATORS = /[\s()/.\u2010-\u2015\u2212-]+/g;

/** ", ext. 12", " x12", ";ext=12": E.164 has no place for an extension. */
const EXTENSION =
  /[\s,;]*(?:exten[sç](?:ion|ión|ão)|ext|x|poste|durchwahl|dw|int(?:erno)?|ramal|anexo)[\s.:=]*\d{1,6}$/i;

/**
 * Puts a written number into E.164 (`+442079460958`) where it is international or `country` (ISO
 * 3166 alpha-2) is known and fits; else keeps its digits where there are 7 to 15 of them, since a
 * visitor abroad writes numbers as at home. An extension is dropped. Null: not a phone number.
 */
export function normalizePhone(text: string, country = ''): string | null {
  const compact = text
    .replace(/^tel:/i, '')
    .replace(EXTENSION, '')
    .replace(/[٠-٩۰-۹]/g, digit => String(digit.charCodeAt(0) & 15))
    .replace(/(^\s*(?:\+|00)[\d\s.-]*)\(0\)/, '$1')
    .replace(SEPARATORS, '');
  const match = /^(\+?)(\d{7,17})$/.exec(compact);
  if (match === null || /^0+$/.test(match[2] ?? '')) return null;
  const [, plus, digits = ''] = match;
  const iso = country.toUpperCase();
  const plan = Object.hasOwn(PHONE_PLANS, iso) ? PHONE_PLANS[iso] : undefined;
  if (plus) return international(digits);
  const exit = plan?.[0] === '1' ? '011' : '00';
  if (digits.startsWith(exit)) return international(digits.slice(exit.length));
  return (plan && national(digits, plan)) ?? (digits.length <= 15 ? digits : null);
}

function national(digits: string, plan: PhonePlan): string | null {
  const [code, trunk] = plan;
  const rest = trunk && digits.startsWith(trunk) ? digits.slice(trunk.length) : digits;
  return fits(rest, plan) ? `+${code}${rest}` : null;
}

function international(digits: string): string | null {
  for (const plan of Object.values(PHONE_PLANS)) {
    const [code, trunk] = plan;
    if (!digits.startsWith(code)) continue;
    const rest = digits.slice(code.length);
    // "+44 020 …": a trunk zero dialled at home only.
    const tidy = trunk === '0' && rest.startsWith('0') ? rest.slice(1) : rest;
    return fits(tidy, plan) ? `+${code}${tidy}` : null;
  }
  return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
}

function fits(rest: string, [code, , least, most]: PhonePlan): boolean {
  // No area code of the North American plan begins with 0 or 1.
  return rest.length >= least && rest.length <= most && !(code === '1' && /^[01]/.test(rest));
}
