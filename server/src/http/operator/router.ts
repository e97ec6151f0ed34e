import express, {Router, type Request, type RequestHandler} from 'express';
import {API_KEY_PREFIX, hashOf} from '../../domain/operators/invitations.js';
import {may, type Member} from '../../domain/operators/operators.js';
import {SettingsError} from '../../domain/widgets/settings.js';
import {timestamp} from '../../domain/clock.js';
import {answer} from '../answer.js';
import {addressKey, type Limiter} from '../limiter.js';
import {Problem} from '../problem.js';
import {OPERATOR_ROUTES} from './routes.js';
import type {OperatorServices, Route} from './route.js';
import {isFromHere} from './same-origin.js';

/** Knowledge is the largest part of a widget: two million characters, and what JSON adds. */
const MAX_BODY_BYTES = 10 * 1024 * 1024;
/** What a stranger may send. */
const MAX_OPEN_BYTES = 16 * 1024;

/** Every route of the operators' API. */
export function operatorRoutes(services: OperatorServices, signInLimiter: Limiter): Router {
  const router = Router();
  for (const route of OPERATOR_ROUTES) {
    const isOpen = route.least === 'anyone';
    const counted = isOpen && route.method === 'post' ? [signInLimiter.check] : [];
    // Who asks is known before anything is read of what they send.
    const json = express.json({limit: isOpen ? MAX_OPEN_BYTES : MAX_BODY_BYTES});
    router[route.method](
      route.path,
      ...counted,
      admission(route, services),
      json,
      handlerOf(route, services),
    );
  }
  return router;
}

/** What is known of a request once it is let in. */
interface Admitted {
  member: Member | null;
  headers: Headers;
}

function admission(route: Route, services: OperatorServices): RequestHandler {
  return async (request, response, next) => {
    const headers = headersOf(request);
    const member = await memberOf(request, headers, services);
    admit(route, member);
    Object.assign(response.locals, {member, headers} satisfies Admitted);
    next();
  };
}

function handlerOf(route: Route, services: OperatorServices): RequestHandler {
  return async (request, response) => {
    const {member, headers} = response.locals as Admitted;
    const asked = {
      ...{services, member, headers, request, response},
      params: request.params as Record<string, string>,
      query: checked(route.query, request.query, 'query'),
      body: checked(route.body, request.body, 'body'),
    };
    const result = await inWords(() => route.handle(asked));
    if (response.headersSent) return;
    if (result === undefined || result === null) response.status(route.status).end();
    else answer(response, route.status, result);
  };
}

/** @throws {Problem} 401, 403 */
function admit({least, isPersonal}: Route, member: Member | null): void {
  if (least === 'anyone') return;
  if (!member) throw new Problem(401, 'Nobody is signed in here. Sign in to the dashboard first.');
  if (isPersonal && member.operatorId === null) {
    throw new Problem(403, 'This is about a person. Sign in to the dashboard; a key will not do.');
  }
  if (!may(member.role, least)) {
    throw new Problem(403, `This takes the role ${least}. Ask an owner of the account.`);
  }
}

/** Who asks: by a key, or by the cookie of the dashboard. @throws {Problem} 401, 403 */
async function memberOf(
  request: Request,
  headers: Headers,
  {store, auth, clock}: OperatorServices,
): Promise<Member | null> {
  const key = /^Bearer (\S+)$/.exec(request.get('authorization') ?? '')?.[1];
  if (key?.startsWith(API_KEY_PREFIX)) {
    const found = await store.operators.keyByHash(hashOf(key), timestamp(clock.now()));
    if (!found) throw new Problem(401, 'This key is not known. Make one in the dashboard.');
    const {id, accountId, role} = found;
    return {operatorId: null, accountId, role, actor: `key:${id}`};
  }
  // What a browser sends by itself counts only from the dashboard's own pages.
  if (!isFromHere(request)) {
    throw new Problem(
      403,
      'This was asked by a page of another site. Use the dashboard, or a key.',
    );
  }
  const current = await auth.current(headers);
  const membership = current && (await store.operators.memberOf(current.operatorId));
  if (!current || !membership) return null;
  return {...membership, operatorId: current.operatorId, actor: `operator:${current.operatorId}`};
}

/** What the auth library is told of a request: cookies, browser and address. */
function headersOf(request: Request): Headers {
  const headers = new Headers({'x-aiw-address': addressKey(request)});
  for (const name of ['cookie', 'user-agent']) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  return headers;
}

/** @throws {Problem} 400 that names every fault. */
function checked(schema: Route['body'], value: unknown, what: string): unknown {
  if (!schema) return undefined;
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const faults = result.error.issues.map(({path, message}) => ({
    path: path.join('.') || what,
    message,
  }));
  const words = faults.map(({path, message}) => `${path}: ${message}`).join('; ');
  throw new Problem(400, `The request cannot be used. ${words}.`, {faults});
}

/** Settings that cannot be saved are the operator's to mend. */
async function inWords<Result>(task: () => Promise<Result>): Promise<Result> {
  try {
    return await task();
  } catch (error) {
    if (error instanceof SettingsError) {
      throw new Problem(422, error.message, {faults: error.faults});
    }
    throw error;
  }
}
