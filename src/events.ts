import type {CallProblem} from './call/state.js';
import type {
  CaptureKind,
  CaptureSource,
  EndReason,
  TranscriptRole,
  Trigger,
} from './contract/index.js';

export type {CallProblem};

/** All events of the widget bubble and cross shadow roots; none carries words or contact details. */
const INIT: EventInit = {bubbles: true, composed: true};

/** The panel opened. */
export class AiwOpenEvent extends Event {
  constructor() {
    super('aiw-open', INIT);
  }
}

/** The panel closed; a call under way goes on. */
export class AiwCloseEvent extends Event {
  constructor() {
    super('aiw-close', INIT);
  }
}

/** A call is up: the agent can hear and be heard. */
export class AiwCallStartEvent extends Event {
  constructor() {
    super('aiw-call-start', INIT);
  }
}

/** A call is over. */
export class AiwCallEndEvent extends Event {
  /** Who or what ended it; `lost`: the connection did not come back; `failed`: it could not go on. */
  readonly reason: EndReason | 'lost' | 'failed';

  constructor(reason: EndReason | 'lost' | 'failed') {
    super('aiw-call-end', INIT);
    this.reason = reason;
  }
}

/** Somebody said something, and it is in the transcript. */
export class AiwMessageEvent extends Event {
  /** The transcript entry's id. */
  readonly messageId: string;
  /** Who said it. */
  readonly role: TranscriptRole;

  constructor(messageId: string, role: TranscriptRole) {
    super('aiw-message', INIT);
    this.messageId = messageId;
    this.role = role;
  }
}

/** A contact detail was confirmed by the visitor and stored by the server. */
export class AiwCaptureEvent extends Event {
  /** What was given: email, phone or name. */
  readonly kind: CaptureKind;
  /** Whether the agent asked for it. */
  readonly source: CaptureSource;

  constructor(kind: CaptureKind, source: CaptureSource) {
    super('aiw-capture', INIT);
    this.kind = kind;
    this.source = source;
  }
}

/** The agent took the visitor somewhere on this site. */
export class AiwNavigateEvent extends Event {
  /** Path on the page's own origin. */
  readonly path: string;

  constructor(path: string) {
    super('aiw-navigate', INIT);
    this.path = path;
  }
}

/** A call could not start, or was cut off. */
export class AiwErrorEvent extends Event {
  /** What stands in the way. */
  readonly problem: CallProblem;

  constructor(problem: CallProblem) {
    super('aiw-error', INIT);
    this.problem = problem;
  }
}

/** A rule has fired; `preventDefault()` keeps it from doing anything, and it counts as fired (§4). */
export class AiwTriggerEvent extends Event {
  /** Id of the rule. */
  readonly triggerId: string;
  /** What the operator calls the rule. */
  readonly name: string;
  /** What the rule does. */
  readonly action: 'open' | 'teaser';

  constructor({id, name, action}: Trigger) {
    super('aiw-trigger', {...INIT, cancelable: true});
    this.triggerId = id;
    this.name = name;
    this.action = action ?? 'open';
  }
}

/** The widget's events by name. */
export interface AiwEventMap {
  /** The panel opened. */
  'aiw-open': AiwOpenEvent;
  /** The panel closed. */
  'aiw-close': AiwCloseEvent;
  /** A call is up. */
  'aiw-call-start': AiwCallStartEvent;
  /** A call is over. */
  'aiw-call-end': AiwCallEndEvent;
  /** Somebody said something. */
  'aiw-message': AiwMessageEvent;
  /** A contact detail was stored. */
  'aiw-capture': AiwCaptureEvent;
  /** The visitor was taken to a page. */
  'aiw-navigate': AiwNavigateEvent;
  /** A call could not start, or was cut off. */
  'aiw-error': AiwErrorEvent;
  /** A rule has fired; cancelable. */
  'aiw-trigger': AiwTriggerEvent;
}

declare global {
  interface GlobalEventHandlersEventMap extends AiwEventMap {}
}
