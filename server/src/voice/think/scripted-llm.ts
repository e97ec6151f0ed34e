import {llm} from '@livekit/agents';
import {randomUUID} from 'node:crypto';

/** What to say, and what to do with it. */
export interface Reply {
  /** Empty where what is done has to answer first. */
  text: string;
  /** Done while it is being said. */
  call?: {name: string; arguments: Record<string, unknown>};
}

/** Finds the reply to a conversation. Must have no effect: it is asked about guesses, too. */
export type Replier = (context: llm.ChatContext) => Promise<Reply>;

/** A language model as the session sees it, behind which there is a program. */
export class ScriptedLlm extends llm.LLM {
  readonly #reply: Replier;

  constructor(reply: Replier) {
    super();
    this.#reply = reply;
  }

  override label(): string {
    return 'aiw.ScriptedLlm';
  }

  override chat({chatCtx, toolCtx, connOptions}: Parameters<llm.LLM['chat']>[0]): llm.LLMStream {
    const options = connOptions ?? {maxRetry: 0, retryIntervalMs: 0, timeoutMs: 10_000};
    return new ScriptedStream(this, this.#reply, {chatCtx, toolCtx, connOptions: options});
  }
}

type StreamOptions = ConstructorParameters<typeof llm.LLMStream>[1];

class ScriptedStream extends llm.LLMStream {
  readonly #reply: Replier;

  constructor(owner: llm.LLM, reply: Replier, options: StreamOptions) {
    super(owner, options);
    this.#reply = reply;
  }

  protected override async run(): Promise<void> {
    const {text, call} = await this.#reply(this.chatCtx);
    const id = randomUUID();
    if (text) this.queue.put({id, delta: {role: 'assistant', content: text}});
    if (!call) return;
    const toolCall = llm.FunctionCall.create({
      callId: randomUUID(),
      name: call.name,
      args: JSON.stringify(call.arguments),
    });
    this.queue.put({id, delta: {role: 'assistant', toolCalls: [toolCall]}});
  }
}
