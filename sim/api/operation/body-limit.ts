import type { RequestHandler } from 'express';
import { ServiceError } from '../../errors/index.ts';

/** How much more than its limit a body may go on with after it was refused; then nobody listens any longer. */
const overrunMax = 1_048_576;

/**
 * Refuses a body as soon as it is known to be too large: by the length that is told, or once more than that has come.
 * The parsers alone would read all of it first. https://www.rfc-editor.org/rfc/rfc9110#section-15.5.14
 */
export function refuseTooLarge(bytesMax: number): RequestHandler {
  return (request, response, next) => {
    const length = Number(request.get('content-length') ?? 0);
    const isTold = length > bytesMax;
    const isUntold = request.get('transfer-encoding') !== undefined;
    if (!isTold && !isUntold) return next();
    let isRefused = isTold;
    let read = 0;
    request.on('data', (chunk: Uint8Array) => {
      read += chunk.length;
      if (read > bytesMax + overrunMax) request.destroy();
      if (read <= bytesMax || isRefused) return;
      isRefused = true;
      response.setHeader('connection', 'close');
      next(new ServiceError('body-too-large'));
    });
    // The connection will be cut: nobody shall use it again. https://www.rfc-editor.org/rfc/rfc9112#section-9.6
    if (length > bytesMax + overrunMax) response.setHeader('connection', 'close');
    next(isTold ? new ServiceError('body-too-large') : undefined);
  };
}
