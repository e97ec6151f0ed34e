/** The whole conversation by keyboard, and on screens that are small, plain or mirrored. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {ServerProcess} from '../testing/journey/server.js';
import {until, Visitor, type Visit} from '../testing/journey/visitor.js';

let server: ServerProcess;
let visitor: Visitor;

const arrive = async (visit: Visit = {}) => {
  visitor = await Visitor.arrive(server.url, visit);
  // What these tests run in the page was compiled by tsx, which marks its functions' names.
  await visitor.page.evaluate('globalThis.__name = value => value');
  return visitor;
};
const press = (...keys: string[]) =>
  keys.reduce(
    (before, key) => before.then(() => visitor.page.keyboard.press(key)),
    Promise.resolve(),
  );

/** Name, else tag, of what has focus, in whatever shadow it is. */
const focused = () =>
  visitor.page.evaluate(() => {
    let element: Element | null = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '';
  });
const focusIs = (name: string | RegExp) => {
  let now = '';
  return until(
    async () => {
      now = await focused();
      return typeof name === 'string' ? now === name : name.test(now);
    },
    () => `Focus is on “${now}”, not on “${String(name)}”.`,
  );
};
const tabTo = async (name: string) => {
  const passed: string[] = [];
  for (let at = 0; at < 30; at++) {
    await press('Tab');
    passed.push(await focused());
    if (passed.at(-1) === name) return passed;
  }
  throw new Error(`Tab does not lead to “${name}” but over ${passed.join(' | ')}`);
};

/** Controls of the panel that are cut off or out of the window, after scrolling to each. */
const outOfReach = () =>
  visitor.page.evaluate(() => {
    const deep = (root: ParentNode): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap(element => [
        element,
        ...(element.shadowRoot ? deep(element.shadowRoot) : []),
      ]);
    const panel = document
      .querySelector('aiw-voice-widget')
      ?.shadowRoot?.querySelector('aiw-panel');
    return deep(panel?.shadowRoot ?? document)
      .filter(element => element.matches('button, textarea, input, select'))
      .filter(element => element.checkVisibility())
      .flatMap(element => {
        element.scrollIntoView({block: 'nearest', inline: 'nearest'});
        const {left, right, top, bottom} = element.getBoundingClientRect();
        const isIn =
          left >= -1 && top >= -1 && right <= innerWidth + 1 && bottom <= innerHeight + 1;
        return isIn ? [] : [`${element.ariaLabel ?? element.textContent}: ${left},${top}`];
      });
  });

