import type {AuditStore} from './operators/audit.js';
import type {OperatorStore} from './operators/operators.js';
import type {ProcessStore} from './process-lease.js';
import type {Archive} from './records/archive.js';
import type {CaptureStore} from './records/captures.js';
import type {LeadStore} from './records/leads.js';
import type {RetentionStore} from './records/retention.js';
import type {SessionStore} from './records/session-store.js';
import type {UsageStore} from './records/usage.js';
import type {VisitorStore} from './records/visitors.js';
import type {OutboxStore} from './webhooks/webhooks.js';
import type {WidgetStore} from './widgets/widget-store.js';

/** Everything kept, whatever keeps it. */
export interface Store {
  widgets: WidgetStore;
  sessions: SessionStore;
  captures: CaptureStore;
  visitors: VisitorStore;
  usage: UsageStore;
  audit: AuditStore;
  leads: LeadStore;
  archive: Archive;
  operators: OperatorStore;
  outbox: OutboxStore;
  processes: ProcessStore;
  retention: RetentionStore;
  /** Rejects where the store cannot be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
