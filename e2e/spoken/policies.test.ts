/** Pages with strict headers, in writing and aloud. What they allow is what docs/csp.md says. */
import assert from 'node:assert/strict';
import {after, afterEach, before, describe, it} from 'node:test';
import {until} from '../../testing/journey/visitor.js';
import {HostSite} from '../hosts/host-site.js';
import {HostVisit} from '../hosts/host-visit.js';
import {policies} from '../hosts/policies.js';

/** When the greeting is over, in seconds after the tap. */
const AFTER_GREETING = 7;
/** What Chromium prints where audio runs without a worklet. */
const DEPRECATION = /^The ScriptProcessorNode is deprecated/;

describe('a page', {timeout: 300_000}, () => {
  let site: HostSite;
  let host: HostVisit | undefined;
  before(async () => {
    site = await HostSite.start();
  });
  afterEach(() => host?.leave());
  after(() => site.close());

  for (const page of policies) {
    it(`${page.name} is undisturbed, and a question asked aloud is answered`, async () => {
      const says = [{at: AFTER_GREETING, say: 'starter-cost'}];
      host = await HostVisit.open(site, site.add('/host', page), {says});
      await host.isUndisturbed();
      const {visitor} = host;
      await visitor.tapOrb();
      await visitor.isHeard(/plan cost/i);
      const {frame} = await visitor.agentSays(/\$19/);
      await until(
        () =>
          visitor.sent.find(
            ({frame: {type, messageId, playedMs}}) =>
              type === 'playback' && messageId === frame.id && Number(playedMs) > 500,
          ),
        () => 'The answer was not played.',
      );
      const notices = visitor.console.filter(line => DEPRECATION.test(line));
      assert.equal(notices.length > 0, page.audio === 'script');
      await host.isUnharmed(page.audio === 'script' ? DEPRECATION : undefined);
    });
  }
});
