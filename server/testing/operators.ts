import {randomUUID} from 'node:crypto';
import type {Role} from '../src/domain/operators/operators.js';
import type {TestServer} from './test-server.js';

/** Somebody in front of the dashboard, or nobody: what they ask bears their cookie. */
export class TestOperator {
  readonly email: string;
  #cookie: string;
  readonly #server: TestServer;

  constructor(server: TestServer, email = '', cookie = '') {
    this.#server = server;
    this.email = email;
    this.#cookie = cookie;
  }

  /** A new operator, signed in. @param accountId - Absent: of the first account. */
  static async join(
    server: TestServer,
    role: Role,
    accountId?: string,
  ): Promise<TestOperator & {accountId: string}> {
    const {store, invitations, audit} = server.operator;
    const account = accountId ?? (await store.operators.firstAccount()).id;
    const {token} = await invitations.invite(account, role, {audit});
    const email = `${role}-${randomUUID().slice(0, 8)}@example.com`;
    const somebody = new TestOperator(server, email);
    const body = {token, email, name: `The ${role}`, password: PASSWORD};
    const joined = await somebody.ask('post', '/api/operator/join', body);
    if (joined.status !== 204) throw new Error(`join answered ${joined.status}`);
    somebody.keep(joined);
    return Object.assign(somebody, {accountId: account});
  }

  ask(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    return fetch(this.#server.url + path, {
      method: method.toUpperCase(),
      headers: {
        ...(this.#cookie && {cookie: this.#cookie}),
        ...(body !== undefined && {'content-type': 'application/json'}),
        ...headers,
      },
      ...(body !== undefined && {body: JSON.stringify(body)}),
    });
  }

  /** Keeps the cookies of an answer, as a browser does. */
  keep(response: Response): void {
    const cookies = response.headers.getSetCookie().map(line => line.split(';', 1)[0] ?? '');
    this.#cookie = cookies.filter(cookie => !cookie.endsWith('=')).join('; ');
  }

  /** What a route answers with 200 or 201. */
  async get<Answer>(path: string): Promise<Answer> {
    return this.json<Answer>(await this.ask('get', path));
  }

  async post<Answer>(path: string, body: unknown = {}): Promise<Answer> {
    return this.json<Answer>(await this.ask('post', path, body));
  }

  async json<Answer>(response: Response): Promise<Answer> {
    const text = await response.text();
    if (!response.ok) throw new Error(`${response.url} answered ${response.status}: ${text}`);
    return (text ? JSON.parse(text) : null) as Answer;
  }
}

/** Of every operator of the tests. */
export const PASSWORD = 'correct horse battery';
