import assert from 'node:assert/strict';
import {until} from '../../testing/journey/visitor.js';
import type {ExampleVisit} from './example-visit.js';
import type {Example} from './examples.js';

/** Something that an example is asked to do. */
export interface Check {
  /** Its column in the table of `examples/README.md`. */
  column: string;
  title: string;
  /** Whether it can be asked of an example; of all where absent. */
  appliesTo?: (example: Example) => boolean;
  run: (visit: ExampleVisit, example: Example) => Promise<void>;
}

/** The element, as a page's script sees it. */
type Element = HTMLElement & Record<string, unknown>;

const isFromNpm = ({by}: Example) => by === 'npm';

export const CHECKS: readonly Check[] = [
  {
    column: 'Launcher',
    title: 'the launcher comes, and nothing moves for it',
    async run(visit) {
      await visit.page.waitForLoadState('networkidle');
      assert.equal((await visit.probe()).shift, 0);
    },
  },
  {
    column: 'Conversation',
    title: 'a press opens the panel, and what is typed is answered',
    async run(visit) {
      await visit.visitor.tapOrb();
      await visit.isAnswered();
    },
  },
  {
    column: 'Events',
    title: 'the page’s own handlers hear of the call',
    async run(visit) {
      await visit.visitor.tapOrb();
      await visit.isAnswered();
      await visit.visitor.presses('Hang up');
      await visit.hasLogged('aiw-open', 'aiw-call-start', 'aiw-message', 'aiw-call-end');
    },
  },
  {
    column: 'Router',
    title: 'the agent takes the visitor to a page by the site’s router, and the call goes on',
    appliesTo: ({site}) => site === 'app',
    async run(visit) {
      await visit.page.evaluate(() => Object.assign(window, {isSameDocument: true}));
      await visit.visitor.tapOrb();
      await visit.isTakenTo('Take me to the pricing page', '/pricing', 'Plans and prices');
      await visit.hasLogged('aiw-navigate');
      await visit.isTakenTo('Take me to the contact page', '/contact', 'Write to us');
      await visit.isAnswered();
      assert.ok(await visit.page.evaluate(() => 'isSameDocument' in window), 'no page was loaded');
      assert.deepEqual(visit.streams, [false], 'one stream all along');
    },
  },
  {
    column: 'Documents',
    title: 'the agent takes the visitor to another document, where the call goes on',
    appliesTo: ({site}) => site === 'documents',
    async run(visit) {
      await visit.visitor.tapOrb();
      await visit.isTakenTo('Take me to the pricing page', '/pricing', 'Plans and prices');
      await visit.isTakenUp();
      await visit.isAnswered();
    },
  },
  {
    column: 'Attributes',
    title: 'a boolean attribute follows the state of the page',
    async run(visit) {
      const isMuted = () => visit.widget.evaluate(widget => widget.hasAttribute('start-muted'));
      assert.equal(await isMuted(), false);
      await visit.field('Start muted').check();
      await until(isMuted, () => 'The attribute was not set.');
      await visit.field('Start muted').uncheck();
      await until(
        async () => !(await isMuted()),
        () => 'The attribute was not removed.',
      );
    },
  },
  {
    column: 'Properties',
    title: 'text, functions and objects arrive as properties, and follow the state of the page',
    async run(visit) {
      const {visitor, widget, page} = visit;
      const launcher = (name: string) => visitor.sees(page.getByRole('button', {name}));
      await launcher('Talk to Fernhill');
      const tools = await widget.evaluateHandle(element => (element as Element).clientTools);
      await visit.field('Launcher label').fill('Ask us anything');
      await launcher('Ask us anything');
      const isSame = await widget.evaluate(
        (element, before) => (element as Element).clientTools === before,
        tools,
      );
      assert.ok(isSame, 'an object stays the same object');
      await visitor.tapOrb();
      await visitor.sees(visitor.panel.getByPlaceholder('Ask Fernhill anything'));
      await visitor.types('Where is my order 4711?');
      await visitor.agentSays(/^Order 4711 is on its way\.$/);
    },
  },
  {
    column: 'Numbers',
    title: 'a number stays a number, and an orb shows the state it is given',
    async run(visit) {
      const orb = visit.page.locator('main aiw-orb');
      await visit.field('State of the orb').selectOption('speaking');
      await until(
        () => orb.evaluate(element => (element as Element).state === 'speaking'),
        () => 'The orb does not follow.',
      );
      assert.equal(await orb.evaluate(element => (element as Element).level), 0.6);
    },
  },
  {
    column: 'Capture pill',
    title: 'a contact detail is confirmed, and the page’s handler has it',
    appliesTo: isFromNpm,
    async run({page, visitor}) {
      await page.getByRole('link', {name: 'Contact'}).click();
      const field = page.locator('main aiw-capture-pill input');
      await field.fill('ada@example.com');
      await field.press('Enter');
      await visitor.sees(page.getByText('We write to ada@example.com.'));
    },
  },
  {
    column: 'Mounting',
    title: 'the element goes with its component, and works when it comes back',
    async run(visit, {site}) {
      const {visitor, widget} = visit;
      await visit.field('On the page').uncheck();
      await widget.waitFor({state: 'detached'});
      await visit.field('On the page').check();
      await visitor.sees(visitor.orb);
      await visitor.tapOrb();
      await visit.isAnswered();
      await visit.hasLogged('aiw-open', 'aiw-call-start');
      await visit.isTakenTo('Take me to the pricing page', '/pricing', 'Plans and prices');
      // Whoever leaves while the stream is being opened makes the browser say so in the console.
      if (site === 'documents') await visit.isTakenUp();
    },
  },
  {
    column: 'Strict policy',
    title: 'scripts run by nonce only',
    appliesTo: ({hasPolicy}) => !!hasPolicy,
    async run({page}) {
      const answer = await page.request.get(page.url());
      const policy = answer.headers()['content-security-policy'] ?? '';
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
      assert.match(scripts, /'nonce-[\w+/=-]{20,}'/);
      assert.doesNotMatch(policy, /unsafe-(?:inline|eval)/);
    },
  },
];
