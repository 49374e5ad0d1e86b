import type { Response } from 'express';

/**
 * Answers with JSON. Express's own `json` works out type, charset, ETag and freshness for every answer; here the first
 * two are known and the others not wanted.
 */
export function answer(response: Response, body: unknown, status = 200): void {
  response.statusCode = status;
  response.setHeader('content-type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(body));
}
