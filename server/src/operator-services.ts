import {HandOver} from './domain/hand-over.js';
import type {Calls} from './domain/calls.js';
import {ImportJobs} from './domain/import-jobs.js';
import {isLocalHost} from './domain/origin.js';
import {Widgets} from './domain/widgets.js';
import type {OperatorServices} from './http/operator/route.js';
import {serverUrl} from './http/server-url.js';
import {createPageCheck} from './outbound/check-page.js';
import {readPage} from './outbound/read-page.js';
import {readSite} from './outbound/read-site.js';
import type {Parts} from './wire.js';

/** What the operators' API is served from. */
export function operatorServices(
  {config, operator, observer, clock}: Pick<Parts, 'config' | 'operator' | 'observer' | 'clock'>,
  calls: Calls,
): OperatorServices {
  const {store, auth, invitations, keys, auditFor} = operator;
  const onError = (error: unknown) => observer.unexpected(error);
  return {
    ...{store, auth, invitations, auditFor, readPage, clock},
    imports: new ImportJobs(readSite, onError),
    handOver: new HandOver(calls),
    checkPage: (url, server) => createPageCheck(isLocalHost(new URL(url).hostname))(url, server),
    widgetsFor: audit => new Widgets(store.widgets, keys, audit),
    publicUrl: request => serverUrl(request, config.publicUrl),
  };
}
