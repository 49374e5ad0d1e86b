import type { ErrorRequestHandler, Request } from 'express';
import { type Language, problemDetails, problemMediaType, ServiceError } from '../errors/index.ts';

/** RFC 9110 §12.5.4; Japanese unless the reader prefers English. */
export function languageOf(request: Request): Language {
  return request.acceptsLanguages('ja', 'en') === 'en' ? 'en' : 'ja';
}

/** Answers every error of an API as problem details; what is not a ServiceError or the parser's is a bug of ours: 500. */
export function problemHandler(): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) return next(error);
    const known = known4xx(error);
    if (known === undefined) return next(error);
    const language = languageOf(request);
    const problem = problemDetails(known, language);
    response
      .status(problem.status)
      .set('content-language', language)
      .type(problemMediaType)
      .send(JSON.stringify(problem));
  };
}

function known4xx(error: unknown): ServiceError | undefined {
  if (error instanceof ServiceError) return error;
  const { status, type } = error as { status?: unknown; type?: unknown };
  if (status === 413) return new ServiceError('body-too-large');
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new ServiceError('request-invalid', {
      pointer: '/',
      reason: typeof type === 'string' ? type : 'unreadable',
    });
  }
  return undefined;
}
