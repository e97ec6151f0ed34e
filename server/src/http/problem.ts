import type {ErrorRequestHandler, RequestHandler, Response} from 'express';
import type {ErrorBody, ErrorCode} from '../../../src/contract/index.js';
import type {Fault} from '../domain/widgets/settings.js';
import {answer} from './answer.js';

/** An answer other than success, as the contract words it. */
export class Problem extends Error {
  override name = 'Problem';
  readonly status: number;
  readonly code: ErrorCode | undefined;
  /** For `Retry-After`, in seconds. */
  readonly retryAfter: number | undefined;
  /** Fields of an operator's request that cannot be used. */
  readonly faults: readonly Fault[] | undefined;

  /** @param message - Tells the reader what to do next. */
  constructor(
    status: number,
    message: string,
    {
      code,
      retryAfter,
      faults,
    }: {code?: ErrorCode; retryAfter?: number; faults?: readonly Fault[]} = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
    this.faults = faults;
  }
}

export function sendProblem(
  response: Response,
  {status, code, message, retryAfter, faults}: Problem,
): void {
  response.locals['code'] = code;
  const body: ErrorBody = code ? {error: code, message} : {message};
  if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
  answer(response, status, faults ? {...body, faults} : body);
}

/** For addresses of the API that do not exist. */
export const notFound: RequestHandler = (request, _response, next) => {
  next(
    new Problem(
      404,
      `There is no ${request.method} ${request.path} here. See the API's documentation.`,
    ),
  );
};

/** For addresses that exist under another method. */
export function onlyMethod(method: string): RequestHandler {
  return (_request, response) => {
    response.set('Allow', `${method}, OPTIONS`);
    sendProblem(response, new Problem(405, `This address takes ${method} only. Use it here.`));
  };
}

const BODY_PROBLEMS: Readonly<Record<string, Problem>> = {
  'entity.parse.failed': new Problem(400, 'The body is not JSON. Send one JSON object.'),
  'entity.too.large': new Problem(413, 'The body is larger than 64 KiB. Send less.'),
  'encoding.unsupported': new Problem(415, 'The content encoding is not known. Send plain JSON.'),
  'charset.unsupported': new Problem(415, 'The character set is not known. Send UTF-8.'),
};

/**
 * The last handler: never a stack trace, and nothing of the request in the log.
 *
 * @param isAway - Whether an error is of a store that cannot be reached now.
 */
export function problemHandler(
  onUnexpected: (error: unknown) => void,
  isAway: (error: unknown) => boolean,
): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    sendProblem(response, toProblem(error, onUnexpected, isAway));
  };
}

/** Seconds after which a store that is away is worth another try. */
const AWAY_RETRY = 5;

function toProblem(
  error: unknown,
  onUnexpected: (error: unknown) => void,
  isAway: (error: unknown) => boolean,
): Problem {
  if (error instanceof Problem) return error;
  const {type, status} = error as {type?: unknown; status?: unknown};
  const known = typeof type === 'string' ? BODY_PROBLEMS[type] : undefined;
  if (known) return known;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new Problem(status, 'The request could not be read. Check its address and body.');
  }
  onUnexpected(error);
  if (isAway(error)) {
    const message = 'The server cannot reach its database. Try again in a moment.';
    return new Problem(503, message, {retryAfter: AWAY_RETRY});
  }
  return new Problem(500, 'Something went wrong on the server. Try again in a moment.');
}
