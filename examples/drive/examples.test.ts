/** Each example's production build, in a browser, against the built server. */
import assert from 'node:assert/strict';
import {after, before, describe, it} from 'node:test';
import {CHECKS} from './checks.js';
import {ExampleProcess} from './example-process.js';
import {ExampleVisit} from './example-visit.js';
import {chosenExamples, type Example} from './examples.js';
import {rowOf} from './readme-table.js';
import {Stage} from './stage.js';

let stage: Stage;

describe('the example', {timeout: 3_600_000}, () => {
  before(async () => {
    stage = await Stage.start();
  });
  after(() => stage.close());
  for (const example of chosenExamples()) describe(example.name, () => drive(example));
});

function drive(example: Example): void {
  let site: ExampleProcess;
  const passed = new Set<string>();
  before(async () => {
    site = await ExampleProcess.start(example, stage.settings(example.site));
  });
  after(() => site.close());

  for (const {column, title, appliesTo, run} of CHECKS) {
    if (appliesTo && !appliesTo(example)) continue;
    it(title, async () => {
      const visit = await ExampleVisit.arrive(site.url);
      try {
        await run(visit, example);
      } catch (error) {
        await visit.visitor.leave();
        const lines = [String(error), 'In the console:', ...visit.visitor.console];
        throw new Error(lines.join('\n'), {cause: error});
      }
      await visit.leave();
      passed.add(column);
    });
  }

  it('does what the README says', () => {
    const told = CHECKS.map(({column}) => (passed.has(column) ? 'yes' : '–'));
    assert.deepEqual(rowOf(example.name), told);
  });
}
