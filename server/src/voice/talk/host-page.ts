import {randomUUID} from 'node:crypto';
import {
  TOOL_ERROR_CODES,
  TOOL_TIMEOUT_MS,
  type ClientFrame,
  type ClientTool,
  type ServerEvent,
  type ToolErrorCode,
} from '../../../../src/contract/index.js';
import {systemClock, type Clock} from '../../domain/clock.js';
import type {ToolAnswer} from '../think/brain.js';

/** How much longer than the page itself the agent waits, in milliseconds: for the way and a reconnect. */
const GRACE_MS = 5_000;

type Frame<Type extends ClientFrame['type']> = Extract<ClientFrame, {type: Type}>;

/**
 * What the visitor's page has told of itself, and its functions that the agent may call.
 *
 * A page answers when it likes, or never: each call has its end.
 */
export class HostPage {
  facts: Readonly<Record<string, unknown>> = {};
  tools: readonly ClientTool[] = [];
  readonly #send: (event: Extract<ServerEvent, {type: 'toolCall'}>) => void;
  readonly #clock: Clock;
  readonly #waiting = new Map<string, (answer: ToolAnswer) => void>();

  constructor(
    send: (event: Extract<ServerEvent, {type: 'toolCall'}>) => void,
    clock: Clock = systemClock,
  ) {
    this.#send = send;
    this.#clock = clock;
  }

  /** Asks the page to run one of its functions; never rejects. */
  call(name: string, args: Record<string, unknown>): Promise<ToolAnswer> {
    const tool = this.tools.find(declared => declared.name === name);
    if (!tool) return Promise.resolve({error: 'TOOL_NOT_FOUND'});
    const callId = randomUUID();
    return new Promise(resolve => {
      const waitMs = (tool.timeoutMs ?? TOOL_TIMEOUT_MS) + GRACE_MS;
      const settle = (answer: ToolAnswer) => {
        stop();
        this.#waiting.delete(callId);
        resolve(answer);
      };
      const stop = this.#clock.after(waitMs, () => settle({error: 'TOOL_TIMEOUT'}));
      this.#waiting.set(callId, settle);
      this.#send({type: 'toolCall', callId, name, arguments: args});
    });
  }

  /** The page has answered. Answers that nobody waits for are passed over. */
  answered({callId, result, error}: Frame<'toolResult'>): void {
    const settle = this.#waiting.get(callId);
    if (!settle) return;
    settle(error === undefined ? {result: result ?? null} : {error: codeOf(error)});
  }

  /** Nobody waits any more. */
  close(): void {
    for (const settle of [...this.#waiting.values()]) settle({error: 'TOOL_FAILED'});
  }
}

/** Another client's own words are a failure like any. */
function codeOf(error: string): ToolErrorCode {
  return TOOL_ERROR_CODES.find(code => code === error) ?? 'TOOL_FAILED';
}
