import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {PHONE_PLANS} from './countries.js';
import {normalizeCapture} from './normalize.js';
import {readable, spelled} from './show.js';

suite('a contact detail as it is shown', () => {
  const rows = [
    ['phone', '+14155552671', '+1 415 555 2671'],
    ['phone', '+442079460958', '+44 207 946 0958'],
    ['phone', '+33612345678', '+33 612 345 678'],
    ['phone', '+4915123456789', '+49 151 234 567 89'],
    ['phone', '+24712345', '+24712345'],
    ['phone', '0612345678', '061 234 5678'],
    ['phone', '5551234', '555 1234'],
    ['phone', 'half a numb', 'half a numb'],
    ['email', 'jane@example.com', 'jane@example.com'],
    ['name', 'Jane Doe', 'Jane Doe'],
  ] as const;
  for (const [kind, value, shown] of rows) {
    test(`${kind} ${value} reads ${shown}`, () => assert.equal(readable(kind, value), shown));
  }

  test('every country’s number is the same number when it is read back', () => {
    for (const [code, , least, most] of Object.values(PHONE_PLANS)) {
      for (let length = Math.max(least, 5); length <= most; length++) {
        const value = `+${code}${'2345678901234'.slice(0, length)}`;
        assert.equal(normalizeCapture('phone', readable('phone', value)), value);
      }
    }
  });

  test('is spelled letter by letter', () => {
    assert.equal(spelled('zoë_1@x.io'), 'z o ë _ 1 @ x . i o');
    assert.equal(spelled('+1 415 555'), '+ 1 4 1 5 5 5 5');
  });
});
