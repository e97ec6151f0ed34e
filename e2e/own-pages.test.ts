/** The server's own pages, under the server's own policy. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {ServerProcess} from '../testing/journey/server.js';
import {Visitor} from '../testing/journey/visitor.js';

let server: ServerProcess;
let visitor: Visitor;

describe('the server’s own pages', {timeout: 60_000}, () => {
  before(async () => {
    server = await ServerProcess.start({AIW_VOICE: 'off'});
  });
  afterEach(() => visitor.leave());
  after(() => server.close());

  /** Origins that the page has fetched something from. */
  const origins = () =>
    visitor.page.evaluate(() => [
      ...new Set(performance.getEntriesByType('resource').map(({name}) => new URL(name).origin)),
    ]);

  it('the API’s reference shows every endpoint, and asks nobody else', async () => {
    visitor = await Visitor.arrive(`${server.url}/api/docs`);
    const session = visitor.page.locator('.opblock').filter({hasText: 'Start a conversation'});
    await session.getByRole('button').first().click();
    await session.getByText('CHALLENGE_EXPIRED').first().waitFor();
    const fetched = (await origins()).filter(origin => origin !== 'null');
    assert.deepEqual(fetched, [server.url]);
    assert.deepEqual(visitor.console, []);
  });

  it('the demo site, and the widget on it, need nothing inline', async () => {
    const answer = await fetch(server.url, {headers: {accept: 'text/html'}});
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none';script-src 'self';style-src 'self';/);
    visitor = await Visitor.arrive(server.url);
    await visitor.tapOrb();
    await visitor.types('What does the Starter plan cost?');
    await visitor.agentSays(/\$19/);
    assert.deepEqual(await origins(), [server.url]);
    assert.deepEqual(visitor.console, []);
  });
});
