import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {MODULES, runInApp} from './app.js';

describe('imported where there is no page', () => {
  for (const name of MODULES) {
    it(`${name} touches none`, () => {
      const printed = runInApp(`
        await import('${name}');
        console.log(JSON.stringify([typeof window, typeof document]));
      `);
      assert.deepEqual(JSON.parse(printed), ['undefined', 'undefined']);
    });
  }

  it('registers nothing by itself, and all three by define', () => {
    const printed = runInApp(`
      const seen = () => ['aiw-voice-widget', 'aiw-orb', 'aiw-capture-pill'].map(tag => !!customElements.get(tag));
      await import('aiw-voice-widget');
      const before = seen();
      await import('aiw-voice-widget/define');
      console.log(JSON.stringify([before, seen()]));
    `);
    assert.deepEqual(JSON.parse(printed), [
      [false, false, false],
      [true, true, true],
    ]);
  });

  it('the loader gives null', () => {
    const printed = runInApp(`
      import {loadWidget} from 'aiw-voice-widget/loader';
      console.log(await loadWidget({token: 'wt_0', backendUrl: 'https://voice.example.com'}));
    `);
    assert.equal(printed.trim(), 'null');
  });
});

describe('rendered on a server', () => {
  it('is a plain tag with its attributes in React', () => {
    const printed = runInApp(`
      import {createElement} from 'react';
      import {renderToString} from 'react-dom/server';
      import 'aiw-voice-widget/define';
      console.log(renderToString(createElement('aiw-voice-widget', {token: 'wt_0', 'backend-url': 'https://v.example'})));
    `);
    assert.equal(
      printed.trim(),
      '<aiw-voice-widget token="wt_0" backend-url="https://v.example"></aiw-voice-widget>',
    );
  });

  it('is an empty tag by the React component, which the browser fills', () => {
    const printed = runInApp(`
      import {createElement} from 'react';
      import {renderToString} from 'react-dom/server';
      import {AiwVoiceWidget} from 'aiw-voice-widget/react';
      const tools = {cart: {description: 'Reads the cart.', handler: () => 1}};
      console.log(renderToString(createElement(AiwVoiceWidget, {token: 'wt_0', clientTools: tools, id: 'agent', onAiwOpen() {}})));
    `);
    assert.equal(printed.trim(), '<aiw-voice-widget id="agent"></aiw-voice-widget>');
  });

  it('has its shadow tree in the page by declarative shadow DOM, drawn before any script', () => {
    const printed = runInApp(`
      import {render} from '@lit-labs/ssr';
      import {collectResult} from '@lit-labs/ssr/lib/render-result.js';
      import {html} from 'lit';
      import 'aiw-voice-widget/define';
      console.log(await collectResult(render(html\`<aiw-orb state="listening" label="Ava"></aiw-orb><aiw-capture-pill kind="phone"></aiw-capture-pill>\`)));
    `);
    assert.match(printed, /<aiw-orb[^>]*><template shadowroot="open" shadowrootmode="open">/);
    assert.match(printed, /part="orb" class="listening"/);
    assert.match(printed, /<aiw-capture-pill[^>]*><template/);
    assert.match(printed, /type="tel"/);
  });
});
