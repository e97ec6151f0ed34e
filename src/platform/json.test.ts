import {expect} from '@open-wc/testing';
import {toJson} from './json.js';
import {WidgetStorage} from './storage.js';

describe('JSON on a page with a toJSON of its own on arrays', () => {
  const value = {list: [1, {of: ['text', null]}], name: 'Ava'};
  beforeEach(() => {
    Object.assign(Array.prototype, {
      toJSON(this: unknown[]) {
        return `[${this.join(', ')}]`;
      },
    });
  });
  afterEach(() => {
    Reflect.deleteProperty(Array.prototype, 'toJSON');
    localStorage.clear();
  });

  it('is JSON all the same', () => {
    expect(JSON.stringify(value), 'the page’s own').to.contain('"[1, [object Object]]"');
    expect(toJson(value)).to.equal('{"list":[1,{"of":["text",null]}],"name":"Ava"}');
    expect(toJson([2, 3])).to.equal('[2,3]');
  });

  it('keeps a list in storage', () => {
    const storage = new WidgetStorage('wt_test');
    storage.write('captures', value.list);
    expect(storage.read('captures')).to.deep.equal(value.list);
  });
});
