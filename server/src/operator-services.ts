import {HandOver} from './domain/hand-over.js';
import type {Calls} from './domain/calls.js';
import {ImportJobs} from './domain/import-jobs.js';
import {isLocalHost} from './domain/origin.js';
import {Widgets} from './domain/widgets.js';
import type {OperatorServices} from './http/operator/route.js';
import {serverUrl} from './http/server-url.js';
import {createPageCheck} from './outbound/check-page.js';
import {createReadPage} from './outbound/read-page.js';
import {createReadSite} from './outbound/read-site.js';
import type {Parts} from './wire.js';

/** What the operators' API is served from. */
export function operatorServices(
  {config, operator, observer, clock}: Pick<Parts, 'config' | 'operator' | 'observer' | 'clock'>,
  calls: Calls,
): OperatorServices {
  const {store, auth, invitations, keys, auditFor} = operator;
  const mayBeLocal = isOnOwnMachine(config);
  const onError = (error: unknown) => observer.unexpected(error);
  return {
    ...{store, auth, invitations, auditFor, clock},
    readPage: createReadPage(mayBeLocal),
    imports: new ImportJobs(createReadSite(mayBeLocal), onError),
    handOver: new HandOver(calls),
    checkPage: (url, server) =>
      createPageCheck(mayBeLocal && isLocalHost(new URL(url).hostname))(url, server),
    widgetsFor: audit => new Widgets(store.widgets, keys, audit),
    publicUrl: request => serverUrl(request, config.publicUrl),
  };
}

/**
 * Whether whoever uses the dashboard sits at this machine, as far as the configuration tells: only
 * they may have pages read that stand on it. To anybody else `localhost` is the server's own inside.
 */
function isOnOwnMachine({host, publicUrl, trustProxy, privateWebhooks}: Parts['config']): boolean {
  const isPublic = publicUrl !== null && !isLocalHost(new URL(publicUrl).hostname);
  return privateWebhooks || (isLocalHost(host) && !isPublic && trustProxy === false);
}
