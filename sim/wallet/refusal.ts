import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, type RunningWorld } from '../kernel/index.ts';

type Refused =
  | { readonly what: 'registration' }
  | { readonly what: 'activation' | 'password-reset' | 'address' }
  | { readonly what: 'receipt'; readonly account: string; readonly credential: string };

/** Writes down that somebody was turned away, and why: the attempt itself left nothing. */
export const refuse = command<Refused & { readonly code: string }, void>('wallet.refuse', (world, given) => {
  if (given.what === 'registration') emit(world, 'registration.refused', { code: given.code });
  else emit(world, 'request.refused', given);
});

/** Does it; a ServiceError on the way becomes an event before it goes on. */
export async function orRefuse<Result>(
  world: RunningWorld,
  refused: Refused,
  run: () => Result | Promise<Result>,
): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ServiceError) await world.perform(refuse, { ...refused, code: error.code });
    throw error;
  }
}
