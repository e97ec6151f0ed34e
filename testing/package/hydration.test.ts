import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {build} from 'esbuild';
import {chromium, type Browser} from 'playwright-core';
import {CHROMIUM_ARGS, chromiumPath} from '../browser/chromium.mjs';
import {runInApp, writeInApp} from './app.js';

/** The orb as a server renders it. */
const rendered = () =>
  runInApp(`
    import {render} from '@lit-labs/ssr';
    import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
    import {html} from 'lit';
    import 'aiw-voice-widget/define';
    const orb = html\`<aiw-orb state="listening" label="Ava"></aiw-orb>\`;
    console.log(await collectResult(render(orb)));
  `);

/** What a page then loads: the elements, with Lit's support for trees that are there already. */
async function script(): Promise<string> {
  const folder = writeInApp({
    'main.js': `
      import '@lit-labs/ssr-client/lit-element-hydrate-support.js';
      const orb = document.querySelector('aiw-orb');
      window.drawn = orb.shadowRoot?.querySelector('[part=orb]');
      await import('aiw-voice-widget/define');
      await orb.updateComplete;
      window.isSame = orb.shadowRoot.querySelector('[part=orb]') === window.drawn;
      orb.state = 'speaking';
      await orb.updateComplete;
      window.parts = orb.shadowRoot.querySelectorAll('[part=orb]').length;
      window.shown = orb.shadowRoot.querySelector('[part=orb]').className;
    `,
  });
  const {outputFiles} = await build({
    entryPoints: [join(folder, 'main.js')],
    bundle: true,
    write: false,
    format: 'esm',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

describe('an orb that a server has rendered', () => {
  let browser: Browser;
  let url = '';
  const server = createServer();

  before(async () => {
    const head = '<!doctype html><meta charset="utf-8"><title>Page</title>';
    const page = `${head}${rendered()}<script type="module" src="/main.js"></script>`;
    const code = await script();
    server.on('request', (request, response) => {
      const isScript = request.url === '/main.js';
      response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
      response.end(isScript ? code : page);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `http://localhost:${(server.address() as AddressInfo).port}/`;
    browser = await chromium.launch({executablePath: chromiumPath(), args: [...CHROMIUM_ARGS]});
  });

  after(async () => {
    await browser.close();
    server.close();
  });

  it('is drawn without any script', async () => {
    const context = await browser.newContext({javaScriptEnabled: false});
    const page = await context.newPage();
    await page.goto(url);
    const box = await page.locator('aiw-orb [part=orb]').boundingBox();
    assert.ok(box && box.width >= 56 && box.height >= 56, JSON.stringify(box));
    await context.close();
  });

  it('is taken over as it stands, and goes on by its properties', async () => {
    const page = await browser.newPage();
    const faults: string[] = [];
    page.on('pageerror', error => faults.push(error.message));
    page.on('console', message => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(url);
    await page.waitForFunction('window.shown');
    assert.deepEqual(await page.evaluate('[window.isSame, window.parts, window.shown]'), [
      true,
      1,
      'speaking',
    ]);
    assert.deepEqual(
      faults.filter(fault => !fault.includes('favicon') && !fault.includes('404')),
      [],
    );
    await page.close();
  });
});
