import type {CapturedFrame} from './capture-core.js';
import type {PlaybackReport} from './playback-core.js';

/** Names under which the worklet file registers its processors. */
export const CAPTURE_PROCESSOR = 'aiw-capture';
export const PLAYBACK_PROCESSOR = 'aiw-playback';

/** From the page to the capture processor. */
export type CaptureCommand = {type: 'rate'; hz: number} | {type: 'muted'; muted: boolean};

/** From the capture processor to the page. */
export type CaptureMessage = CapturedFrame;

/** From the page to the playback processor. */
export type PlaybackCommand =
  | {type: 'rate'; hz: number}
  | {type: 'begin'; messageId: string}
  | {type: 'audio'; pcm: ArrayBuffer}
  | {type: 'end'; messageId: string}
  | {type: 'clear'};

/** From the playback processor to the page. */
export type PlaybackMessage = ({type: 'report'} & PlaybackReport) | {type: 'level'; level: number};
