import type {Request} from 'express';
import {CAPTURE_GRACE_MS} from '../../../src/contract/index.js';
import {timestamp, type Clock} from '../domain/clock.js';
import type {SessionRecord, SessionStore} from '../domain/records/session-store.js';
import type {SessionTokens} from '../domain/admission/session-token.js';
import {checkOrigin} from './admission.js';
import {Problem} from './problem.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What it takes to know a session's own page. */
export interface SessionAdmission {
  sessions: SessionStore;
  tokens: SessionTokens;
  clock: Clock;
}

/**
 * The session that a request's path and Bearer token name.
 *
 * @throws {Problem} 404 where there is none, 401 for a wrong token or one that is too old, and
 * what the origin rules say.
 */
export async function admitSession(
  request: Request<{id: string}>,
  {sessions, tokens, clock}: SessionAdmission,
): Promise<SessionRecord> {
  const token = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '')?.[1];
  if (!token) throw unauthorized();
  const {id} = request.params;
  const session = UUID.test(id) ? await sessions.byId(id) : null;
  const site = session && (await sessions.siteOf(id));
  if (!session || !site) {
    throw new Problem(404, 'There is no such session. Start a new one.');
  }
  const graceOver = timestamp(clock.now() - CAPTURE_GRACE_MS);
  const isOver = session.endedAt !== null && session.endedAt < graceOver;
  if (isOver || !tokens.check(token, id)) throw unauthorized();
  checkOrigin(request.get('origin'), site);
  return session;
}

function unauthorized(): Problem {
  return new Problem(
    401,
    'The session token is missing, wrong or expired. Send the one that came with the session as a Bearer token.',
  );
}
