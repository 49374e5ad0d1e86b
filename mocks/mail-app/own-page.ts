import type { NextFunction, Request, Response } from 'express';
import { ServiceError } from '#sim/errors';

/** The header that the app's own page sends with everything that changes something. */
const ownPageHeader = 'x-todoku-page';
const ownPage = 'mail-app';

/**
 * Refuses what another site makes a browser send. A form cannot set a header of its own, and a script of another origin
 * is asked for leave first, which nobody gives: https://fetch.spec.whatwg.org/#cors-preflight-fetch
 */
export function requireOwnPage(request: Request, _response: Response, next: NextFunction): void {
  const site = request.get('sec-fetch-site');
  const isOwn = request.get(ownPageHeader) === ownPage && (site === undefined || site === 'same-origin');
  next(isOwn ? undefined : new ServiceError('page-foreign'));
}
