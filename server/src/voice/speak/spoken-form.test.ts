import assert from 'node:assert/strict';
import {test} from 'node:test';
import {spokenForm} from './spoken-form.js';

const CASES: readonly [written: string, spoken: string][] = [
  ['It costs $29 a month.', 'It costs 29 dollars a month.'],
  ['It costs $1 more.', 'It costs 1 dollar more.'],
  ['That is $1,290.50 in all.', 'That is 1290 dollars 50 in all.'],
  ['About 2.9% & 30 cents', 'About 2.9 percent and 30 cents'],
  ['Write to jane.doe@example.com.', 'Write to jane dot doe at example dot com.'],
  ['See https://www.acme.com/help for more.', 'See acme dot com slash help for more.'],
  ['Open 9 am to 5pm', 'Open 9 A M to 5 P M'],
  ['5–7 days', '5 to 7 days'],
  ['**Pro** has `10` seats', 'Pro has 10 seats'],
  ['See [our **plans**](https://acme.com/pricing).', 'See our plans.'],
  ['![logo](https://acme.com/a.png) Welcome', '!logo Welcome'],
  ['\n- **Starter**: $19', 'Starter: 19 dollars'],
  ['\n2. *Team* plan', '2. Team plan'],
  ['## Opening hours', 'Opening hours'],
  ['**Pro has', 'Pro has'],
  ['has 10 seats**', 'has 10 seats'],
  ['Write to jane_doe@example.com.', 'Write to jane underscore doe at example dot com.'],
  ['2 * 3 is 6', '2 3 is 6'],
  ['```js', ''],
  ['Café 😀 crème', 'Cafe creme'],
  ['$5/month', '5 dollars per month'],
  ['😀🎉', ''],
  ['日本語', ''],
];

for (const [written, spoken] of CASES) {
  test(`"${written}" is spoken as "${spoken}"`, () => assert.equal(spokenForm(written), spoken));
}
