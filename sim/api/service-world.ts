import type { SmtpReply, Transmission } from '../events/index.ts';
import { type FaultValue, healFault, injectFault } from '../faults/index.ts';
import { addSchool } from '../issuer/index.ts';
import {
  createWorld,
  defaultLimits,
  type Instant,
  type Origin,
  type Origins,
  type RunningWorld,
} from '../kernel/index.ts';
import { inOrder, serviceModules } from './service-modules.ts';
import { createServices, type WorldServices } from './services.ts';

export interface ServiceWorldOptions {
  readonly seed: number;
  readonly startsAt: Instant;
  /** Where the services live; what is not named lives at the simulated origin. */
  readonly origins?: Partial<Origins>;
  /** By module: what differs from the defaults. */
  readonly parameters?: Origin['parameters'];
  /** What the receiving side answers to each mail; it takes them all when absent. */
  readonly reply?: (transmission: Transmission) => SmtpReply;
}

export interface ServiceWorldSchool {
  /** Its name in URLs: `mihon-university`. */
  readonly slug: string;
  readonly name: { readonly ja: string; readonly en: string };
  /** How its credentials are secured, such as `VC-JWT ES256`; `VC-JWT RS256` when absent. */
  readonly mechanism?: string;
}

/** A world of the services alone: no mailbox and no phone. Mail that leaves is kept as it was sent. */
export interface ServiceWorld {
  readonly world: RunningWorld;
  readonly services: WorldServices;
  /** Every mail that left, the oldest first. */
  readonly sent: readonly Transmission[];
  /** Throws ServiceError `school-exists`, `school-invalid`. */
  addSchool(school: ServiceWorldSchool): Promise<void>;
  /** The token by which a school shows itself to the issuer (RFC 6750). */
  schoolToken(slug: string): string;
  /** Throws TypeError when there is no such fault. */
  injectFault(fault: string, value: FaultValue): Promise<void>;
  healFault(fault: string): Promise<void>;
  [Symbol.dispose](): void;
}

export function createServiceWorld({ seed, startsAt, origins, parameters, reply }: ServiceWorldOptions): ServiceWorld {
  const sent: Transmission[] = [];
  const modules = inOrder(
    serviceModules({
      deliver(_world, transmission) {
        sent.push(transmission);
        return reply?.(transmission) ?? { replyCode: 250, enhancedStatusCode: '2.0.0', text: 'OK' };
      },
    }),
  );
  const origin = { seed, startsAt, limits: defaultLimits, parameters: { ...parameters, ...(origins && { origins }) } };
  const world = createWorld(origin, modules);
  return {
    world,
    services: createServices(world),
    sent,
    async addSchool(school) {
      await world.perform(addSchool, school as Parameters<typeof addSchool.run>[1]);
    },
    schoolToken: (slug) => world.keys.secret(`school/${slug}`),
    injectFault: (fault, value) => world.perform(injectFault, { fault, value }),
    healFault: (fault) => world.perform(healFault, { fault }),
    [Symbol.dispose]: () => world[Symbol.dispose](),
  };
}
