/** What an agent writes and what can be done with it, in a real browser against the built server. */
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, afterEach, before, describe, it} from 'node:test';
import {ChatEndpoint} from '../server/testing/chat-endpoint.js';
import {HostSite, page} from '../testing/journey/host.js';
import {ServerProcess} from '../testing/journey/server.js';
import {until, Visitor} from '../testing/journey/visitor.js';

/** What a language model may come up with. */
const WRITTEN = [
  '**Three** plans:\n\n- Starter\n- Pro\n\n',
  '[Compare them](/plans#all), or read [the guide](https://guide.example/a?b=1). ',
  '[No](javascript:alert(1)) [no](data:text/html,x) <b>no</b> <img src=x onerror=alert(1)>',
];

/** A session as `aiw-server sessions show` prints it, as far as it is looked at here. */
interface Details {
  feedback: {messageId: string | null; rating: number; comment: string | null}[];
}

let server: ServerProcess;
let model: ChatEndpoint;
let site: HostSite;
let visitor: Visitor;

describe('a visitor who has got an answer', {timeout: 120_000}, () => {
  before(async () => {
    model = new ChatEndpoint(Array.from({length: 8}, () => ({say: WRITTEN})));
    server = await ServerProcess.start({
      AIW_VOICE: 'off',
      AIW_LLM_BASE_URL: await model.listen(),
    });
    const {token} = await server.command<{token: string}>(
      ...['widget', 'create', '--domain', 'localhost', '--page-url', 'http://localhost/'],
      ...['--modes', 'text', '--capture', 'none', '--live'],
    );
    const tag = `<script src="${server.url}/aiw-voice-widget.js" data-widget-token="${token}"></script>`;
    site = await HostSite.start({
      '/': page(`<div style="height:3000px"></div><h2 id="all">All plans</h2>${tag}`),
    });
  });
  after(async () => {
    await site.close();
    await server.close();
    model.close();
  });
  afterEach(() => visitor.leave());

  const asks = async () => {
    visitor = await Visitor.arrive(site.url('/'));
    await visitor.tapOrb();
    await visitor.hears('ready');
    await visitor.types('Which plans are there?');
    await visitor.agentSays(/Three/);
    const message = visitor.panel.locator('aiw-message').filter({hasText: 'Three plans'});
    await visitor.sees(message);
    return message;
  };
  const onlySession = async () => {
    const {sessions} = await server.command<{sessions: {id: string}[]}>('sessions', 'list');
    return server.command<Details>('sessions', 'show', sessions[0]?.id ?? '');
  };

  it('reads it with emphasis, lists and links to the web, and never as HTML', async () => {
    const message = await asks();
    assert.deepEqual(await message.locator('strong').allTextContents(), ['Three']);
    assert.deepEqual(await message.locator('li').allTextContents(), ['Starter', 'Pro']);
    const links = await message
      .locator('a')
      .evaluateAll(all => all.map(link => [link.getAttribute('href'), link.getAttribute('rel')]));
    assert.deepEqual(
      links.find(([href]) => href?.startsWith('https:')),
      ['https://guide.example/a?b=1', 'noopener noreferrer'],
    );
    assert.equal(
      links.some(([href]) => /^(javascript|data):/i.test(href ?? '')),
      false,
    );
    assert.equal(await message.locator('b, img').count(), 0);
    assert.match(
      await message.locator('.bubble').innerText(),
      /<b>no<\/b> <img src=x onerror=alert\(1\)>/,
    );
    assert.ok(await message.locator('time').getAttribute('datetime'));
  });

  it('copies it as plain words', async () => {
    const message = await asks();
    await visitor.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await message.hover();
    await message.getByRole('button', {name: 'Copy message'}).click();
    await message.getByRole('button', {name: 'Copied'}).waitFor();
    const copied = await visitor.page.evaluate(() => navigator.clipboard.readText());
    assert.match(copied, /Three plans/);
    assert.doesNotMatch(copied, /\*\*|\]\(/);
  });

  it('takes the transcript home as a text file', async () => {
    await asks();
    await visitor.presses('More');
    const download = visitor.page.waitForEvent('download');
    await visitor.panel.getByRole('menuitem', {name: 'Download transcript'}).click();
    const file = await download;
    assert.match(file.suggestedFilename(), /^transcript-\d{4}-\d{2}-\d{2}\.txt$/);
    const text = await readFile(await file.path(), 'utf8');
    assert.match(text, /Which plans are there\?[\s\S]*Three plans/);
    assert.doesNotMatch(text, /\*\*/);
  });

  it('judges the answer, and after the call the conversation, with a comment for each', async () => {
    const message = await asks();
    await message.hover();
    await message.getByRole('button', {name: 'Poor answer'}).click();
    await message.locator('aiw-feedback textarea').fill('Which one is cheapest?');
    await message.locator('aiw-feedback').getByRole('button', {name: 'Send'}).click();
    await message.getByText(/thank/i).waitFor();
    await visitor.presses('Hang up');
    const whole = visitor.panel.locator('aiw-feedback:not([small])');
    await whole.getByRole('button').first().click();
    await whole.locator('textarea').fill('Quick and kind');
    await whole.getByRole('button', {name: 'Send'}).click();
    await whole.getByText(/thank/i).waitFor();
    const verdicts = await until(
      async () => {
        const {feedback} = await onlySession();
        return feedback.filter(({comment}) => comment).length === 2 && feedback;
      },
      () => 'The verdicts are not with the session.',
    );
    const ofWhole = verdicts.find(({messageId}) => messageId === null);
    const ofAnswer = verdicts.find(({messageId}) => messageId !== null);
    assert.deepEqual([ofWhole?.rating, ofWhole?.comment], [5, 'Quick and kind']);
    assert.deepEqual([ofAnswer?.rating, ofAnswer?.comment], [1, 'Which one is cheapest?']);
  });
});
