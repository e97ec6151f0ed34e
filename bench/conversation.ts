/**
 * How the embedded voice converses: delay to the first word at the browser, sentences cut off in a
 * pause, memory, and eight calls at once. All in one run, as a quick agent that interrupts is none.
 */
import {readFile} from 'node:fs/promises';
import {ServerProcess} from '../testing/journey/server.js';
import {browserCall} from './browser-call.js';
import {CallClient} from './call-client.js';
import {summary, type Summary} from './statistics.js';

const QUESTIONS = ['starter-cost', 'and-the-pro-plan', 'antarctica', 'pricing-page'];
const PAUSED = ['pause-cost', 'pause-page', 'pause-opening', 'pause-cancel'];

/** Rounds of all questions, and of all sentences with a pause of 700 ms in the middle. */
const ROUNDS = {questions: 3, paused: 5};

const CALLS = 8;

/** Questions each of the calls asks. */
const TURNS = 3;

/** Result of {@link benchConversation}; times in milliseconds, memory in MB. */
export interface ConversationReport {
  oneCall: {firstAudioMs: Summary; unanswered: number};
  pauseOf700ms: {sentences: number; cutOff: number; share: number; firstAudioMs: Summary};
  memoryMb: {voiceLoaded: number; oneCall: number; eightCalls: number; eachFurtherCall: number};
  eightCalls: {firstAudioMs: Summary; dropped: number; underruns: number};
}

/** Runs the bench against the built server and widget. */
export async function benchConversation(): Promise<ConversationReport> {
  const server = await ServerProcess.start({AIW_MAX_CALLS: '16'});
  try {
    const voiceLoaded = await memoryMb(server);
    const questions = repeat(QUESTIONS, ROUNDS.questions);
    const paused = repeat(PAUSED, ROUNDS.paused);
    const turns = await browserCall(`${server.url}/`, [...questions, ...paused]);
    const plain = turns.slice(0, questions.length);
    const pauses = turns.slice(questions.length);
    const cutOff = pauses.filter(turn => turn.cutOff).length;
    const oneCall = await memoryMb(server);
    const many = await manyCalls(server);
    return {
      oneCall: {
        firstAudioMs: summary(delays(plain)),
        unanswered: plain.filter(({delayMs}) => delayMs === null).length,
      },
      pauseOf700ms: {
        sentences: pauses.length,
        cutOff,
        share: cutOff / pauses.length,
        firstAudioMs: summary(delays(pauses)),
      },
      memoryMb: {
        voiceLoaded,
        oneCall,
        eightCalls: many.memoryMb,
        eachFurtherCall: Math.round(((many.memoryMb - oneCall) / (CALLS - 1)) * 10) / 10,
      },
      eightCalls: many.report,
    };
  } finally {
    await server.close();
  }
}

async function manyCalls(
  server: ServerProcess,
): Promise<{memoryMb: number; report: ConversationReport['eightCalls']}> {
  const {token} = await demoWidget(server);
  const calls = await Promise.all(
    Array.from({length: CALLS}, () => CallClient.call(server.url, token)),
  );
  await Promise.all(calls.map(call => call.silence()));
  const answers: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    // In turn, not at once: the next speaks while the answers of those before are being played.
    for (const [i, call] of calls.entries()) {
      const {delayMs} = await call.ask(QUESTIONS[(turn + i) % QUESTIONS.length] ?? '');
      answers.push(delayMs);
    }
    await Promise.all(calls.map(call => call.silence()));
  }
  const memory = await memoryMb(server);
  const report = {
    firstAudioMs: summary(answers),
    dropped: calls.filter(({dropped}) => dropped !== null).length,
    underruns: calls.flatMap(({played}) => played).reduce((sum, {underruns}) => sum + underruns, 0),
  };
  for (const call of calls) call.hangUp();
  return {memoryMb: memory, report};
}

/** The widget of the demo site. */
async function demoWidget(server: ServerProcess): Promise<{token: string}> {
  const page = await (await fetch(`${server.url}/`)).text();
  const token = /data-widget-token="(wt_[0-9a-f]{32})"/.exec(page)?.[1];
  if (!token) throw new Error('The demo site has no widget.');
  return {token};
}

/** Resident memory of the server's process, from Linux's own account. */
async function memoryMb({pid}: ServerProcess): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024);
}

function delays(turns: readonly {delayMs: number | null}[]): number[] {
  return turns.flatMap(({delayMs}) => (delayMs === null ? [] : [delayMs]));
}

function repeat(names: readonly string[], times: number): string[] {
  return Array.from({length: times}, () => names).flat();
}