describe('without a mouse', {timeout: 180_000}, () => {
  before(async () => {
    server = await ServerProcess.start();
  });
  after(() => server.close());
  afterEach(() => visitor.leave());

  for (const key of ['Enter', 'Space']) {
    it(`${key} on the launcher opens the panel with focus in it, Escape closes it and gives focus back`, async () => {
      await arrive();
      await visitor.orb.focus();
      await press(key);
      await focusIs('Message');
      await press('Escape');
      await visitor.panel.waitFor({state: 'detached'});
      await focusIs(/^(Talk to Ava|Back to the call)/);
    });
  }

  it('Tab goes through the panel in its order and on to the page', async () => {
    await arrive();
    await visitor.orb.focus();
    await press('Enter');
    await focusIs('Message');
    await visitor.agentSays(/Ava/);
    await visitor.page.evaluate(() => {
      const widget = document.querySelector('aiw-voice-widget');
      widget?.shadowRoot
        ?.querySelector('aiw-panel')
        ?.shadowRoot?.querySelector<HTMLElement>('.card')
        ?.focus();
    });
    const passed = await tabTo('Message');
    const order = ['Type instead of talking', 'Mute', 'More', 'Close'].map(name =>
      passed.indexOf(name),
    );
    assert.deepEqual(order, [0, 1, 2, 3], passed.join(' | '));
    await tabTo('Hang up');
    await press('Tab');
    const isOut = await visitor.page.evaluate(
      () => document.activeElement?.localName !== 'aiw-voice-widget',
    );
    assert.equal(isOut, true, 'the panel is no trap');
  });

  it('arrows choose in the menu, and the sheet for devices keeps focus until Escape', async () => {
    await arrive();
    await visitor.orb.focus();
    await press('Enter');
    await visitor.agentSays(/Ava/);
    await visitor.panel.getByRole('button', {name: 'More'}).focus();
    await press('Enter');
    await focusIs('Microphone and speaker');
    await press('ArrowDown', 'ArrowDown');
    await focusIs('Start over');
    await press('Escape');
    await focusIs('More');
    assert.equal(await visitor.panel.isVisible(), true);
    await press('Enter');
    await focusIs('Microphone and speaker');
    await press('Enter');
    await focusIs('Microphone');
    await press('Escape');
    await focusIs('More');
    assert.equal(await visitor.panel.isVisible(), true);
  });

  it('a question is typed, the pill is filled in, and an answer is judged', async () => {
    await arrive({microphone: 'deny'});
    await visitor.orb.focus();
    await press('Enter');
    await focusIs('Message');
    await visitor.page.keyboard.type('How warm is it in Antarctica?');
    await press('Enter');
    await visitor.sees(visitor.pill);
    const field = visitor.pill.locator('input');
    await field.focus();
    await visitor.page.keyboard.type('jane@example.com');
    await press('Enter');
    await visitor.agentSays(/noted your email/);
    const thumb = visitor.panel.getByRole('button', {name: 'Good answer'}).first();
    await thumb.focus();
    await press('Enter');
    await until(
      () => visitor.sent.find(({frame}) => frame.type === 'feedback' && frame.rating === 5),
      () => 'No verdict was sent.',
    );
  });

  it('state and words are announced politely, the words once and whole', async () => {
    await arrive();
    await visitor.page.evaluate(() => Object.assign(window, {lines: [] as string[]}));
    await visitor.tapOrb();
    await visitor.agentSays(/I'm Ava/);
    const regions = visitor.panel.locator('[aria-live=polite]');
    await regions
      .getByText(/^Ava: Hi, I'm Ava from Fernhill\..*anything else\.$/)
      .waitFor({state: 'attached'});
    assert.equal(await regions.count(), 1);
    assert.equal(await visitor.panel.getByRole('dialog').getAttribute('aria-modal'), null);
  });
});

describe('on another screen', {timeout: 180_000}, () => {
  before(async () => {
    server = await ServerProcess.start({AIW_VOICE: 'off'});
  });
  after(() => server.close());
  afterEach(() => visitor.leave());

  for (const [zoom, width, height] of [
    ['200 %', 640, 400],
    ['400 %', 320, 256],
  ] as const) {
    it(`at ${zoom} all controls are within reach, and nothing scrolls sideways`, async () => {
      await arrive({viewport: {width, height}});
      await visitor.tapOrb();
      await visitor.agentSays(/Ava/);
      await visitor.types('What does the Starter plan cost?');
      await visitor.agentSays(/\$19/);
      assert.deepEqual(await outOfReach(), []);
      const sideways = await visitor.panel
        .locator('.middle')
        .evaluate(({scrollWidth, clientWidth, clientHeight}) => ({
          over: scrollWidth - clientWidth,
          clientHeight,
        }));
      assert.equal(sideways.over, 0);
      assert.ok(sideways.clientHeight >= 44, `${sideways.clientHeight} px for the words`);
    });
  }

  it('forced colours leave everything visible, focus too', async () => {
    const {page, orb, panel} = await arrive();
    await page.emulateMedia({forcedColors: 'active'});
    await orb.focus();
    const outline = await orb.evaluate(element => getComputedStyle(element).outlineStyle);
    assert.notEqual(outline, 'none');
    await page.keyboard.press('Enter');
    await visitor.agentSays(/Ava/);
    await visitor.sees(panel.getByRole('button', {name: 'Close'}));
    const bare = await panel
      .getByRole('button')
      .evaluateAll(
        buttons => buttons.filter(button => getComputedStyle(button).borderStyle === 'none').length,
      );
    assert.equal(bare, 0);
    const field = panel.locator('aiw-composer .box');
    const frame = await field.evaluate(box => getComputedStyle(box).borderTopColor);
    assert.doesNotMatch(frame, /^rgba\(.*, 0\)$/);
  });

  it('wider text spacing cuts nothing off', async () => {
    const {panel, page} = await arrive();
    await visitor.tapOrb();
    await visitor.agentSays(/Ava/);
    await visitor.types('What does the Starter plan cost?');
    await visitor.agentSays(/\$19/);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
      );
      const spread = (root: Document | ShadowRoot): void => {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
        for (const {shadowRoot} of root.querySelectorAll('*')) if (shadowRoot) spread(shadowRoot);
      };
      spread(document);
    });
    assert.deepEqual(await outOfReach(), []);
    const cut = await panel.locator('p, h2, button, .bubble').evaluateAll(elements =>
      elements
        .filter(element => element.checkVisibility() && !element.closest('.sr'))
        .filter(({scrollWidth, clientWidth}) => clientWidth > 0 && scrollWidth > clientWidth + 1)
        .map(element => element.textContent?.trim()),
    );
    assert.deepEqual(cut, []);
  });

  it('a language from right to left mirrors the panel, within the window', async () => {
    const {panel} = await arrive({locale: 'ar'});
    await visitor.tapOrb();
    await visitor.agentSays(/Ava/);
    assert.equal(await panel.getByRole('dialog').getAttribute('dir'), 'rtl');
    assert.deepEqual(await outOfReach(), []);
  });
});
