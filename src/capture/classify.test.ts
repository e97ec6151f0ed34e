import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {askedFor, volunteered} from './classify.js';
import {languageOf} from './languages/all.js';

/** What is volunteered, as `kind value`. */
function heard(utterance: string, country?: string, expected?: 'email' | 'phone') {
  const found = volunteered(utterance, {country, expected});
  return found === null ? null : `${found.kind} ${found.value}`;
}

suite('askedFor', () => {
  const asked: readonly [sentence: string, kind: 'email' | 'phone' | 'name' | null][] = [
    ["What's your email?", 'email'],
    ['What’s your e-mail?!', 'email'],
    ['What is your e-mail address?', 'email'],
    ['Your email? 😊', 'email'],
    ['What\'s your email?"', 'email'],
    ['email?', 'email'],
    ["What's your email address, so that we can call you back?", 'email'],
    ['What is your email? I will have somebody follow up.', 'email'],
    ['We ship on Fridays. What is your email?', 'email'],
    ['Can I have a contact, e.g. an email?', 'email'],
    ['Can I have your email, e.g. the work one?', 'email'],
    ['May I have your name and email?', 'email'],
    ['Could I have your phone number?', 'phone'],
    ['What is the best number to reach you on?', 'phone'],
    ['What number can I call you on?', 'phone'],
    ['Best phone or email?', 'phone'],
    ["What's your mobile?", 'phone'],
    ["What's your name?", 'name'],
    ['Who am I speaking with?', 'name'],
    ['What should I call you?', 'name'],
    ["Who's calling?", 'name'],
    ['What is your order number?', null],
    ['We sent an email. Is there anything else?', null],
    ['What is your email? And is there anything else?', null],
    ['Tell me your email.', null],
    ["What's the domain name?", null],
    ['What is the name of the plan?', null],
    ['See https://acme.com/?a=email', null],
    ['Do you need a number of seats?', null],
    ['Do you want the mobile app?', null],
    ['Should I call you back tomorrow?', null],
    ['Do you want phone support?', null],
    ['', null],
    ['?', null],
  ];
  for (const [sentence, kind] of asked) {
    test(`${JSON.stringify(sentence)} asks for ${kind ?? 'nothing'}`, () => {
      assert.equal(askedFor(sentence), kind);
    });
  }
});

