/** Pages that changed the ground under a script's feet, each with the built widget and server. */
import {after, afterEach, before, describe, it} from 'node:test';
import {environments} from './environments.js';
import {HostSite} from './host-site.js';
import {HostVisit} from './host-visit.js';

describe('a page', {timeout: 240_000}, () => {
  let site: HostSite;
  let host: HostVisit | undefined;
  before(async () => {
    site = await HostSite.start({AIW_VOICE: 'off'});
  });
  afterEach(() => host?.leave());
  after(() => site.close());

  for (const page of environments) {
    it(`${page.name} is undisturbed, and a question on it is answered`, async () => {
      host = await HostVisit.open(site, site.add('/host', page));
      await host.isUndisturbed();
      await host.answers();
    });
  }
});
