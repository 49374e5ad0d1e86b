import { json, type Response, Router } from 'express';
import { ServiceError } from '#sim/errors';
import { formatInstant, parseDuration, type RunningWorld } from '#sim/kernel';
import { answerProblem } from './answer-problem.ts';

/** What the virtual clock of a world says, and for who waits for a mail: letting time pass. */
export interface ClockOptions {
  /** The clock moves by itself, at the machine's pace: nobody may move it. */
  readonly isRealTime: boolean;
}

/**
 *     GET  /    → { now, realTime }
 *     POST /    { "advance": "10m" } → { now, realTime }, after every timer due on the way has fired
 */
export function createClockRouter(world: RunningWorld, { isRealTime }: ClockOptions): Router {
  const router = Router({ caseSensitive: true });
  const tell = (response: Response): void => {
    response.json({ now: formatInstant(world.clock.now()), realTime: isRealTime });
  };
  router.get('/', (_request, response) => tell(response));
  router.post('/', json({ limit: '4kb', type: () => true }), async (request, response) => {
    if (isRealTime) throw new ServiceError('clock-real');
    const { advance } = (request.body ?? {}) as { readonly advance?: unknown };
    const durationMs = typeof advance === 'string' ? parseDuration(advance) : undefined;
    if (durationMs === undefined) {
      throw new ServiceError('request-invalid', { pointer: '/advance', reason: '90s, 10m, 1d12h' });
    }
    await world.advance(durationMs);
    tell(response);
  });
  router.use((_request, _response, next) => next(new ServiceError('not-found')));
  router.use(answerProblem);
  return router;
}
