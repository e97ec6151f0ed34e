import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Trigger} from '../../../../src/contract/index.js';
import {firstFiring, SCENARIO, signalsAt, standAt} from './scenario.js';

const rule = (id: string, priority: number, ...conditions: Trigger['conditions']): Trigger => ({
  ...{id, name: id, priority, conditions},
});

test('signals grow as the visitor goes on', () => {
  const scenario = {...SCENARIO, scroll: {depth: 0.8, from: 10, until: 20}, lastActivity: 30};
  assert.equal(signalsAt(scenario, 5).scrollDepth, 0);
  assert.equal(signalsAt(scenario, 15).scrollDepth, 0.4);
  assert.equal(signalsAt(scenario, 60).scrollDepth, 0.8);
  assert.equal(signalsAt(scenario, 5).idleMs, null, 'nothing was done yet');
  assert.equal(signalsAt(scenario, 25).idleMs, 0);
  assert.equal(signalsAt(scenario, 50).idleMs, 20_000);
  assert.equal(signalsAt({...scenario, exitAt: 40}, 39).exitIntent, false);
  assert.equal(signalsAt({...scenario, exitAt: 40}, 40).exitIntent, true);
  const still = {...scenario, scroll: {depth: 0, from: 0, until: 0}, lastActivity: null};
  assert.equal(signalsAt(still, 100).idleMs, null);
});

test('the rule that fires is the one that would on a page, at the same second', () => {
  const slow = rule('slow', 1, {type: 'dwellSeconds', gte: 30});
  const deep = rule('deep', 5, {type: 'scrollDepth', gte: 0.7});
  assert.deepEqual(firstFiring([slow, deep], SCENARIO), {second: 30, trigger: slow});
  const early = {...SCENARIO, scroll: {depth: 0.7, from: 5, until: 20}};
  assert.deepEqual(firstFiring([slow, deep], early), {second: 20, trigger: deep});
  assert.equal(firstFiring([rule('never', 1, {type: 'exitIntent'})], SCENARIO), null);
});

test('what keeps a rule is told, cooldowns too', () => {
  const slow = {
    ...rule('slow', 1, {type: 'dwellSeconds', gte: 30}),
    cooldown: {perSession: true, perDays: 7} as const,
  };
  const kinds = (scenario: typeof SCENARIO, second: number) =>
    standAt([slow], scenario, second).verdicts[0]?.obstacles.map(({kind}) => kind);
  assert.deepEqual(kinds(SCENARIO, 29), ['unmet']);
  assert.deepEqual(kinds(SCENARIO, 30), []);
  const before = {...SCENARIO, fired: {inSession: ['slow'], daysAgo: {slow: 3}}};
  assert.deepEqual(kinds(before, 30), ['session', 'days']);
});
