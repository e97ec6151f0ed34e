import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {nodeResolve} from '@rollup/plugin-node-resolve';
import {rollup} from 'rollup';
import {PACKED, writeInApp} from './app.js';

/** What a bundler takes of the package at once for some lines of code, and its bytes of code. */
async function taken(code: string): Promise<{modules: string[]; bytes: number}> {
  const input = join(writeInApp({'main.js': code}), 'main.js');
  const bundle = await rollup({input, plugins: [nodeResolve()], onLog: () => {}});
  const {output} = await bundle.generate({format: 'es'});
  const chunks = new Map(
    output.flatMap(chunk => (chunk.type === 'chunk' ? [[chunk.fileName, chunk] as const] : [])),
  );
  // With the chunks that it imports at once; those of dynamic imports come later, or never.
  const files = new Set(['main.js']);
  for (const file of files) for (const name of chunks.get(file)?.imports ?? []) files.add(name);
  const modules = [...files]
    .flatMap(file => Object.entries(chunks.get(file)?.modules ?? {}))
    .filter(([, {renderedLength}]) => renderedLength > 0);
  return {
    modules: modules
      .filter(([name]) => name.startsWith(PACKED))
      .map(([name]) => name.slice(`${PACKED}/dist/`.length)),
    bytes: modules.reduce((sum, [, {renderedLength}]) => sum + renderedLength, 0),
  };
}

describe('a bundler takes', () => {
  it('nothing of an import that is not used', async () => {
    assert.deepEqual(await taken(`import {AiwOrb} from 'aiw-voice-widget';`), {
      modules: [],
      bytes: 0,
    });
  });

  it('the orb alone, where the orb alone is imported', async () => {
    const {modules} = await taken(`
      import {AiwOrb} from 'aiw-voice-widget';
      customElements.define('aiw-orb', AiwOrb);
    `);
    assert.ok(modules.includes('elements/orb/orb.js'));
    assert.deepEqual(
      modules.filter(name =>
        /voice-widget|capture-pill|panel|platform|^call\/(?!orb-state)/.test(name),
      ),
      [],
    );
  });

  it('the pill alone, where the pill alone is imported', async () => {
    const {modules} = await taken(`
      import {AiwCapturePill} from 'aiw-voice-widget';
      customElements.define('aiw-capture-pill', AiwCapturePill);
    `);
    assert.deepEqual(
      modules.filter(name => /voice-widget|elements\/orb|panel|platform/.test(name)),
      [],
    );
  });

  it('the launcher first and the call later, where all elements are registered', async () => {
    const {modules} = await taken(`import 'aiw-voice-widget/define';`);
    assert.ok(modules.includes('elements/voice-widget/voice-widget.js'));
    assert.deepEqual(
      modules.filter(name => /elements\/panel|transition|microphone/.test(name)),
      [],
    );
  });

  it('a few lines for the loader', async () => {
    const {modules, bytes} = await taken(`
      import {loadWidget} from 'aiw-voice-widget/loader';
      void loadWidget({token: 'wt_0', backendUrl: 'https://voice.example.com'});
    `);
    assert.deepEqual(modules, ['load-widget.js']);
    assert.ok(bytes < 2000, `${bytes} bytes`);
  });
});
