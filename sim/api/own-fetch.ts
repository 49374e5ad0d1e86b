import type { Fetch } from '../kernel/index.ts';
import type { ServiceContext } from './service-context.ts';

/** Asks this world's services at their own origins, and other people's hosts when the operator named them. */
export function fetchAnywhere({ world, fetch, outward }: ServiceContext): Fetch {
  const own: ReadonlySet<string> = new Set(Object.values(world.origins));
  return (url, request) => {
    const origin = URL.parse(url)?.origin;
    return origin !== undefined && own.has(origin) ? fetch(url, request) : outward(url, request);
  };
}
