import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {settings, TestServer} from '../testing/test-server.js';
import {seedDemo} from './demo.js';

test('the demo keeps its token, and follows its files', async t => {
  const content = mkdtempSync(join(tmpdir(), 'aiw-demo-'));
  t.after(() => rmSync(content, {recursive: true, force: true}));
  const write = (greeting: string) => {
    const {knowledge, ...rest} = settings({agent: {name: 'Ava', greeting}});
    writeFileSync(join(content, 'widget.json'), JSON.stringify(rest));
    writeFileSync(join(content, 'knowledge.md'), knowledge);
  };
  const {operator} = await TestServer.start(t);
  assert.equal(await seedDemo(operator.widgets, content, null), null);
  write('One.');
  const token = await seedDemo(operator.widgets, content, null);
  assert.ok(token);
  const served = () => operator.store.widgets.byToken(token);
  const first = await served();
  assert.equal(first?.settings.domain, 'localhost');
  assert.equal(await seedDemo(operator.widgets, content, null), token);
  assert.equal((await served())?.revisionId, first?.revisionId);
  write('Two.');
  assert.equal(await seedDemo(operator.widgets, content, null), token);
  assert.equal((await served())?.settings.agent.greeting, 'Two.');
  await seedDemo(operator.widgets, content, 'https://voice.acme.com');
  assert.equal((await served())?.settings.domain, 'acme.com');
  assert.equal((await operator.widgets.list()).length, 1);
});
