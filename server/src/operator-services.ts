import type {Kysely} from 'kysely';
import {HandOver} from './domain/calls/hand-over.js';
import type {Calls} from './domain/calls/calls.js';
import {ImportJobs} from './domain/knowledge/import-jobs.js';
import type {OperatorAuth} from './domain/operators/operators.js';
import {isLocalHost} from './domain/admission/origin.js';
import {Widgets} from './domain/widgets/widgets.js';
import {createOperatorAuth} from './auth/operator-auth.js';
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
  const {store, invitations, keys, auditFor} = operator;
  const mayBeLocal = isOnOwnMachine(config);
  const onError = (error: unknown) => observer.unexpected(error);
  return {
    ...{store, invitations, auditFor, clock},
    auth: createAuth(operator, config.publicUrl ?? 'http://localhost'),
    readPage: createReadPage(mayBeLocal),
    imports: new ImportJobs(createReadSite(mayBeLocal), onError),
    handOver: new HandOver(calls),
    checkPage: (url, server) =>
      createPageCheck(mayBeLocal && isLocalHost(new URL(url).hostname))(url, server),
    widgetsFor: audit => new Widgets(store.widgets, keys, audit),
    publicUrl: request => serverUrl(request, config.publicUrl),
  };
}

function createAuth({db, keys}: Parts['operator'], baseUrl: string): OperatorAuth {
  return createOperatorAuth(db as unknown as Kysely<never>, {
    ...{baseUrl, isSecure: baseUrl.startsWith('https:')},
    secret: keys.sign('operator-auth', Buffer.from('v1')).toString('hex'),
  });
}

/**
 * Whether whoever uses the dashboard sits at this machine, as far as the configuration tells: only
 * they may have pages read that stand on it. To anybody else `localhost` is the server's own inside.
 */
function isOnOwnMachine({host, publicUrl, trustProxy, privateWebhooks}: Parts['config']): boolean {
  const isPublic = publicUrl !== null && !isLocalHost(new URL(publicUrl).hostname);
  return privateWebhooks || (isLocalHost(host) && !isPublic && trustProxy === false);
}
