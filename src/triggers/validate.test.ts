import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {validateTriggers} from './validate.js';

const RULE = {id: 'a', name: 'Pricing', priority: 1, conditions: [{type: 'exitIntent'}]};

function faults(value: unknown): string[] {
  const check = validateTriggers(value);
  return 'faults' in check ? check.faults : [];
}

suite('validateTriggers takes', () => {
  test('every condition type, cooldown and action', () => {
    const triggers = [
      {
        ...RULE,
        conditions: [
          {type: 'urlMatches', pattern: '*/pricing*'},
          {type: 'dwellSeconds', gte: 30},
          {type: 'scrollDepth', gte: 0.6},
          {type: 'exitIntent'},
          {type: 'idleSeconds', gte: 0},
          {type: 'repeatVisitor'},
          {type: 'repeatVisitor', visitCountGte: 3},
        ],
        cooldown: {perSession: true, perDays: 7},
        action: 'teaser',
        message: 'Questions?',
      },
    ];
    assert.deepEqual(validateTriggers(triggers), {triggers});
    assert.deepEqual(validateTriggers([]), {triggers: []});
  });

  test('a rule without an id and gives it one', () => {
    const {id: _, ...nameless} = RULE;
    assert.deepEqual(
      validateTriggers([nameless], () => 'new'),
      {triggers: [{...RULE, id: 'new'}]},
    );
  });

  test('unknown fields without keeping them', () => {
    const odd = {...RULE, color: 'red', conditions: [{type: 'exitIntent', gte: 3}]};
    assert.deepEqual(validateTriggers([odd]), {triggers: [RULE]});
  });

  test('perSession: false as none', () => {
    assert.deepEqual(validateTriggers([{...RULE, cooldown: {perSession: false}}]), {
      triggers: [{...RULE, cooldown: {}}],
    });
  });
});

suite('validateTriggers refuses', () => {
  const broken: readonly [what: string, value: unknown, fault: RegExp][] = [
    ['no list', {}, /must be a list/],
    ['null', null, /must be a list/],
    ['too many rules', Array.from({length: 51}, () => RULE), /At most 50/],
    ['a rule that is no object', ['x'], /Rule 1: it must be an object/],
    ['a rule without a name', [{...RULE, name: ' '}], /Rule 1: name/],
    ['an id that is no text', [{...RULE, id: 5}], /Rule 1: id/],
    ['a priority that is no number', [{...RULE, priority: '1'}], /Rule 1: priority/],
    ['a priority that is not finite', [{...RULE, priority: NaN}], /Rule 1: priority/],
    ['no conditions', [{...RULE, conditions: []}], /conditions must be a list of 1 to 20/],
    ['conditions that are no list', [{...RULE, conditions: 'x'}], /conditions must be a list/],
    ['an action of its own', [{...RULE, action: 'explode'}], /action must be "open" or "teaser"/],
    ['a message too long for a teaser', [{...RULE, message: 'x'.repeat(161)}], /message must be/],
    ['a cooldown that is no object', [{...RULE, cooldown: 3}], /cooldown must be an object/],
    ['no days', [{...RULE, cooldown: {perDays: 0}}], /cooldown\.perDays/],
    ['half a day', [{...RULE, cooldown: {perDays: 0.5}}], /cooldown\.perDays/],
    ['perSession in words', [{...RULE, cooldown: {perSession: 'yes'}}], /cooldown\.perSession/],
    ['one id twice', [RULE, RULE], /Two rules have the id "a"/],
  ];
  for (const [what, value, fault] of broken) {
    test(what, () => assert.match(faults(value).join('\n'), fault));
  }

  const conditions: readonly [condition: unknown, fault: RegExp][] = [
    [null, /condition 1: it must be an object/],
    [{}, /type is missing/],
    [{type: 'moonPhase'}, /type "moonPhase" must be one of urlMatches/],
    [{type: 'toString'}, /must be one of/],
    [{type: 'urlMatches'}, /pattern/],
    [{type: 'urlMatches', pattern: ''}, /pattern/],
    [{type: 'urlMatches', pattern: '*'.repeat(501)}, /pattern/],
    [{type: 'dwellSeconds'}, /gte \(seconds\)/],
    [{type: 'dwellSeconds', gte: -1}, /gte \(seconds\)/],
    [{type: 'dwellSeconds', gte: '30'}, /gte \(seconds\)/],
    [{type: 'dwellSeconds', gte: Infinity}, /gte \(seconds\)/],
    [{type: 'idleSeconds', gte: -0.1}, /gte \(seconds\)/],
    [{type: 'scrollDepth', gte: 1.1}, /from 0 to 1/],
    [{type: 'scrollDepth', gte: 60}, /from 0 to 1/],
    [{type: 'repeatVisitor', visitCountGte: 0}, /visitCountGte/],
    [{type: 'repeatVisitor', visitCountGte: 1.5}, /visitCountGte/],
  ];
  for (const [condition, fault] of conditions) {
    test(JSON.stringify(condition)?.slice(0, 60), () =>
      assert.match(faults([{...RULE, conditions: [condition]}]).join('\n'), fault),
    );
  }

  test('everything at once, each by its place', () => {
    const both = faults([
      {...RULE, name: ''},
      {...RULE, id: 'b', conditions: [{type: 'x'}]},
    ]);
    assert.equal(both.length, 2);
    assert.match(both[0] ?? '', /^Rule 1: /);
    assert.match(both[1] ?? '', /^Rule 2: condition 1: /);
  });
});
