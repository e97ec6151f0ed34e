import {userInfo} from 'node:os';
import type {Kysely} from 'kysely';
import type {Config} from './config.js';
import {createAudit, type Audit} from './domain/operators/audit.js';
import {systemClock} from './domain/clock.js';
import {createKeyring, type Keyring} from './domain/keys.js';
import {Invitations} from './domain/operators/invitations.js';
import type {Store} from './domain/store.js';
import {Widgets} from './domain/widgets/widgets.js';
import {openStore} from './store/index.js';
import {readKeyFile} from './store/key-file.js';
import type {Database} from './store/schema.js';

/** What a server and the command line share: the data directory, opened. */
export interface Operator {
  store: Store;
  db: Kysely<Database>;
  keys: Keyring;
  widgets: Widgets;
  audit: Audit;
  invitations: Invitations;
  /** What is done in somebody else's name. */
  auditFor: (actor: string, accountId: string) => Audit;
}

/**
 * Opens the data directory, made where it is missing. The caller closes the store.
 *
 * @param actor - In whose name things are done, in the audit log.
 */
export async function openOperator(
  config: Pick<Config, 'dataDir' | 'databaseUrl' | 'masterKey' | 'previousMasterKey'>,
  actor = 'server',
): Promise<Operator> {
  const keys = createKeyring(
    config.masterKey ?? readKeyFile(config.dataDir),
    config.previousMasterKey,
  );
  const {store, db} = await openStore(config);
  const audit = createAudit(store.audit, systemClock, actor);
  return {
    ...{store, db, keys, audit},
    widgets: new Widgets(store.widgets, keys, audit),
    invitations: new Invitations(store.operators, systemClock),
    auditFor: (by, accountId) => createAudit(store.audit, systemClock, by, accountId),
  };
}

/** The command line's user. A container's may have a number only. */
export function commandLineActor(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    return `cli:${process.getuid?.() ?? 'unknown'}`;
  }
}
