/** The seven things a visitor can do, in a real browser against the built server, by voice. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {ServerProcess} from '../../testing/journey/server.js';
import {lengthOf, type Line} from '../../testing/journey/speech.js';
import {until, Visitor, type Visit} from '../../testing/journey/visitor.js';

/** When the greeting of the demo's agent is over, in seconds after the tap. */
const AFTER_GREETING = 8;

/** Long enough for an answer of two sentences, in seconds. */
const ANSWER = 11;

let server: ServerProcess;
let visitor: Visitor;

const arrive = async (visit: Visit = {}, path = '/') => {
  visitor = await Visitor.arrive(server.url + path, visit);
  return visitor;
};
const isOnScreen = (selector: string) =>
  visitor.page.locator(selector).evaluate(element => {
    const {top} = element.getBoundingClientRect();
    return top >= 0 && top < innerHeight / 2;
  });

describe('a visitor of the demo site', {timeout: 240_000}, () => {
  before(async () => {
    server = await ServerProcess.start();
  });
  after(() => server.close());
  afterEach(() => visitor.leave());

  it('taps the orb, and hears and reads a greeting', async () => {
    const {page, panel} = await arrive();
    await visitor.tapOrb();
    await panel.getByText('Ava').first().waitFor();
    await visitor.hears('audioStart');
    await panel
      .locator('aiw-stage')
      .getByText(/I'm Ava from Fernhill/)
      .waitFor();
    await visitor.agentSays(/I'm Ava from Fernhill/);
    const played = visitor.sent.filter(({frame}) => frame.type === 'playback');
    assert.ok(Number(played.at(-1)?.frame.playedMs) > 1_500, 'heard for longer than a moment');
    assert.equal(await page.locator('aiw-voice-widget').count(), 1);
    assert.deepEqual(visitor.console, []);
  });

  it('asks aloud and hears what stands in the knowledge, or that it does not', async () => {
    const known: Line = {at: AFTER_GREETING, say: 'starter-cost'};
    const unknown: Line = {at: known.at + ANSWER, say: 'antarctica'};
    const {panel} = await arrive({says: [known, unknown]});
    await visitor.tapOrb();
    await visitor.isHeard(/starter plan cost/i);
    await visitor.agentSays(/\$19/);
    await panel.getByText('$19').first().waitFor();
    await visitor.isHeard(/antar/i);
    await visitor.agentSays(/(don’t|don't|do not|not) (know|have|sure)|no idea|afraid/i);
    await visitor.agentSays(/email.*\?/is);
    await visitor.sees(visitor.pill);
  });

  it('asks to be taken to a page and is there, at the section, in the same call', async () => {
    const {page} = await arrive({
      says: [{at: AFTER_GREETING, say: 'pricing-page'}],
      moves: true,
    });
    await visitor.tapOrb();
    await page.evaluate(() => Object.assign(window, {sameRealm: true}));
    await visitor.hears('navigate', ({url}) => url === '/pricing');
    await page.waitForURL('**/pricing');
    await until(
      () => isOnScreen('#plans'),
      () => 'The section is not on screen.',
    );
    await until(
      () => visitor.sent.find(({frame}) => frame.type === 'navigation' && frame.result === 'done'),
      () => 'The server was not told.',
    );
    assert.equal(await page.evaluate(() => 'sameRealm' in window), true, 'no page was loaded');
    assert.equal(await visitor.panel.isVisible(), true);
    await visitor.agentSays(/pricing page/);
    await visitor.types('How long is the free trial?');
    await visitor.agentSays(/30 days|30-day/i);
  });

  it('says an email address, confirms it with one tap, and it is in the database', async () => {
    const {pill} = await arrive({says: [{at: AFTER_GREETING, say: 'email-slow'}]});
    await visitor.tapOrb();
    await visitor.sees(pill);
    // The pill may be there before the last of the address is: a slow speaker has paused in it.
    const value = await until(
      async () => {
        const heard = await pill.locator('input').inputValue();
        return /^[^@\s]+@[^@\s]+\.[a-z]+$/.test(heard) && heard;
      },
      () => `No address in the pill. Seen:\n${visitor.transcript().join('\n')}`,
    );
    await pill.getByRole('button', {name: 'Confirm'}).click();
    const [row] = await until(
      async () => {
        const rows = await server.captures();
        return rows.length > 0 && rows;
      },
      () => 'No row.',
    );
    const {sessions} = await server.command<{sessions: {id: string}[]}>('sessions', 'list');
    assert.equal(row?.value, value);
    assert.ok(sessions.some(({id}) => id === row?.sessionId));
    await visitor.agentSays(/thank/i);
  });

  it('interrupts the agent, which stops at once and hears the whole sentence', async () => {
    const question: Line = {at: AFTER_GREETING, say: 'starter-cost'};
    const length = await lengthOf('starter-cost');
    const interruption: Line = {at: question.at + length + 2.2, say: 'interruption'};
    await arrive({says: [question, interruption]});
    await visitor.tapOrb();
    await visitor.hears('audioClear');
    await visitor.isHeard(/^wait,? take me to the contact page/i);
    await visitor.page.waitForURL('**/contact');
    await visitor.agentSays(/contact page/);
    const cut = visitor.transcript().find(line => line.startsWith('agent: The Starter'));
    assert.ok(cut && !/[.?!]$/.test(cut), `the interrupted answer is cut where it was: ${cut}`);
  });

  it('mutes, unmutes, types in the same call, hangs up, and keeps the transcript', async () => {
    const {panel} = await arrive();
    await visitor.tapOrb();
    await visitor.agentSays(/I'm Ava/);
    await visitor.presses('Mute');
    await panel.getByRole('button', {name: 'Unmute'}).waitFor();
    await visitor.presses('Unmute');
    const mic = visitor.sent
      .filter(({frame}) => frame.type === 'mic')
      .map(({frame}) => frame.muted);
    assert.deepEqual(mic, [true, false]);
    await visitor.types('What does the Starter plan cost?');
    await visitor.agentSays(/\$19/);
    await visitor.presses('Hang up');
    await panel.getByText(/ended/i).first().waitFor();
    await panel.getByText('What does the Starter plan cost?').waitFor();
    await panel.getByText(/\$19/).first().waitFor();
  });

  it('refuses the microphone, and gets the same agent in writing', async () => {
    const {panel} = await arrive({microphone: 'deny'});
    await visitor.tapOrb();
    await panel
      .getByText('Mic access is blocked. You can still ask questions by typing below.')
      .waitFor();
    await visitor.types('What does the Starter plan cost?');
    await visitor.agentSays(/\$19/);
    await panel.getByText(/\$19/).first().waitFor();
    assert.ok(
      visitor.console.some(line =>
        line.startsWith('[aiw:mic] getUserMedia denied (NotAllowedError)'),
      ),
    );
  });

  it('is silent while a fan hums, and no words are put into their mouth', async () => {
    await arrive({says: [{at: AFTER_GREETING, say: 'noise'}]});
    await visitor.tapOrb();
    await visitor.agentSays(/I'm Ava/);
    const end = Date.now() + 6_000;
    await until(
      () => Date.now() > end,
      () => '',
    );
    assert.deepEqual(
      visitor.transcript().filter(line => line.startsWith('visitor:')),
      [],
    );
    await visitor.types('What does the Starter plan cost?');
    await visitor.agentSays(/\$19/);
  });
});
