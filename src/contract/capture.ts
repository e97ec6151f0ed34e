/** What a capture pill may ask for (§6.1). */
export type CaptureKind = 'email' | 'phone' | 'name';

/** Whether the agent asked for the value or the visitor said it unasked (§6.1). */
export type CaptureSource = 'agent_asked' | 'visitor_volunteered';

/** Body of `POST /api/sessions/:id/captures`. */
export interface CaptureRequest {
  /** UUID chosen by the widget: the same id is stored once, however often it is sent. */
  id: string;
  /** What it is. */
  kind: CaptureKind;
  /** As the visitor confirmed it. */
  value: string;
  /** Whether the agent asked. */
  source: CaptureSource;
  /** Whether the pill was shown with a value already in it. */
  prefilled: boolean;
}

/** A stored capture: the answer to a {@link CaptureRequest}, sent only once it is on disk. */
export interface Capture {
  /** The widget's own UUID. */
  id: string;
  /** Session in which it was given. */
  sessionId: string;
  /** What it is. */
  kind: CaptureKind;
  /** Normalised: the email's domain in lower case, the phone in E.164 where its country is known. */
  value: string;
  /** Whether the agent asked. */
  source: CaptureSource;
  /** Whether the pill was shown with a value already in it. */
  prefilled: boolean;
  /** RFC 3339. */
  createdAt: string;
}