suite('volunteered: an email', () => {
  const emails: readonly [utterance: string, value: string][] = [
    ['jane at example dot com', 'jane@example.com'],
    ['jane at example.com', 'jane@example.com'],
    ['My email at masses Tom at garden dot com.', 'tom@garden.com'],
    ['My name is Jane at example dot com.', 'jane@example.com'],
    ['Jane at example.com.', 'jane@example.com'],
    ['jane@example dot com', 'jane@example.com'],
    ['my email is jane.doe at acme dot co dot uk.', 'jane.doe@acme.co.uk'],
    ['jane dot doe at example dot com', 'jane.doe@example.com'],
    ['jane dot doe@example.com', 'jane.doe@example.com'],
    ['jane underscore doe at gmail dot com', 'jane_doe@gmail.com'],
    ['jane dash doe at big dash company dot org', 'jane-doe@big-company.org'],
    ['jane plus news at g mail dot com', 'jane+news@gmail.com'],
    ['J A N E at example dot com', 'jane@example.com'],
    ['J-A-N-E at example.com', 'jane@example.com'],
    ['J. A. N. E. at example dot com', 'jane@example.com'],
    ['J, A, N, E at example dot com', 'jane@example.com'],
    ['J.A.N.E. at example.com', 'jane@example.com'],
    ['yes it is j a n e dot d o e at a c m e dot c o dot u k', 'jane.doe@acme.co.uk'],
    ['J as in Juliet a n e at example dot com', 'jane@example.com'],
    ["It's jane double five at example dot com", 'jane55@example.com'],
    ['jane forty two at example dot com', 'jane42@example.com'],
    ['jane nineteen eighty five at example.com', 'jane1985@example.com'],
    ['jane 42 at example.com', 'jane42@example.com'],
    ['sure, Jane Doe at gmail dot com', 'janedoe@gmail.com'],
    ['My email is Jane Doe at Gmail.com.', 'janedoe@gmail.com'],
    ['jane doe, all one word, at example dot com', 'janedoe@example.com'],
    ['my email is j smith at outlook dot com', 'jsmith@outlook.com'],
    ['J. Smith at outlook.com', 'jsmith@outlook.com'],
    ['You can reach me at jane at example dot com', 'jane@example.com'],
    ['jane at example dot co dot uk please', 'jane@example.co.uk'],
    ['jane at sign example dot com', 'jane@example.com'],
    ['jane at example dot calm', 'jane@example.com'],
    ['My email is Jane at example dot con.', 'jane@example.com'],
    ['jane @ example . com', 'jane@example.com'],
    ['jane@gmail. com', 'jane@gmail.com'],
    ['my e-mail is jane at proton dot me', 'jane@proton.me'],
    ['Is it jane at example dot com?', 'jane@example.com'],
    ['Okay, my email address is, um, jane at example dot com', 'jane@example.com'],
    ['send the quote to jane at example dot com when you can', 'jane@example.com'],
    ['write to sales at acme dot com', 'sales@acme.com'],
    ['hello at acme dot com', 'hello@acme.com'],
    ['jane at fernhill dot com is best, I think', 'jane@fernhill.com'],
    ['jane @example.com is my email', 'jane@example.com'],
    ['Jane.Doe@Example.COM', 'Jane.Doe@example.com'],
    ['jane.doe+tag@sub.example.co.uk, thanks', 'jane.doe+tag@sub.example.co.uk'],
    ['contact me: <jane@example.com>.', 'jane@example.com'],
    ['mailto:jane@example.com', 'jane@example.com'],
    ["o'brien@example.ie", "o'brien@example.ie"],
    ['the email would be info at bücher dot de', 'info@bücher.de'],
    ['bob@example.com and jane@example.com', 'bob@example.com'],
    ['bob@example.com, sorry, jane@example.com', 'jane@example.com'],
  ];
  for (const [utterance, value] of emails) {
    test(JSON.stringify(utterance), () => assert.equal(heard(utterance), `email ${value}`));
  }

  test('an answer to the question needs no more than the address', () => {
    assert.equal(heard('we use prices at acme dot com'), null);
    assert.equal(
      heard('it will be jane at acme dot com because we like it', undefined, 'email'),
      'email jane@acme.com',
    );
  });
});

suite('volunteered: a phone number', () => {
  const numbers: readonly [utterance: string, value: string, country?: string][] = [
    ['call me on 415 555 2671', '4155552671'],
    ['call me on 415-555-2671', '+14155552671', 'US'],
    ['(415) 555-2671', '+14155552671', 'US'],
    ['415.555.2671', '4155552671'],
    ['tel:+1-415-555-2671', '+14155552671'],
    ['+44 20 7946 0958', '+442079460958'],
    ['my number is double five five one two three four', '5551234'],
    ['five five five, one two three, four five six seven', '5551234567'],
    ['triple five, one two, triple three', '55512333'],
    ["it's 5-5-5, 1-2-3, 4-5-6-7", '5551234567'],
    ['oh two oh seven nine four six oh nine five eight', '02079460958'],
    ['oh two oh seven nine four six oh nine five eight', '+442079460958', 'GB'],
    ['plus four four twenty seventy nine four six oh nine five eight', '+442079460958'],
    ['one eight hundred five five five one two one two', '+18005551212', 'US'],
    ['my phone is 07911 123456', '+447911123456', 'GB'],
    ['07911 123456', '07911123456'],
    ['555-1234', '5551234'],
    ['5551234567 is my cell', '5551234567'],
    ['612 345 678', '+34612345678', 'ES'],
    ['06 12 34 56 78', '+33612345678', 'FR'],
    ['you can reach me at 0049 30 1234567', '+49301234567'],
    ['My order was 4411. Call me: 415 555 2671', '4155552671'],
    ['about order 4411, my phone number is 4155552671', '4155552671'],
    ['0 4 1 2 3 4 5 6 7 8', '+61412345678', 'AU'],
  ];
  for (const [utterance, value, country] of numbers) {
    test(`${JSON.stringify(utterance)} in ${country ?? 'no known country'}`, () =>
      assert.equal(heard(utterance, country), `phone ${value}`));
  }

  test('an answer to the question needs no more than digits', () => {
    assert.equal(heard('612 345 678'), null);
    assert.equal(heard('612 345 678', undefined, 'phone'), 'phone 612345678');
  });
});

