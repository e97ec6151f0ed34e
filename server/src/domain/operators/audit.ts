import {timestamp, type Clock} from '../clock.js';

/** What operators do. */
export type AuditAction =
  | 'widget.create'
  | 'widget.publish'
  | 'widget.pause'
  | 'widget.resume'
  | 'widget.limits'
  | 'widget.reveal-secret'
  | 'widget.rotate-secret'
  | 'widget.rotate-token'
  | 'widget.webhook'
  | 'widget.retention'
  | 'webhook.resend'
  | 'visitor.erase'
  | 'widget.edit'
  | 'widget.rollback'
  | 'widget.import'
  | 'conversation.delete'
  | 'conversation.take-over'
  | 'leads.export'
  | 'account.rename'
  | 'operator.invite'
  | 'operator.join'
  | 'operator.sign-in'
  | 'operator.password'
  | 'operator.second-factor'
  | 'operator.role'
  | 'operator.remove'
  | 'api-key.create'
  | 'api-key.revoke';

/** One thing that an operator did. Its details hold no secret, and nothing of a visitor. */
export interface AuditEntry {
  /** RFC 3339. */
  at: string;
  /**
   * `cli:` and the name of the machine's user, `operator:` or `key:` and an id, or `server` for what
   * it does by itself.
   */
  actor: string;
  action: AuditAction;
  /** Null: of the machine, or of the widget's account. */
  accountId: string | null;
  widgetId: string | null;
  details: Readonly<Record<string, unknown>>;
}

/** Keeps what operators did; nothing of it is ever changed. */
export interface AuditStore {
  record(entry: AuditEntry): Promise<void>;
  /** Newest first. @param of - An account, and before when; without it all there is. */
  list(limit: number, of?: {accountId: string; before: string | null}): Promise<AuditEntry[]>;
}

/** Notes that something was done, once it was. */
export type Audit = (
  action: AuditAction,
  widgetId: string | null,
  details?: AuditEntry['details'],
) => Promise<void>;

export function createAudit(
  store: AuditStore,
  clock: Pick<Clock, 'now'>,
  actor: string,
  accountId: string | null = null,
): Audit {
  let last = 0;
  return (action, widgetId, details = {}) => {
    // What was done in one millisecond keeps its order.
    last = Math.max(clock.now(), last + 1);
    return store.record({at: timestamp(last), actor, action, accountId, widgetId, details});
  };
}
