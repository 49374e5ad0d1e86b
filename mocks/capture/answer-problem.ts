import type { ErrorRequestHandler, Response } from 'express';
import { problemDetails, problemMediaType, ServiceError } from '#sim/errors';

/** Answers an error of the catalogue in the language that is asked for; what else is thrown is passed on. */
export const answerProblem: ErrorRequestHandler = (error: unknown, request, response: Response, next) => {
  if (response.headersSent || !(error instanceof ServiceError)) return next(error);
  const language = request.acceptsLanguages('ja', 'en') === 'en' ? 'en' : 'ja';
  const problem = problemDetails(error, language);
  response
    .status(problem.status)
    .set('Content-Language', language)
    .type(problemMediaType)
    .send(JSON.stringify(problem));
};