suite('volunteered: nothing', () => {
  const nothing = [
    'meet me at the dot com office',
    'I work at Google dot com',
    'look at example dot com',
    'find me at acme.com',
    'find prices at acme.com',
    'the prices at acme.com are high',
    'I bought it at amazon.com',
    'see you at 10.am',
    'at example dot com',
    'jane at example',
    'follow us @acme.com',
    'I found your email at acme.com',
    'email me at acme.com',
    'We met at Node.js conf',
    'it starts at 5.30',
    'version one dot two at acme',
    'the point at issue',
    'I am at home. Come over',
    'meet at noon. It is fine',
    'my order number is 123456789',
    'order 4155552671',
    'it costs $4155552671',
    '192.168.0.1',
    '192.168.100.123 is my server',
    'on 2024-01-15',
    '15/01/2024',
    'call me on 15 05 2024',
    'from 2019 to 2023',
    '2019-2023',
    '2024 2025 2026',
    'version 10.15.7',
    '4111 1111 1111 1111',
    '123-45-6789',
    '94103-1234',
    'we have 1,500,000 users',
    '1 500 000 users',
    'at 10:30 or 11:45',
    'call me at 10:30',
    'call me between 9 and 5',
    'my account number is 4155552671',
    '4155552671 is my order number',
    '3.1415926535',
    '37.7749, -122.4194',
    '1700000000000',
    'invoice #4155552671',
    'A4155552671',
    '4155552671X',
    'twenty twenty four',
    'nineteen ninety nine',
    'one two three',
    'https://x.com/4155552671',
    'the isbn is 978 3 16 148410 0',
    'four thousand five hundred dollars',
    'I need 10000000 euros',
    'the VAT number is 123456789',
    'my ticket is zero one two three four five six seven',
    'My name is Jane Doe',
    'Jane',
    '',
    '@',
    '😊',
    'こんにちは',
    'at at at dot dot dot',
    '+',
    'double',
    'double double five',
  ];
  for (const utterance of nothing) {
    test(JSON.stringify(utterance), () => assert.equal(heard(utterance, 'US'), null));
  }
});

for (const locale of ['en', 'de', 'es', 'fr', 'it', 'pt']) {
  test(`no utterance makes the classifier slow in ${locale}`, () => {
    const language = languageOf(locale);
    const parts = [
      'a ',
      'at ',
      'a.',
      '@',
      'a@',
      '1 ',
      '1-',
      'dot ',
      'a at ',
      'double ',
      'arroba ',
      'et ',
      "l'",
      '. ',
      'a, ',
      '?',
      ' ',
    ];
    // Of this process: other programs may keep the machine busy.
    const started = process.cpuUsage();
    for (const part of parts) {
      volunteered(part.repeat(20_000), {language});
      volunteered(`${part.repeat(1000)}@x`, {language});
      askedFor(`${part.repeat(20_000)}?`, language);
    }
    const elapsedMs = process.cpuUsage(started).user / 1000;
    assert.ok(elapsedMs < 3000, `${elapsedMs} ms`);
  });
}
