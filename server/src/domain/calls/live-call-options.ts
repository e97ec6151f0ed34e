import type {CallMode, EndReason} from '../../../../src/contract/index.js';
import type {CallRecorder} from './call-recorder.js';
import type {Clock} from '../clock.js';
import type {ConversationEngine} from './conversation.js';
import type {Turn} from '../records/session-store.js';
import type {PublishedWidget} from '../widgets/widget.js';

/** What a live call is made of. */
export interface LiveCallOptions {
  id: string;
  widget: PublishedWidget;
  mode: CallMode;
  page: {url: string; title: string};
  locale: string | null;
  /** In ms since the epoch. */
  startedAt: number;
  /** What was said while the call was with another process. */
  turns: readonly Turn[];
  /** Everything said so far, as it is stored. */
  readTurns: () => Promise<readonly Turn[]>;
  engine: ConversationEngine;
  recorder: CallRecorder;
  clock: Clock;
  /** Whether one more call may have a voice now. */
  mayUseVoice: () => boolean;
  /** Called once, when all is stored. */
  onEnded: (reason: EndReason) => void;
}
