import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';

/** A request that the endpoint got. */
export interface ChatRequest {
  authorization: string | undefined;
  body: {
    model: string;
    stream: boolean;
    stream_options?: {include_usage?: boolean};
    messages: {role: string; content?: string | null; tool_call_id?: string}[];
    tools?: {function: {name: string; parameters: object}}[];
  };
}

/** What it answers: words in pieces, or a tool call in pieces, or a failure. */
export type ChatScript =
  {say: string[]} | {call: {name: string; arguments: string[]}} | {status: number};

/** A local server that speaks the protocol of OpenAI's chat completions, from a script. */
export class ChatEndpoint {
  readonly requests: ChatRequest[] = [];
  readonly #script: ChatScript[];
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  constructor(script: ChatScript[]) {
    this.#script = [...script];
  }

  /** Starts it; resolves to its base URL. */
  async listen(): Promise<string> {
    await new Promise<void>(resolve => this.#server.listen(0, '127.0.0.1', resolve));
    const {port} = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/v1`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = JSON.parse(Buffer.concat(chunks).toString()) as ChatRequest['body'];
    this.requests.push({authorization: request.headers.authorization, body});
    const step = this.#script.shift() ?? {status: 500};
    if (request.url !== '/v1/chat/completions' || 'status' in step) {
      response.writeHead('status' in step ? step.status : 404).end('{}');
      return;
    }
    response.writeHead(200, {'content-type': 'text/event-stream'});
    for (const delta of deltasOf(step)) {
      response.write(`data: ${JSON.stringify({id: 'chat-1', choices: [{index: 0, delta}]})}\n\n`);
    }
    const usage = {prompt_tokens: 100, completion_tokens: 7, total_tokens: 107};
    if (body.stream_options?.include_usage) {
      response.write(`data: ${JSON.stringify({id: 'chat-1', choices: [], usage})}\n\n`);
    }
    response.end('data: [DONE]\n\n');
  }
}

function deltasOf(step: Exclude<ChatScript, {status: number}>): object[] {
  if ('say' in step) return step.say.map(content => ({role: 'assistant', content}));
  const [first = '', ...rest] = step.call.arguments;
  const start = {
    id: 'call-1',
    type: 'function',
    function: {name: step.call.name, arguments: first},
  };
  return [
    {role: 'assistant', tool_calls: [{index: 0, ...start}]},
    ...rest.map(part => ({tool_calls: [{index: 0, function: {arguments: part}}]})),
  ];
}
