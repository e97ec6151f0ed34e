import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {DATABASES} from '../../testing/test-store.js';
import {testKnowledge, testWidget} from '../../testing/voice-fixtures.js';

for (const kind of DATABASES) {
  suite(kind, () => {
    test('the best passage comes first, whatever ending its words have', async () => {
      const index = await testKnowledge(testWidget(), kind);
      const [best] = await index.search('revision', 'repairing punctures', 3);
      assert.match(best.text, /punctures/);
      assert.deepEqual(best.headings, ['Larkspur Bikes', 'Repairs']);
    });

    test('search words are never read as a query language', async () => {
      const index = await testKnowledge(testWidget(), kind);
      assert.ok((await index.search('revision', '"brakes" OR NEAR(* -x', 3)).length > 0);
      assert.deepEqual(await index.search('revision', '"*()', 3), []);
    });

    test('one revision never answers for another', async () => {
      const index = await testKnowledge(testWidget(), kind);
      await index.search('revision', 'bike', 3);
      assert.deepEqual(await index.search('other', 'bike', 3), []);
    });
  });
}
