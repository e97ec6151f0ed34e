import type {
  CaptureKind,
  CaptureRequest,
  CaptureSource,
  ClientFrame,
  EndReason,
  Feedback,
} from '../contract/index.js';
import type {CallEvent} from './events.js';
import type {CallProblem} from './state.js';

/** What the host page may be told of a call. Neither words nor contact details. */
export type Announcement =
  | {type: 'call-start'}
  | {type: 'call-end'; reason: EndReason | 'lost' | 'failed'}
  | {type: 'message'; id: string; role: 'agent' | 'visitor'}
  | {type: 'capture'; kind: CaptureKind; source: CaptureSource}
  | {type: 'error'; problem: CallProblem};

/** What a transition asks to be done. Data only: the {@link Call} does it through its ports. */
export type CallEffect =
  | {type: 'openMicrophone'; muted: boolean}
  | {type: 'closeMicrophone'}
  | {type: 'setMuted'; muted: boolean}
  /** Resolve where needed, then make a session. */
  | {type: 'begin'}
  /** Open the session's stream; from the second attempt on, after a back-off. */
  | {type: 'connect'; attempt: number}
  /** The stream is ready: audio kept so far goes out, at this rate. */
  | {type: 'flow'; inputSampleRate: number; outputSampleRate: number}
  | {type: 'send'; frame: ClientFrame}
  | {type: 'audioStart'; messageId: string}
  | {type: 'audioEnd'; messageId: string}
  | {type: 'audioClear'}
  | {type: 'navigate'; id: string; label: string; url: string; sectionSelector?: string}
  /** Run a function of the page, and tell the agent what came of it. */
  | {type: 'callTool'; callId: string; name: string; arguments: Readonly<Record<string, unknown>>}
  | {type: 'storeCapture'; capture: CaptureRequest}
  /** By HTTP, as there is no stream. */
  | {type: 'sendFeedback'; feedback: Feedback}
  | {type: 'later'; delayMs: number; event: CallEvent}
  | {type: 'announce'; announcement: Announcement}
  /** The call is over: free the stream, the microphone and the loudspeaker. */
  | {type: 'release'};
