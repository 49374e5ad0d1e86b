import { createKeyResolver } from '../../proof/index.ts';
import { type BadgeVerification, type VerifyPorts, verifyOpenBadge } from '../../verify/open-badge/index.ts';
import { fetchAnywhere } from '../own-fetch.ts';
import type { ServiceContext } from '../service-context.ts';

/** How the verifier finds keys, status lists and newer copies. */
export function verifierPorts(context: ServiceContext): VerifyPorts {
  const fetch = fetchAnywhere(context);
  return { fetch, resolveKey: createKeyResolver({ fetch }) };
}

/** What the verifier says of a badge now, by the world's clock; without what the badge says in full. */
export async function verifyBadge(
  context: ServiceContext,
  bytes: Uint8Array,
): Promise<Omit<BadgeVerification, 'credential'>> {
  const now = context.world.clock.now();
  const { credential, ...verification } = await verifyOpenBadge(bytes, verifierPorts(context), { now });
  return verification;
}
