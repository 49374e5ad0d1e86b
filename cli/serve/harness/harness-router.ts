import { Router } from 'express';
import { createRouter, errorHandler, type Service } from '#sim/api';
import { apiReference } from '../api-reference.ts';
import { type EdgeOptions, guards, mistakeOfOurs } from '../edge.ts';
import { clockOperations } from './clock.ts';
import { eventOperations, eventStream, eventsPath } from './events.ts';
import { faultOperations } from './faults.ts';
import type { HarnessContext } from './harness-context.ts';
import { mailboxOperations } from './mailboxes.ts';
import { sampleOperations } from './samples.ts';
import { schoolOperations } from './schools.ts';
import { worldOperations } from './worlds.ts';

/** The powers of who runs a simulation; no system that is real has them. */
const harness: Service<HarnessContext> = {
  name: 'harness',
  wire: 'problem',
  operations: [
    ...clockOperations,
    ...faultOperations,
    ...schoolOperations,
    ...mailboxOperations,
    ...sampleOperations,
    ...eventOperations,
    ...worldOperations,
  ],
};

/** Paths that the harness has beside those of the capture API, on the same port. */
const own = /^\/(docs|todoku\/v1\/(clock|faults|schools|mailboxes|events|outcomes|samples|worlds))(\/|$)/;

/**
 * The harness of one world, on the port of its mail APIs: whatever it does not know goes on to those. `GET
 * /todoku/v1/mailboxes` is theirs.
 */
export function createHarness(context: HarnessContext, options: EdgeOptions): Router {
  const inside = Router({ caseSensitive: true });
  inside.use(...guards(harness, options));
  inside.use((_request, response, next) => {
    response.setHeader('cache-control', 'no-store');
    next();
  });
  inside.use(apiReference(harness, { title: 'Harness', server: '/' }));
  inside.get(eventsPath, eventStream(context));
  inside.use(createRouter(harness, context));
  inside.use(mistakeOfOurs);
  inside.use(errorHandler(harness.wire));
  const router = Router({ caseSensitive: true });
  // Who opens the address by itself looks for the mails.
  router.get('/', (_request, response) => response.redirect(302, '/mail/'));
  router.use((request, response, next) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const isCaptured = isReading && /^\/todoku\/v1\/mailboxes(\/|$)/.test(request.path);
    if (!own.test(request.path) || isCaptured) return next();
    inside(request, response, next);
  });
  return router;
}
