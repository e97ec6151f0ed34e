import type {CaptureCore} from './capture-core.js';
import type {CaptureCommand, PlaybackCommand} from './messages.js';
import type {PlaybackCore} from './playback-core.js';

/** Does what the page asked of a capture processor. */
export function obeyCapture(core: CaptureCore, command: CaptureCommand): void {
  if (command.type === 'rate') core.setTargetRate(command.hz);
  else core.muted = command.muted;
}

/** Does what the page asked of a playback processor. */
export function obeyPlayback(core: PlaybackCore, command: PlaybackCommand): void {
  switch (command.type) {
    case 'rate':
      return core.setSourceRate(command.hz);
    case 'begin':
      return core.begin(command.messageId);
    case 'audio':
      return core.write(command.pcm);
    case 'end':
      return core.end(command.messageId);
    case 'clear':
      return core.clear();
  }
}

/** Tells of a level only when it changed enough to be seen, and no more than 20 times a second. */
export class LevelGate {
  readonly #blocksBetween: number;
  #sent = 0;
  #blocks = 0;

  constructor(blockSeconds: number) {
    this.#blocksBetween = 0.05 / blockSeconds;
  }

  passes(level: number): boolean {
    this.#blocks++;
    if (this.#blocks < this.#blocksBetween || Math.abs(level - this.#sent) < 0.01) return false;
    this.#blocks = 0;
    this.#sent = level;
    return true;
  }
}
