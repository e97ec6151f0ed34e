import type {Response} from 'express';

/**
 * Answers with JSON that nobody stores: without the ETag of Express, which would be worked out for
 * nothing.
 */
export function answer(response: Response, status: number, body: object): void {
  response.statusCode = status;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  const bytes = Buffer.from(JSON.stringify(body));
  response.setHeader('Content-Length', bytes.length);
  response.end(bytes);
}
