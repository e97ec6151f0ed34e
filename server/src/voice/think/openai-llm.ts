import {APIConnectionError, APIStatusError, llm} from '@livekit/agents';
import {z} from 'zod';
import type {Tokens} from '../../domain/records/session-store.js';
import {eventData} from './sse.js';

/** Where an OpenAI-compatible endpoint is, and what it is asked for. */
export interface OpenAiEndpoint {
  /** Such as `https://host/v1`; `/chat/completions` is added. */
  baseUrl: string;
  apiKey: string | null;
  /** Absent: the field is sent as `default`, which most local servers take for their only one. */
  model: string | null;
}

/** Time until an endpoint has to answer with its first bytes, in milliseconds. */
const TIMEOUT_MS = 15_000;

const chunkSchema = z.object({
  id: z.string().optional(),
  choices: z
    .array(
      z.object({
        delta: z
          .object({
            content: z.string().nullish(),
            tool_calls: z
              .array(
                z.object({
                  index: z.number().default(0),
                  id: z.string().nullish(),
                  function: z
                    .object({name: z.string().nullish(), arguments: z.string().nullish()})
                    .nullish(),
                }),
              )
              .nullish(),
          })
          .nullish(),
      }),
    )
    .default([]),
  usage: z.object({prompt_tokens: z.number(), completion_tokens: z.number()}).nullish(),
});

type Chunk = z.infer<typeof chunkSchema>;

/** A language model behind an OpenAI-compatible endpoint: streaming, with tools. */
export class OpenAiLlm extends llm.LLM {
  readonly #endpoint: OpenAiEndpoint;
  readonly #onSpent: (tokens: Tokens) => void;

  /** @param onSpent - Told after each answer, where the endpoint counts tokens. */
  constructor(endpoint: OpenAiEndpoint, onSpent: (tokens: Tokens) => void) {
    super();
    this.#endpoint = endpoint;
    this.#onSpent = onSpent;
  }

  override label(): string {
    return 'aiw.OpenAiLlm';
  }

  override get model(): string {
    return this.#endpoint.model ?? 'default';
  }

  override chat({
    chatCtx,
    toolCtx,
    connOptions,
    toolChoice,
  }: Parameters<llm.LLM['chat']>[0]): llm.LLMStream {
    const options = connOptions ?? {maxRetry: 0, retryIntervalMs: 0, timeoutMs: TIMEOUT_MS};
    const base = {chatCtx, toolCtx, connOptions: options};
    const request = {endpoint: this.#endpoint, toolChoice: toolChoice ?? 'auto'};
    return new OpenAiStream(this, base, {...request, onSpent: this.#onSpent});
  }
}

type StreamOptions = ConstructorParameters<typeof llm.LLMStream>[1];

class OpenAiStream extends llm.LLMStream {
  readonly #endpoint: OpenAiEndpoint;
  readonly #onSpent: (tokens: Tokens) => void;
  readonly #toolChoice: llm.ToolChoice;
  readonly #calls = new Map<number, {id: string; name: string; args: string}>();

  constructor(
    owner: llm.LLM,
    options: StreamOptions,
    {
      endpoint,
      toolChoice,
      onSpent,
    }: {
      endpoint: OpenAiEndpoint;
      toolChoice: llm.ToolChoice;
      onSpent: (tokens: Tokens) => void;
    },
  ) {
    super(owner, options);
    this.#endpoint = endpoint;
    this.#onSpent = onSpent;
    this.#toolChoice = toolChoice;
  }

  protected override async run(): Promise<void> {
    const response = await this.#request();
    let id = 'reply';
    let usage: Chunk['usage'] = null;
    for await (const data of eventData(response)) {
      if (data === '[DONE]') break;
      const chunk = parseChunk(data);
      id = chunk.id ?? id;
      this.#take(id, chunk);
      // Some endpoints count along: the last count is the whole.
      usage = chunk.usage ?? usage;
    }
    if (usage) {
      const {prompt_tokens: promptTokens, completion_tokens: completionTokens} = usage;
      this.#onSpent({promptTokens, completionTokens});
    }
    for (const {id: callId, name, args} of this.#calls.values()) {
      const toolCall = llm.FunctionCall.create({callId, name, args: args || '{}'});
      this.queue.put({id, delta: {role: 'assistant', toolCalls: [toolCall]}});
    }
  }

  async #request(): Promise<AsyncIterable<Uint8Array>> {
    const {baseUrl, apiKey} = this.#endpoint;
    const deadline = new AbortController();
    const timer = setTimeout(() => deadline.abort(), TIMEOUT_MS);
    try {
      const response = await fetch(`${baseUrl.replace(/\/+$/, '')}/chat/completions`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(apiKey ? {authorization: `Bearer ${apiKey}`} : {}),
        },
        body: JSON.stringify(await this.#body()),
        signal: AbortSignal.any([this.abortController.signal, deadline.signal]),
      });
      if (!response.ok || !response.body) {
        await response.body?.cancel();
        const options = {statusCode: response.status, retryable: false};
        throw new APIStatusError({message: `The endpoint answered ${response.status}.`, options});
      }
      return response.body;
    } catch (error) {
      if (error instanceof APIStatusError || this.abortController.signal.aborted) throw error;
      const message = `The endpoint cannot be reached: ${String(error)}`;
      throw new APIConnectionError({message, options: {retryable: false}});
    } finally {
      clearTimeout(timer);
    }
  }

  async #body(): Promise<object> {
    const tools = Object.entries(this.toolCtx?.functionTools ?? {}).map(([name, tool]) => ({
      type: 'function',
      function: {name, description: tool.description, parameters: schemaOf(tool.parameters)},
    }));
    return {
      model: this.#endpoint.model ?? 'default',
      messages: await this.chatCtx.toProviderFormat('openai'),
      stream: true,
      stream_options: {include_usage: true},
      ...(tools.length > 0 ? {tools, tool_choice: this.#toolChoice} : {}),
    };
  }

  #take(id: string, {choices}: Chunk): void {
    const delta = choices[0]?.delta;
    if (delta?.content) {
      this.queue.put({id, delta: {role: 'assistant', content: delta.content}});
    }
    for (const {index, id: callId, function: part} of delta?.tool_calls ?? []) {
      const call = this.#calls.get(index) ?? {id: callId ?? `call-${index}`, name: '', args: ''};
      call.name += part?.name ?? '';
      call.args += part?.arguments ?? '';
      this.#calls.set(index, call);
    }
  }
}

function parseChunk(data: string): Chunk {
  try {
    return chunkSchema.parse(JSON.parse(data));
  } catch (error) {
    throw new APIConnectionError({
      message: `The endpoint sent something else than a chat completion: ${String(error)}`,
      options: {retryable: false},
    });
  }
}

function schemaOf(parameters: unknown): unknown {
  return parameters instanceof z.ZodType ? z.toJSONSchema(parameters) : parameters;
}
