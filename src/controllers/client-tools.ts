/** Functions of the host page that the agent may call: fetched where a page declares some. */
import type {Clock, ToolOutcome} from '../call/ports.js';
import {fits, isRecord, TOOL_NAME} from '../call/tool-schema.js';
import {
  MAX_TOOL_RESULT_BYTES,
  MAX_TOOL_TIMEOUT_MS,
  MAX_TOOLS,
  MAX_TOOLS_BYTES,
  TOOL_TIMEOUT_MS,
  type ClientTool,
  type JsonSchema,
  type ToolErrorCode,
} from '../contract/index.js';
import {warnOnce} from '../errors.js';

/** A function of the host page, as the page declares it. */
export interface PageTool {
  /** What it does and when to call it, for the agent. */
  description: string;
  /** JSON schema of its arguments: an object's. Absent: it takes none. */
  parameters?: JsonSchema;
  /** Answers with what can be JSON, now or by a promise. */
  handler(args: Record<string, unknown>): unknown;
  /** How long it may take; 10 seconds where absent, a minute at most. */
  timeoutMs?: number;
}

/** The page's functions by name. */
export type PageTools = Readonly<Record<string, PageTool>>;

/** What keeps a declaration from being used, with the fix. */
const DECLARATION_FAULTS = {
  name: 'its name has to be 1 to 64 letters, digits, _ or -',
  own: 'the agent has a tool of that name; choose another',
  handler: 'its handler has to be a function',
  description: 'it needs a description, by which the agent knows when to call it',
  parameters: 'its parameters have to be a JSON schema with type "object"',
  size: 'a page may declare 32 tools, of 32 KiB together',
} as const;

const ADVICE: Readonly<Record<ToolErrorCode, string>> = {
  TOOL_NOT_FOUND: 'This page has not declared it, or not any more.',
  TOOL_ARGUMENTS_INVALID: 'The agent’s arguments do not fit its parameters; describe them better.',
  TOOL_TIMEOUT: 'Its handler has not answered in time; answer sooner or raise timeoutMs.',
  TOOL_FAILED: 'Its handler threw or rejected; mend it.',
  TOOL_RESULT_INVALID: 'Its result has to be JSON of at most 8 KiB.',
};

/** Tools of every agent. */
const OWN = ['navigate', 'search_knowledge'];
const NO_PARAMETERS: JsonSchema = {type: 'object', properties: {}};

/** Knows the page's functions, and runs them within their time; a page's fault stays its own. */
export class ClientTools {
  /** As the agent is told of them. */
  declared: readonly ClientTool[] = [];
  readonly #timers = new Set<() => void>();
  #tools = new Map<string, PageTool>();

  /** Takes the page's functions in place of all earlier ones; answers whether the agent has to be told. */
  declare(tools: unknown): boolean {
    const before = JSON.stringify(this.declared);
    this.#tools = new Map();
    this.declared = [];
    if (tools != null && !isRecord(tools)) {
      warnOnce(
        'tools',
        'Client tools are ignored: give them by name, {orderStatus: {description, parameters, handler}}.',
      );
    }
    for (const [name, tool] of Object.entries(isRecord(tools) ? tools : {})) this.#add(name, tool);
    return JSON.stringify(this.declared) !== before;
  }

  /** Runs a function; what goes wrong is told to the page's developer, once, and to the agent. */
  async run(
    name: string,
    args: Readonly<Record<string, unknown>>,
    clock: Clock,
  ): Promise<ToolOutcome> {
    const outcome = await this.#outcome(name, args, clock);
    if ('error' in outcome)
      warnOnce('tools', `${name}: ${outcome.error}. ${ADVICE[outcome.error]}`);
    return outcome;
  }

  /** Waits for nothing any more. */
  stop(): void {
    for (const cancel of this.#timers) cancel();
    this.#timers.clear();
  }

  #add(name: string, tool: unknown): void {
    const fault = faultOf(name, tool);
    const declared = fault ? [] : [...this.declared, declarationOf(name, tool as PageTool)];
    const isTooMuch = declared.length > MAX_TOOLS || !isWithin(declared, MAX_TOOLS_BYTES);
    const reason = fault ?? (isTooMuch ? 'size' : null);
    if (reason) {
      return warnOnce('tools', `The tool ${name} is left out: ${DECLARATION_FAULTS[reason]}.`);
    }
    this.declared = declared;
    this.#tools.set(name, tool as PageTool);
  }

  async #outcome(
    name: string,
    args: Readonly<Record<string, unknown>>,
    clock: Clock,
  ): Promise<ToolOutcome> {
    const tool = this.#tools.get(name);
    if (!tool) return {error: 'TOOL_NOT_FOUND'};
    if (!isRecord(args) || !fits(args, tool.parameters)) return {error: 'TOOL_ARGUMENTS_INVALID'};
    const answered = new Promise<unknown>(resolve => resolve(tool.handler({...args}))).then(
      (result): ToolOutcome =>
        isWithin(result, MAX_TOOL_RESULT_BYTES)
          ? {result: result ?? null}
          : {error: 'TOOL_RESULT_INVALID'},
      (): ToolOutcome => ({error: 'TOOL_FAILED'}),
    );
    return new Promise(resolve => {
      const settle = (outcome: ToolOutcome) => {
        cancel();
        this.#timers.delete(cancel);
        resolve(outcome);
      };
      const cancel = clock.after(inRange(tool.timeoutMs), () => settle({error: 'TOOL_TIMEOUT'}));
      this.#timers.add(cancel);
      void answered.then(settle);
    });
  }
}

function faultOf(name: string, tool: unknown): keyof typeof DECLARATION_FAULTS | null {
  if (!TOOL_NAME.test(name)) return 'name';
  if (OWN.includes(name)) return 'own';
  if (!isRecord(tool) || typeof tool['handler'] !== 'function') return 'handler';
  const {description, parameters} = tool;
  if (typeof description !== 'string' || !description.trim()) return 'description';
  const isSchema = isRecord(parameters) && parameters['type'] === 'object';
  return parameters === undefined || isSchema ? null : 'parameters';
}

function declarationOf(
  name: string,
  {description, parameters = NO_PARAMETERS, timeoutMs}: PageTool,
): ClientTool {
  return {
    name,
    description,
    parameters,
    ...(timeoutMs !== undefined && {timeoutMs: inRange(timeoutMs)}),
  };
}

function inRange(timeoutMs: number | undefined): number {
  return Math.min(MAX_TOOL_TIMEOUT_MS, Math.max(1, Number(timeoutMs) || TOOL_TIMEOUT_MS));
}

/** Whether a value can be JSON of so many bytes. Undefined is null. */
function isWithin(value: unknown, maxBytes: number): boolean {
  try {
    const json: unknown = JSON.stringify(value ?? null);
    return typeof json === 'string' && new Blob([json]).size <= maxBytes;
  } catch {
    return false;
  }
}
