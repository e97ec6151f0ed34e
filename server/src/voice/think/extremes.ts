import type {TableRow} from './library.js';

const LEAST = /\b(?:cheapest|least expensive|lowest price[ds]?|smallest|most affordable)\b/;
const MOST = /\b(?:most expensive|dearest|priciest|biggest|largest|highest price[ds]?)\b/;
const PRICE = /[$€£]\s?(\d[\d,.]*)/;

/**
 * The row that a superlative means, by its price: "the cheapest one", "your biggest plan".
 *
 * @param plain The question in lower case.
 * @returns The row and the question without the superlative; null where there is none of either.
 */
export function extremeRow(
  plain: string,
  rows: readonly TableRow[],
): {row: TableRow; rest: string} | null {
  const pattern = LEAST.test(plain) ? LEAST : MOST.test(plain) ? MOST : null;
  const [first] = rows;
  if (!pattern || !first) return null;
  const priced = rows
    .filter(({table}) => table === first.table)
    .flatMap(row => {
      const price = priceOf(row);
      return price === null ? [] : [{row, price}];
    })
    .sort((a, b) => a.price - b.price);
  const found = pattern === LEAST ? priced.at(0) : priced.at(-1);
  return found
    ? {row: found.row, rest: plain.replace(pattern, found.row.name.toLowerCase())}
    : null;
}

function priceOf({cells}: TableRow): number | null {
  for (const {value} of cells) {
    const match = PRICE.exec(value);
    if (match) return Number(match[1].replace(/,/g, ''));
    if (/^free$/i.test(value)) return 0;
  }
  return null;
}
