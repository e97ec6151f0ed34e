import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Condition, Engagement, Trigger} from '../contract/index.js';
import {couldHaveFired, firstSatisfied, NO_FIRINGS, withFiring} from './evaluate.js';
import {explain} from './explain.js';
import type {Signals} from './ports.js';

const DAY_MS = 86_400_000;
const NOW = Date.UTC(2026, 0, 15);

function rule(id: string, conditions: Condition[], more: Partial<Trigger> = {}): Trigger {
  return {id, name: id, priority: 0, conditions, ...more};
}

function signals(more: Partial<Signals> = {}): Signals {
  const passive = {dwellMs: 0, scrollDepth: 0, exitIntent: false, idleMs: null, visitCount: 1};
  return {url: 'https://acme.com/pricing', ...passive, ...more};
}

function fired(
  triggers: Trigger[],
  now: Partial<Signals> = {},
  history = NO_FIRINGS,
): string | null {
  return firstSatisfied(triggers, signals(now), history, NOW).trigger?.id ?? null;
}

suite('a condition', () => {
  const rows: readonly [Condition, yes: Partial<Signals>, no: Partial<Signals>][] = [
    [{type: 'urlMatches', pattern: '*/pricing'}, {}, {url: 'https://acme.com/'}],
    [{type: 'dwellSeconds', gte: 30}, {dwellMs: 30_000}, {dwellMs: 29_999}],
    [{type: 'scrollDepth', gte: 0.6}, {scrollDepth: 0.6}, {scrollDepth: 0.59}],
    [{type: 'exitIntent'}, {exitIntent: true}, {}],
    [{type: 'idleSeconds', gte: 10}, {idleMs: 10_000}, {idleMs: 9_999}],
    [{type: 'idleSeconds', gte: 0}, {idleMs: 0}, {idleMs: null}],
    [{type: 'repeatVisitor'}, {visitCount: 2}, {visitCount: 1}],
    [{type: 'repeatVisitor', visitCountGte: 3}, {visitCount: 3}, {visitCount: 2}],
  ];
  for (const [condition, yes, no] of rows) {
    test(`${JSON.stringify(condition)} holds or says why not`, () => {
      assert.equal(fired([rule('a', [condition])], yes), 'a');
      const {trigger, verdicts} = firstSatisfied(
        [rule('a', [condition])],
        signals(no),
        NO_FIRINGS,
        NOW,
      );
      assert.equal(trigger, null);
      assert.deepEqual(verdicts[0]?.obstacles, [{kind: 'unmet', index: 0, condition}]);
    });
  }

  test('of an unknown type is never satisfied', () => {
    const unknown = {type: 'moonPhase', gte: 0} as unknown as Condition;
    const {trigger, verdicts} = firstSatisfied([rule('a', [unknown])], signals(), NO_FIRINGS, NOW);
    assert.equal(trigger, null);
    assert.equal(verdicts[0]?.obstacles[0]?.kind, 'unknown');
  });

  test('that lacks its number is never satisfied', () => {
    const broken = {type: 'dwellSeconds'} as unknown as Condition;
    assert.equal(fired([rule('a', [broken])], {dwellMs: 1e9}), null);
  });
});

