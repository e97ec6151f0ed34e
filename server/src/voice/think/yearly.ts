import type {Topic} from './memory.js';
import {stem} from './words.js';

const MONTHLY = /([$€£])\s?(\d[\d,]*(?:\.\d{2})?) (?:a|per) month/;

/**
 * "How much is that a year?", after a monthly price: twelve times it, where the knowledge has
 * no yearly price of its own.
 *
 * @param last The agent's last words.
 */
export function yearlyAnswer({terms}: Topic, last: string): string | null {
  const isYearly = ['year', 'annual', 'yearly', 'annually'].some(word =>
    terms.includes(stem(word)),
  );
  const price = isYearly ? MONTHLY.exec(last) : null;
  if (!price) return null;
  const [, currency, amount] = price;
  const cents = Math.round(Number(amount.replace(/,/g, '')) * 100) * 12;
  const total = cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);
  return `Paid by the month, that is ${currency}${grouped(total)} for twelve months.`;
}

function grouped(amount: string): string {
  return amount.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
