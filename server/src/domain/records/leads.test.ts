import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Capture} from '../../../../src/contract/index.js';
import {leadOf, leadsAsCsv, type Lead} from './leads.js';

const CALL = {sessionId: 's1', widgetId: 'w1', pageUrl: 'https://acme.com/', at: '2030-01-01'};

const captured = (kind: Capture['kind'], value: string): Capture => ({
  ...{id: value, sessionId: 's1', kind, value},
  ...{source: 'agent_asked', prefilled: false, createdAt: '2030-01-01'},
});

test('a lead has the last value of each kind, and null for what was not left', () => {
  const captures = [
    captured('phone', '+14155552671'),
    captured('email', 'jane@old.example'),
    captured('email', 'jane@new.example'),
  ];
  const {name, email, phone} = leadOf(CALL, captures);
  assert.deepEqual([name, email, phone], [null, 'jane@new.example', '+14155552671']);
});

const lead = (changes: Partial<Lead>): Lead => ({
  ...{...CALL, name: null, email: null, phone: null},
  ...changes,
});

test('as CSV, what a visitor wrote is one cell and no formula', () => {
  const csv = leadsAsCsv([
    lead({name: 'Doe, "Jane"', phone: '+14155552671'}),
    lead({name: '=HYPERLINK("https://evil.example")'}),
    lead({name: '@SUM(1)'}),
    lead({name: 'Two\nlines'}),
  ]);
  assert.deepEqual(csv.split('\r\n'), [
    'at,name,email,phone,pageUrl,sessionId',
    '2030-01-01,"Doe, ""Jane""",,+14155552671,https://acme.com/,s1',
    `2030-01-01,"'=HYPERLINK(""https://evil.example"")",,,https://acme.com/,s1`,
    "2030-01-01,'@SUM(1),,,https://acme.com/,s1",
    '2030-01-01,"Two\nlines",,,https://acme.com/,s1',
    '',
  ]);
});
