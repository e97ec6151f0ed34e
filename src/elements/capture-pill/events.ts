import type {CaptureKind} from '../../contract/index.js';

/**
 * A valid value was confirmed. It bubbles within its tree only: a contact detail
 * does not leave the shadow root in which it was asked for.
 */
export class CaptureConfirmEvent extends Event {
  static readonly type = 'aiw-capture-confirm';
  /** What was asked for. */
  readonly kind: CaptureKind;
  /** Normalised. */
  readonly value: string;

  constructor(kind: CaptureKind, value: string) {
    super(CaptureConfirmEvent.type, {bubbles: true});
    this.kind = kind;
    this.value = value;
  }
}

/** The visitor would rather not say. */
export class CaptureDismissEvent extends Event {
  static readonly type = 'aiw-capture-dismiss';
  /** What was asked for. */
  readonly kind: CaptureKind;

  constructor(kind: CaptureKind) {
    super(CaptureDismissEvent.type, {bubbles: true});
    this.kind = kind;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'aiw-capture-confirm': CaptureConfirmEvent;
    'aiw-capture-dismiss': CaptureDismissEvent;
  }
}