suite('a rule', () => {
  const always: Condition = {type: 'urlMatches', pattern: '*'};
  const never: Condition = {type: 'exitIntent'};

  test('needs all of its conditions', () => {
    assert.equal(fired([rule('a', [always, never])]), null);
    assert.equal(fired([rule('a', [always, always])]), 'a');
  });

  test('without conditions never fires', () => assert.equal(fired([rule('a', [])]), null));

  test('goes by priority, then by list order', () => {
    const low = rule('low', [always], {priority: -1});
    const first = rule('first', [always]);
    const second = rule('second', [always]);
    const high = rule('high', [never], {priority: 9});
    assert.equal(fired([low, first, second, high]), 'first');
    assert.equal(fired([low, second, first, high]), 'second');
    assert.equal(fired([low, first, second, high], {exitIntent: true}), 'high');
  });

  test('fires once per session', () => {
    const once = rule('once', [always], {cooldown: {perSession: true}});
    const history = withFiring(NO_FIRINGS, once, NOW);
    assert.equal(fired([once], {}, history), null);
    assert.equal(fired([once, rule('other', [always])], {}, history), 'other');
    assert.equal(fired([once], {}, {...history, inSession: []}), 'once');
  });

  test('stays quiet for some days', () => {
    const weekly = rule('weekly', [always], {cooldown: {perDays: 7}});
    const history = withFiring(NO_FIRINGS, weekly, NOW);
    const at = (now: number) => firstSatisfied([weekly], signals(), history, now);
    assert.equal(at(NOW).trigger, null);
    assert.equal(at(NOW + 7 * DAY_MS - 1).trigger, null);
    assert.equal(at(NOW + 7 * DAY_MS).trigger, weekly);
    assert.deepEqual(at(NOW).verdicts[0]?.obstacles, [{kind: 'days', untilMs: NOW + 7 * DAY_MS}]);
  });

  test('is not silenced for ever by a clock that was set back', () => {
    const weekly = rule('weekly', [always], {cooldown: {perDays: 7}});
    assert.equal(fired([weekly], {}, withFiring(NO_FIRINGS, weekly, NOW + 1)), 'weekly');
  });

  test('may have any id', () => {
    const odd = rule('__proto__', [always], {cooldown: {perDays: 1}});
    assert.equal(fired([odd]), '__proto__');
    assert.equal(fired([rule('toString', [always], {cooldown: {perDays: 1}})]), 'toString');
    assert.equal(fired([odd], {}, withFiring(NO_FIRINGS, odd, NOW)), null);
  });

  test('leaves no trace of a firing that no cooldown needs', () => {
    assert.deepEqual(withFiring(NO_FIRINGS, rule('a', [always]), NOW), NO_FIRINGS);
  });

  test('says in words why it does not fire', () => {
    const all = rule(
      'all',
      [
        {type: 'dwellSeconds', gte: 30},
        never,
        {type: 'repeatVisitor'},
        {type: 'x'} as unknown as Condition,
      ],
      {cooldown: {perSession: true, perDays: 1}},
    );
    const {verdicts} = firstSatisfied([all], signals(), withFiring(NO_FIRINGS, all, NOW), NOW);
    const sentences = verdicts.flatMap(({obstacles}) => obstacles.map(explain));
    assert.equal(sentences.length, 6);
    assert.equal(sentences[0], 'Less than 30 s on the page.');
    for (const sentence of sentences) assert.match(sentence, /^[A-Z].*\.$/);
  });
});

suite('couldHaveFired', () => {
  const none: Engagement = {
    opened_by: 'trigger',
    pointer_events: 0,
    key_events: 0,
    scroll_events: 0,
    touch_events: 0,
    dwell_ms: 0,
  };
  const tapped = {...none, touch_events: 1};

  test('believes nothing where nothing was recorded', () => {
    assert.ok(!couldHaveFired(rule('a', [{type: 'urlMatches', pattern: '*'}]), none));
    assert.ok(
      !couldHaveFired(rule('a', [{type: 'dwellSeconds', gte: 1}]), {...none, dwell_ms: 9e9}),
    );
  });

  test('wants what each condition needs', () => {
    const rows: readonly [Condition, yes: Partial<Engagement>][] = [
      [{type: 'dwellSeconds', gte: 30}, {dwell_ms: 30_000}],
      [{type: 'scrollDepth', gte: 0.5}, {scroll_events: 1}],
      [{type: 'exitIntent'}, {pointer_events: 1}],
    ];
    for (const [condition, yes] of rows) {
      assert.ok(!couldHaveFired(rule('a', [condition]), tapped), condition.type);
      assert.ok(couldHaveFired(rule('a', [condition]), {...tapped, ...yes}), condition.type);
    }
  });

  test('takes any event for an idle rule, and a URL or a visit as given', () => {
    const conditions: Condition[] = [
      {type: 'idleSeconds', gte: 60},
      {type: 'urlMatches', pattern: '*'},
      {type: 'repeatVisitor'},
    ];
    assert.ok(couldHaveFired(rule('a', conditions), tapped));
  });

  test('wants all conditions, at least one, and no unknown one', () => {
    const scroll: Condition = {type: 'scrollDepth', gte: 0.5};
    assert.ok(
      !couldHaveFired(rule('a', [scroll, {type: 'dwellSeconds', gte: 5}]), {
        ...tapped,
        scroll_events: 1,
      }),
    );
    assert.ok(!couldHaveFired(rule('a', []), tapped));
    assert.ok(!couldHaveFired(rule('a', [{type: 'x'} as unknown as Condition]), tapped));
  });
});
