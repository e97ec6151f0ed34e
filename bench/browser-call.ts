import {lengthOf} from '../testing/journey/speech.js';
import {Visitor} from '../testing/journey/visitor.js';

/** Seconds from one utterance to the next: longer than any answer of the demo's agent. */
const EVERY = 12;

/** When the greeting is over, in seconds. */
const FIRST_AT = 9;

/** What the page's audio did, in milliseconds of the page's clock. */
interface AudioLog {
  /** Frames of the microphone that held sound. */
  heard: number[];
  /** Changes of what is played: when, and how loud (0 to 1). */
  played: [at: number, level: number][];
}

/** One utterance and what became of it. */
export interface Turn {
  say: string;
  /** From the utterance's last sound to the agent's first, at the browser; null where none came. */
  delayMs: number | null;
  /** The agent began before the utterance was over. */
  cutOff: boolean;
}

/**
 * Watches the widget's own audio nodes: the capture processor's frames carry their loudness, the
 * playback processor tells when its level changes.
 */
const PROBE = `
  const log = (window.aiwAudioLog = {heard: [], played: []});
  const Native = window.AudioWorkletNode;
  window.AudioWorkletNode = class extends Native {
    constructor(...args) {
      super(...args);
      this.port.addEventListener('message', ({data}) => {
        if (data.pcm && data.level > 0.35) log.heard.push(performance.now());
        if (data.type === 'level') log.played.push([performance.now(), data.level]);
      });
    }
  };
`;

/** Holds one call in a browser, saying each fixture in its turn. */
export async function browserCall(url: string, fixtures: readonly string[]): Promise<Turn[]> {
  const says = fixtures.map((say, i) => ({say, at: FIRST_AT + i * EVERY}));
  const visitor = await Visitor.arrive('about:blank', {says});
  try {
    await visitor.page.addInitScript(PROBE);
    await visitor.page.goto(url);
    await visitor.tapOrb();
    await visitor.hears('ready');
    const endMs = (FIRST_AT + fixtures.length * EVERY) * 1000;
    await visitor.page.waitForTimeout(endMs);
    const log = await visitor.page.evaluate(
      () => (window as unknown as {aiwAudioLog: AudioLog}).aiwAudioLog,
    );
    const lengths = await Promise.all(fixtures.map(lengthOf));
    return turnsOf(log, fixtures, lengths);
  } finally {
    await visitor.leave();
  }
}

/** Finds each utterance among the sounds, by the silence between, and the answer behind it. */
function turnsOf(
  {heard, played}: AudioLog,
  fixtures: readonly string[],
  lengths: number[],
): Turn[] {
  const origin = (heard[0] ?? 0) - FIRST_AT * 1000;
  return fixtures.map((say, i) => {
    const from = origin + (FIRST_AT + i * EVERY) * 1000 - 500;
    const sounds = heard.filter(at => at >= from && at < from + ((lengths[i] ?? 0) + 1) * 1000);
    const begin = sounds[0] ?? from;
    const end = sounds.at(-1) ?? from;
    const began = (at: number, j: number) => at && (played[j]?.[1] ?? 0) > 0.05;
    const isQuiet = (j: number) => (played[j - 1]?.[1] ?? 0) <= 0.05;
    const starts = played.flatMap(([at], j) => (began(at, j) && isQuiet(j) ? [at] : []));
    const cutOff = starts.some(at => at > begin + 300 && at < end);
    const answer = starts.find(at => at >= end && at < end + EVERY * 1000);
    return {say, delayMs: answer === undefined ? null : answer - end, cutOff};
  });
}
