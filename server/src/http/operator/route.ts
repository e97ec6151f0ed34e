import type {Request, Response} from 'express';
import type {z} from 'zod';
import type {Audit} from '../../domain/operators/audit.js';
import type {Clock} from '../../domain/clock.js';
import type {HandOver} from '../../domain/calls/hand-over.js';
import type {ImportJobs} from '../../domain/knowledge/import-jobs.js';
import type {Invitations} from '../../domain/operators/invitations.js';
import type {Member, OperatorAuth, Role} from '../../domain/operators/operators.js';
import type {PageCheck} from '../../domain/widgets/page-check.js';
import type {ReadPage} from '../../domain/knowledge/nav-map.js';
import type {Store} from '../../domain/store.js';
import type {Widgets} from '../../domain/widgets/widgets.js';

/** What the operators' routes are served from. */
export interface OperatorServices {
  store: Store;
  auth: OperatorAuth;
  invitations: Invitations;
  imports: ImportJobs;
  handOver: HandOver;
  /** Fetches a page and judges it; `server` is where the widget comes from. */
  checkPage: (url: string, server: string) => Promise<PageCheck>;
  /** Reads a page of a widget's site. */
  readPage: ReadPage;
  clock: Clock;
  /** What is done to widgets, in somebody's name. */
  widgetsFor: (audit: Audit) => Widgets;
  auditFor: (actor: string, accountId: string) => Audit;
  /** Of a request, without a trailing slash. */
  publicUrl: (request: Request) => string;
}

/** A request, checked, and who sent it. */
export interface Asked<Who, Query, Body> {
  services: OperatorServices;
  /** Null where a route may be asked by anybody, and nobody is signed in. */
  member: Who;
  /** Headers as the auth library reads them. */
  headers: Headers;
  params: Readonly<Record<string, string>>;
  query: Query;
  body: Body;
  request: Request;
  response: Response;
}

/** Who may ask for a route: somebody of this role or a higher one, or anybody. */
export type Least = Role | 'anyone';

/** One route of the operators' API: what it takes, what it answers and who may ask. */
export interface Route {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As Express has it. */
  path: string;
  least: Least;
  /** Whether a program's key will not do: it is about the person who is signed in. */
  isPersonal?: true;
  summary: string;
  query?: z.ZodType;
  body?: z.ZodType;
  status: number;
  /** Absent: an answer without a body. */
  answer?: z.ZodType;
  /** Type of an answer that is not JSON. */
  type?: string;
  handle(asked: Asked<Member | null, unknown, unknown>): Promise<unknown>;
}

interface Described<Query extends z.ZodType, Body extends z.ZodType> {
  summary: string;
  query?: Query;
  body?: Body;
  status?: number;
  answer?: z.ZodType;
  type?: string;
  isPersonal?: true;
}

/** What a handler answers: JSON by its schema, or nothing. */
type Answer = object | null | undefined | void;

/**
 * Describes a route and how it is answered.
 *
 * @param target - Method and path, such as `get /api/operator/widgets/:id`.
 */
export function route<Query extends z.ZodType, Body extends z.ZodType>(
  least: Role,
  target: string,
  described: Described<Query, Body>,
  handle: (asked: Asked<Member, z.output<Query>, z.output<Body>>) => Promise<Answer>,
): Route {
  return made(least, target, described, handle as Route['handle']);
}

/** As {@link route}, for anybody: who is signed in may be nobody. */
export function openRoute<Query extends z.ZodType, Body extends z.ZodType>(
  target: string,
  described: Described<Query, Body>,
  handle: (asked: Asked<Member | null, z.output<Query>, z.output<Body>>) => Promise<Answer>,
): Route {
  return made('anyone', target, described, handle as Route['handle']);
}

function made<Query extends z.ZodType, Body extends z.ZodType>(
  least: Least,
  target: string,
  described: Described<Query, Body>,
  handle: Route['handle'],
): Route {
  const [method = 'get', path = ''] = target.split(' ');
  const status = described.status ?? (described.answer || described.type ? 200 : 204);
  return {...described, least, method: method as Route['method'], path, status, handle};
}
