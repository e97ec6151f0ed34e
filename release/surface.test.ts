import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {differences, readRecorded} from './recorded.js';
import {publicSurface} from './surface.js';

describe('the public surface', () => {
  const lines = publicSurface();

  it('changes with an entry in the changelog only', () => {
    const changes = differences(readRecorded()?.lines ?? [], lines);
    assert.deepEqual(
      changes,
      [],
      'Say in CHANGELOG.md what embedders will notice, then: npm run surface',
    );
  });

  it('has what embedders build upon', () => {
    for (const line of [
      'module ./define',
      'module . exports AiwVoiceWidget',
      'window.AIWWidget ready: Promise<void>',
      '<aiw-voice-widget> attribute token: string',
      '<aiw-voice-widget> event aiw-open: AiwOpenEvent',
      '<aiw-voice-widget> slot launcher',
      '<aiw-orb> part orb',
      '<aiw-orb> custom property --aiw-orb-size',
      'POST /api/sessions takes challenge',
    ]) {
      assert.ok(lines.includes(line), line);
    }
    assert.ok(lines.some(line => /^ServerFrame \{type: "ready"/.test(line)));
    assert.ok(lines.some(line => /^ClientFrame \{type: "hello"/.test(line)));
  });

  it('tells what was taken away and what came', () => {
    assert.deepEqual(differences(['a', 'b'], ['b', 'c']), ['- a', '+ c']);
    assert.deepEqual(differences(['a'], ['a']), []);
  });
});
