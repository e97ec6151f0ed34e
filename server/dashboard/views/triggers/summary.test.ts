import assert from 'node:assert/strict';
import {test} from 'node:test';
import {summaryOf} from './summary.js';

const rule = {id: 'r', name: 'Rule', priority: 1};

test('a rule is told in one sentence', () => {
  assert.equal(
    summaryOf({
      ...rule,
      conditions: [
        {type: 'urlMatches', pattern: '*/pricing*'},
        {type: 'dwellSeconds', gte: 30},
        {type: 'scrollDepth', gte: 0.6},
      ],
      cooldown: {perSession: true, perDays: 7},
    }),
    'Opens the widget on a page like */pricing*, after 30 seconds on the page and once 60 % of the page was scrolled, once a visit, then not again for 7 days.',
  );
  assert.equal(
    summaryOf({
      ...rule,
      action: 'teaser',
      message: 'Any questions?',
      conditions: [{type: 'exitIntent'}],
    }),
    'Shows “Any questions?” beside the orb when the pointer leaves towards the top.',
  );
  assert.equal(
    summaryOf({
      ...rule,
      conditions: [{type: 'repeatVisitor'}, {type: 'idleSeconds', gte: 1}],
      cooldown: {perDays: 1},
    }),
    'Opens the widget from visit 2 on and after a second without activity, then not again for a day.',
  );
  assert.equal(
    summaryOf({...rule, conditions: []}),
    'It has no conditions yet, so it never fires.',
  );
});
