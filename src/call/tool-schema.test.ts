import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {fits, TOOL_NAME} from './tool-schema.js';

const order = {
  type: 'object',
  required: ['id'],
  properties: {
    id: {type: 'string'},
    count: {type: 'integer'},
    speed: {enum: ['standard', 'express']},
    tags: {type: 'array', items: {type: 'string'}},
    note: {type: ['string', 'null']},
  },
};

const FITTING: readonly unknown[] = [
  {id: '7'},
  {id: '7', count: 2, speed: 'express', tags: ['a', 'b'], note: null},
  {id: '7', more: true},
];
const FAULTY: readonly unknown[] = [
  {},
  {id: 7},
  {id: '7', count: 1.5},
  {id: '7', speed: 'slow'},
  {id: '7', tags: ['a', 1]},
  {id: '7', note: 3},
  ['7'],
  null,
  'id',
];

describe('arguments', () => {
  for (const value of FITTING) {
    it(`fit: ${JSON.stringify(value)}`, () => assert.equal(fits(value, order), true));
  }

  for (const value of FAULTY) {
    it(`do not fit: ${JSON.stringify(value)}`, () => assert.equal(fits(value, order), false));
  }

  it('are not found in what every object inherits', () => {
    assert.equal(fits({}, {type: 'object', required: ['toString']}), false);
  });

  it('fit whatever a schema says that is not known here', () => {
    assert.equal(fits(3, {type: 'prime'}), true);
    assert.equal(fits(3, {minimum: 5}), true);
    assert.equal(fits(3, undefined), true);
  });
});

describe('a name', () => {
  it('is letters, digits, _ and -, 64 at most', () => {
    for (const name of ['orderStatus', 'order-status_2', 'a'.repeat(64)]) {
      assert.match(name, TOOL_NAME);
    }
    for (const name of ['', 'order status', 'a.b', 'größe', 'a'.repeat(65)]) {
      assert.doesNotMatch(name, TOOL_NAME);
    }
  });
});
