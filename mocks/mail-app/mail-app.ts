import {
  type ErrorRequestHandler,
  type NextFunction,
  type Request,
  type Response,
  Router,
  static as staticFiles,
} from 'express';
import { ServiceError } from '#sim/errors';
import type { RunningWorld } from '#sim/kernel';
import { answerProblem } from '../capture/index.ts';
import { apiRouter } from './api-router.ts';
import { appPage, appPagePolicy } from './app-page.ts';
import { createArrivalMarks } from './arrival-marks.ts';
import { builtFolder } from './built-files.ts';
import { createExcerpts } from './excerpts.ts';
import { languageOf } from './request-language.ts';

/**
 * The mail app of a phone over the mailboxes of a world: its page, its files, and the JSON that they ask for. Opening a
 * mail marks it read, as every other action a command of the world. Whoever mounts it checks Host and Origin.
 *
 *     app.use('/mail', createMailApp(world));   // then /mail/#/mbox_0001/inbox
 *
 * `?lang=ja|en`, `?subject=20…40` (full-width letters of a subject in a list), `?view=text` and `?images=off` say how
 * the phone is set.
 */
export function createMailApp(world: RunningWorld): Router {
  const router = Router({ caseSensitive: true });
  router.use(guard);
  router.get('/', (request, response) => {
    // Its files are named beside the page: without the slash they would be looked for one folder up.
    const [path = '', ...query] = request.originalUrl.split('?');
    if (!path.endsWith('/')) return response.redirect([`${path.replace(/^.*\//, '')}/`, ...query].join('?'));
    response.setHeader('Content-Security-Policy', appPagePolicy);
    response.type('html').send(appPage(languageOf(request), builtFolder() !== undefined));
  });
  router.use('/built', fontsForFrames, (request, response, next) => {
    const folder = builtFolder();
    if (folder === undefined) return next();
    staticFiles(folder, { index: false, redirect: false, cacheControl: false, fallthrough: true })(
      request,
      response,
      next,
    );
  });
  router.use('/api', apiRouter({ world, marks: createArrivalMarks(world), excerpts: createExcerpts(world) }));
  router.use(asServiceError, answerProblem);
  return router;
}

function guard(_request: Request, response: Response, next: NextFunction): void {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Cache-Control', 'no-cache');
  next();
}

/** The frame of a mail has no origin: only what is open to all reaches it, and fonts are no secret. */
function fontsForFrames(request: Request, response: Response, next: NextFunction): void {
  if (/\.(?:woff2|css)$/.test(request.path)) response.setHeader('Access-Control-Allow-Origin', '*');
  next();
}

/** What Express says of a body or a path that it cannot read is the client's mistake; anything else is passed on. */
const asServiceError: ErrorRequestHandler = (error: unknown, _request, _response, next) => {
  const { status, type } = error as { readonly status?: unknown; readonly type?: unknown };
  if (error instanceof ServiceError || typeof status !== 'number' || status >= 500) return next(error);
  if (type === 'entity.too.large') return next(new ServiceError('body-too-large', {}, { cause: error }));
  next(new ServiceError('request-invalid', { pointer: '/', reason: 'JSON' }, { cause: error }));
};
