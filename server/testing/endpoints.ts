import {randomUUID} from 'node:crypto';
import {request} from 'node:http';
import type {WidgetCredentials} from '../src/domain/widgets/widgets.js';
import {PAGE, type TestServer} from './test-server.js';

/** A public endpoint, asked as its own page asks it. */
export interface Endpoint {
  path: string;
  /** A body that is good, and headers that it takes beside `Origin`. */
  good(origin: string): Promise<{body: unknown; headers: Record<string, string>}>;
  /** Status of what {@link good} gets. */
  success: number;
}

/** What the widget calls over HTTP, each for one widget. */
export async function endpointsOf(
  server: TestServer,
  {token}: WidgetCredentials,
): Promise<Record<'resolve' | 'sessions' | 'captures' | 'feedback', Endpoint>> {
  const {sessionId, sessionToken} = await server.session(token, {mode: 'text'});
  const headers = {authorization: `Bearer ${sessionToken}`};
  const contact = {kind: 'email', value: 'jane@example.com', source: 'agent_asked'};
  return {
    resolve: {
      path: '/api/widget/resolve',
      good: async () => ({body: {token}, headers: {}}),
      success: 200,
    },
    sessions: {
      path: '/api/sessions',
      good: async origin => {
        // A page that is refused has no challenge of its own.
        const allowed = await server.post('/api/widget/resolve', {token}, {origin});
        const from = allowed.ok ? origin : PAGE;
        const {challenge} = await server.resolve(token, from);
        const changes = {mode: 'text', challenge: challenge.value} as const;
        return {body: await server.sessionRequest(token, changes), headers: {}};
      },
      success: 201,
    },
    captures: {
      path: `/api/sessions/${sessionId}/captures`,
      good: async () => ({body: {id: randomUUID(), ...contact, prefilled: false}, headers}),
      success: 201,
    },
    feedback: {
      path: `/api/sessions/${sessionId}/feedback`,
      good: async () => ({body: {rating: 5}, headers}),
      success: 200,
    },
  };
}

/** Status of a request whose headers a browser would not send, `fetch` neither. */
export function rawStatus(
  url: string,
  headers: readonly string[],
  body: string,
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {method: 'POST', headers: ['Host', 'localhost', ...headers]});
    sent.once('response', response => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
