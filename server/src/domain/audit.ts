import {timestamp, type Clock} from './clock.js';

/** What operators do. */
export type AuditAction =
  | 'widget.create'
  | 'widget.publish'
  | 'widget.pause'
  | 'widget.limits'
  | 'widget.reveal-secret'
  | 'widget.rotate-secret'
  | 'widget.rotate-token'
  | 'widget.webhook'
  | 'widget.retention'
  | 'webhook.resend'
  | 'visitor.erase';

/** One thing that an operator did. Its details hold no secret, and nothing of a visitor. */
export interface AuditEntry {
  /** RFC 3339. */
  at: string;
  /** `cli:` and the name of the machine's user, or `server` for what it does by itself. */
  actor: string;
  action: AuditAction;
  widgetId: string | null;
  details: Readonly<Record<string, unknown>>;
}

/** Keeps what operators did; nothing of it is ever changed. */
export interface AuditStore {
  record(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(limit: number): Promise<AuditEntry[]>;
}

/** Notes that something was done, once it was. */
export type Audit = (
  action: AuditAction,
  widgetId: string | null,
  details?: AuditEntry['details'],
) => Promise<void>;

export function createAudit(store: AuditStore, clock: Pick<Clock, 'now'>, actor: string): Audit {
  let last = 0;
  return (action, widgetId, details = {}) => {
    // What was done in one millisecond keeps its order.
    last = Math.max(clock.now(), last + 1);
    return store.record({at: timestamp(last), actor, action, widgetId, details});
  };
}
