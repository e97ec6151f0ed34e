/** Offers to tap, in writing, in a real browser against the built server. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {HostSite, page} from '../testing/journey/host.js';
import {ServerProcess} from '../testing/journey/server.js';
import {Visitor} from '../testing/journey/visitor.js';

const SUGGESTIONS = ['Which plans are there?', 'Do you deliver?'];

let server: ServerProcess;
let site: HostSite;
let visitor: Visitor;

describe('a visitor who would rather tap than type', {timeout: 120_000}, () => {
  before(async () => {
    server = await ServerProcess.start({AIW_VOICE: 'off'});
    const {token} = await server.command<{token: string}>(
      ...['widget', 'create', '--domain', 'localhost', '--page-url', 'http://localhost/'],
      ...['--modes', 'text', '--capture', 'none', '--live'],
      ...SUGGESTIONS.flatMap(text => ['--suggestion', text]),
    );
    const tag = `<script src="${server.url}/aiw-voice-widget.js" data-widget-token="${token}"></script>`;
    site = await HostSite.start({'/': page(tag)});
  });
  after(async () => {
    await site.close();
    await server.close();
  });
  afterEach(() => visitor.leave());

  it('asks what is suggested, answers with yes or no, and each offer is gone with the answer', async () => {
    visitor = await Visitor.arrive(site.url('/'));
    await visitor.tapOrb();
    const replies = visitor.panel.getByRole('group', {name: 'Suggested answers'});
    const offered = () => replies.getByRole('button').allTextContents();
    await visitor.sees(replies);
    assert.deepEqual(await offered(), SUGGESTIONS);
    await visitor.presses('Do you deliver?');
    await visitor.isHeard(/^Do you deliver\?$/);
    await visitor.agentSays(/do not know that\. Is there something else/);
    await visitor.hears('quickReplies', ({replies}) => String(replies) === 'Yes,No');
    await visitor.sees(replies.getByText('Yes', {exact: true}));
    assert.deepEqual(await offered(), ['Yes', 'No']);
    await visitor.presses('No');
    await visitor.agentSays(/All right/);
    await replies.waitFor({state: 'detached'});
    assert.deepEqual(visitor.console, []);
  });
});
