/** `window.AIWWidget` on a page of somebody else's, from the page's own code. */
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, afterEach, before, describe, it} from 'node:test';
import {fileURLToPath} from 'node:url';
import {until} from '../testing/journey/visitor.js';
import {CodedVisit, type AIWWidgetApi} from './hosts/coded-visit.js';
import {tagOf} from './hosts/host-page.js';
import {HostSite} from './hosts/host-site.js';
import type {HostVisit} from './hosts/host-visit.js';
import {leftovers, watchLeftovers} from './hosts/leftovers/index.js';

/** The inline stub, as the documentation has it. */
const STUB =
  /```html\n(<script>[\s\S]*?<\/script>)\n```/.exec(
    readFileSync(fileURLToPath(new URL('../docs/api.md', import.meta.url)), 'utf8'),
  )?.[1] ?? '';

/** How a page is visited: its script, its body, and what is done before. */
type Way = Parameters<typeof CodedVisit.open> extends [unknown, ...infer Rest] ? Rest : never;

describe('AIWWidget', {timeout: 240_000}, () => {
  let site: HostSite;
  let host: HostVisit;
  let coded: CodedVisit;
  before(async () => {
    site = await HostSite.start({AIW_VOICE: 'off'});
  });
  afterEach(() => host.leave());
  after(() => site.close());

  const visit = async (...way: Way) => {
    coded = await CodedVisit.open(site, ...way);
    ({host} = coded);
    return host.visitor.page;
  };
  const do_ = <T>(act: (api: AIWWidgetApi) => T) => coded.calls(act);
  /** A conversation in writing, begun by the visitor. */
  const talk = async () => {
    await host.visitor.tapOrb();
    await host.visitor.hears('ready');
    await host.visitor.agentSays(/./);
  };
  const asks = async (question: string, answer: RegExp) => {
    await host.visitor.types(question);
    await host.visitor.agentSays(answer);
  };

  it('open(anchor) keeps the panel by its anchor and on screen, while the page scrolls and resizes', async () => {
    const tab = await visit(
      `hostGo.addEventListener('click', () => AIWWidget.open(hostGo));`,
      '<div style="height: 900px"></div><button id="go">Go</button><div style="height: 2000px"></div>',
    );
    await tab.locator('#go').click();
    await host.visitor.sees(host.visitor.panel);
    const isOnScreen = async (width: number, height: number) => {
      const box = await host.visitor.panel.boundingBox();
      assert.ok(box && box.x >= 0 && box.y >= 0, JSON.stringify(box));
      assert.ok(box.x + box.width <= width && box.y + box.height <= height, JSON.stringify(box));
    };
    await isOnScreen(1280, 800);
    await tab.mouse.wheel(0, 600);
    await isOnScreen(1280, 800);
    await tab.setViewportSize({width: 900, height: 640});
    await isOnScreen(900, 640);
  });

  it('takes calls in any order and wrong arguments, and throws at nothing', async () => {
    await visit('');
    const thrown = await host.frame.evaluate(`(async () => {
      const thrown = [];
      const junk = [undefined, null, '', 7, {}, [], () => {}];
      const methods = Object.keys(AIWWidget).filter(
        name => typeof AIWWidget[name] === 'function' && !['destroy', 'diagnose'].includes(name),
      );
      for (const name of methods) {
        for (const value of junk) {
          try {
            await AIWWidget[name](value);
          } catch (error) {
            thrown.push(name + '(' + typeof value + '): ' + error.message);
          }
        }
      }
      return methods.length > 12 ? thrown : methods;
    })()`);
    assert.deepEqual(thrown, []);
    assert.equal(await coded.isOpen(), false);
    await do_(api => api.reset());
    await do_(api => api.show());
    await host.answers(/^\[aiw/);
  });

  it('toggle() opens and closes in a press', async () => {
    const tab = await visit(
      `hostGo.addEventListener('click', () => hostKeep(AIWWidget.toggle(hostGo)));`,
    );
    await tab.locator('#go').click();
    await host.visitor.sees(host.visitor.panel);
    await do_(api => api.toggle());
    await host.visitor.panel.waitFor({state: 'detached'});
    await host.isUnharmed();
  });

  it('hide() takes everything off the page and ends nothing; show() puts it back', async () => {
    await visit('');
    await talk();
    await do_(api => api.hide());
    assert.equal(await coded.isOpen(), false);
    assert.equal(await host.visitor.orb.isVisible(), false);
    await do_(api => api.sendMessage('What does the Starter plan cost?'));
    await host.visitor.agentSays(/\$19/);
    await do_(api => api.show());
    await host.visitor.sees(host.visitor.panel);
  });

  it('sendMessage() speaks for the visitor in a call, and begins one in a press only', async () => {
    const tab = await visit(
      `hostGo.addEventListener('click', () => hostKeep(AIWWidget.sendMessage('What does the Starter plan cost?')));`,
    );
    assert.equal(await do_(api => api.sendMessage('Hello')), false);
    await until(
      () => host.visitor.console.find(line => line.includes('sendMessage() rejected')),
      () => 'Nothing was said of the rejection.',
    );
    await tab.locator('#go').click();
    assert.deepEqual(await coded.answered(), [true]);
    await host.visitor.agentSays(/\$19/);
    await do_(api => api.sendMessage('And what does the Pro plan cost?'));
    await host.visitor.agentSays(/\$49/);
    await do_(api => api.sendMessage(' '));
    await until(
      () => host.visitor.console.find(line => line.includes('the message is empty')),
      () => 'Nothing was said of the empty message.',
    );
  });

  it('setContext() lets the agent answer from the page, also what is told in mid-call', async () => {
    await visit('');
    await do_(api => api.setContext({plan: 'Pro'}));
    await talk();
    await asks('Which plan am I on?', /^Your plan is Pro\.$/);
    await do_(api => api.setContext({plan: 'Pro', cart: [{name: 'Trail bike'}]}));
    await until(
      () => host.visitor.sent.filter(({frame}) => frame.type === 'context').length === 2,
      () => 'The new facts were not sent.',
    );
    await asks('What is in my cart?', /Trail bike/);
    await do_(api => api.setContext([1]));
    await until(
      () => host.visitor.console.find(line => line.startsWith('[aiw:context]')),
      () => 'Nothing was said of the wrong facts.',
    );
  });

  describe('setClientTools()', () => {
    const declare = (handler: string, timeoutMs = 10_000) =>
      visit('').then(() =>
        host.frame.evaluate(`AIWWidget.setClientTools({orderStatus: {
          description: 'Looks up where an order is',
          parameters: {type: 'object', required: ['id'], properties: {id: {type: 'string'}}},
          timeoutMs: ${timeoutMs},
          handler: ${handler},
        }})`),
      );
    const answersAfter = async (handler: string, answer: RegExp, timeoutMs?: number) => {
      await declare(handler, timeoutMs);
      await talk();
      await until(
        () => host.visitor.sent.some(({frame}) => frame.type === 'tools'),
        () => 'The functions were not declared.',
      );
      await asks('Where is my order 4711?', answer);
      await asks('What does the Starter plan cost?', /\$19/);
    };

    it('lets the agent call a function of the page', async () => {
      await answersAfter(
        '({id}) => Promise.resolve(`Order ${id} is on its way.`)',
        /^Order 4711 is on its way\.$/,
      );
      await host.isUnharmed();
    });

    it('that never answers costs a sentence, and not the call', async () => {
      await answersAfter('() => new Promise(() => {})', /taking too long/, 100);
      assert.deepEqual(host.visitor.console, [
        '[aiw:tools] orderStatus: TOOL_TIMEOUT. Its handler has not answered in time; answer sooner or raise timeoutMs.',
      ]);
    });

    it('that throws costs a sentence, and not the call; nothing of it is in the console', async () => {
      await answersAfter("() => { throw new Error('secret'); }", /could not look that up just now/);
      assert.deepEqual(host.visitor.console, [
        '[aiw:tools] orderStatus: TOOL_FAILED. Its handler threw or rejected; mend it.',
      ]);
    });

    it('is fetched by pages that declare something, and by no others', async () => {
      await visit('');
      await talk();
      const chunks = () =>
        host.requests.filter(request => /client-tools|host-page/.test(request.url()));
      assert.equal(chunks().length, 0);
      await do_(api => api.setClientTools({bad: {description: 'x', handler: 'no'}}));
      await until(
        () =>
          host.visitor.console.find(line =>
            line.startsWith('[aiw:tools] The tool bad is left out'),
          ),
        () => 'Nothing was said of the wrong tool.',
      );
      assert.equal(chunks().length, 1);
    });
  });

  it('reset() ends the call and leaves nothing of the visitor in the browser', async () => {
    await visit('');
    await host.frame.evaluate(token => {
      localStorage.setItem(`aiw:${token}:visits`, '3');
      sessionStorage.setItem(`aiw:${token}:closed`, 'true');
      localStorage.setItem('of-the-page', 'stays');
    }, site.token);
    await do_(api => api.identify('of-the-visitor'));
    await talk();
    await do_(api => api.setContext({plan: 'Pro'}));
    await do_(api => api.reset());
    await host.visitor.panel.waitFor({state: 'detached'});
    const kept = await host.frame.evaluate(() => [
      ...Object.keys(localStorage),
      ...Object.keys(sessionStorage),
    ]);
    assert.deepEqual(kept, ['of-the-page']);
    const resolved = () =>
      host.requests.filter(request => request.url().endsWith('/resolve')).length;
    const before = resolved();
    await host.visitor.tapOrb();
    await until(
      () => host.visitor.received.filter(({frame}) => frame.type === 'ready').length === 2,
      () => 'No second call.',
    );
    assert.equal(resolved(), before + 1);
    const sessions = host.requests.filter(request => request.url().endsWith('/api/sessions'));
    assert.equal(
      (sessions.at(-1)?.postDataJSON() as {visitor_token?: string}).visitor_token,
      undefined,
    );
    assert.equal(host.visitor.sent.filter(({frame}) => frame.type === 'context').length, 1);
  });

  it('destroy() leaves nothing behind in a call, and the tag may come back', async () => {
    await visit('', '', watchLeftovers);
    await talk();
    await do_(api => api.destroy());
    let left: string[] = [];
    await until(
      async () => (left = await leftovers(host.frame)).length === 0,
      () => `Left: ${left.join(', ')}`,
    );
    assert.equal(await host.frame.evaluate(() => 'AIWWidget' in window), false);
    await host.frame.evaluate(
      tag => {
        const written = document.createRange().createContextualFragment(tag);
        document.body.append(written);
      },
      tagOf({name: ''}, site.backend, site.token),
    );
    await host.visitor.orb.waitFor();
    // The browser's own notes, where the worklet was still loading as its context was closed.
    await host.answers(/context (?:is|has been) closed|ScriptProcessorNode is deprecated/);
  });

  it('does what was asked of the inline stub, in order, once it is there', async () => {
    const script = `
      hostKeep(AIWWidget.open());
      hostKeep(AIWWidget.toggle());
      AIWWidget.setContext({plan: 'Starter'});
      AIWWidget.setContext({plan: 'Pro'});
      AIWWidget.on('aiw-open', () => hostKeep('heard'));
      AIWWidget.on('aiw-open', () => hostKeep('not heard'))();
      var hostEarly = AIWWidget;
      AIWWidget.ready.then(() => hostKeep('ready'));`;
    const inline = STUB.replace('</script>', `${script}</script>`).replace(
      '<script>',
      '<script>var hostAnswers = []; var hostKeep = answer => void hostAnswers.push(answer);',
    );
    coded = await CodedVisit.of(site, {name: 'with a stub', head: inline});
    ({host} = coded);
    await until(
      async () => (await coded.answers()).includes('ready'),
      () => 'The stub’s ready has not settled.',
    );
    assert.deepEqual(await coded.answers(), [false, false, 'ready']);
    assert.deepEqual(host.visitor.console, []);
    await talk();
    await asks('Which plan am I on?', /^Your plan is Pro\.$/);
    assert.deepEqual(await coded.answers(), [false, false, 'ready', 'heard']);
    await host.frame.evaluate(() => {
      (window as unknown as {hostEarly: AIWWidgetApi}).hostEarly.setContext({plan: 'Team'});
    });
    await until(
      () => host.visitor.sent.filter(({frame}) => frame.type === 'context').length === 2,
      () => 'A call to the early stub was lost.',
    );
    await asks('Which plan am I on?', /^Your plan is Team\.$/);
  });
});
