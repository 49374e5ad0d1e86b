import type { Request, Response } from 'express';
import type { RunningWorld } from '#sim/kernel';
import type { MessageJson } from './mailhog-message.ts';
import type { Release } from './release.ts';

/** What both versions of the API stand on. */
export interface Facade {
  readonly world: RunningWorld;
  /** The right side of every ID. */
  readonly hostname: string;
  /** Sent as Access-Control-Allow-Origin; no such header when it is absent. */
  readonly corsOrigin?: string;
  /** The last change to a message before it is sent: `friendly` decodes Japanese mail. */
  readonly finish: (message: MessageJson, data: Buffer) => MessageJson | Promise<MessageJson>;
  readonly release: Release;
}

/** Answers as Go does: no ETag, no charset that nobody wrote. */
export function answer(response: Response, status: number, contentType?: string, body: string | Buffer = ''): void {
  response.status(status);
  if (contentType !== undefined) response.setHeader('Content-Type', contentType);
  response.end(body);
}

/** What net/http and its routers say to whatever they have no route for. */
export function notFound(_request: Request, response: Response): void {
  goError(response, 404, '404 page not found');
}

/** https://pkg.go.dev/net/http#Error */
export function goError(response: Response, status: number, text: string): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  answer(response, status, 'text/plain; charset=utf-8', `${text}\n`);
}
