/** A condition of a trigger (§4.2). */
export type Condition =
  | {type: 'urlMatches'; pattern: string}
  | {type: 'dwellSeconds'; gte: number}
  | {type: 'scrollDepth'; gte: number}
  | {type: 'exitIntent'}
  | {type: 'idleSeconds'; gte: number}
  | {type: 'repeatVisitor'; visitCountGte?: number};

/** How long a rule that fired stays quiet (§4.3). */
export interface Cooldown {
  /** At most once in a tab. */
  perSession?: true;
  /** Days during which the rule is suppressed for this visitor. */
  perDays?: number;
}

/** A rule that opens the widget by itself (§4.1). All conditions must hold. */
export interface Trigger {
  /** Given by the server where it is absent. */
  id: string;
  /** What the operator calls it. */
  name: string;
  /** Higher comes first; ties go by list order. */
  priority: number;
  /** All of them must hold. */
  conditions: Condition[];
  /** How long it stays quiet after it fired; absent: not at all. */
  cooldown?: Cooldown;
  /** Absent: `open`. */
  action?: 'open' | 'teaser';
  /** What a teaser says; the agent's greeting where it is absent. */
  message?: string;
}
