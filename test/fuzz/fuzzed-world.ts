import { scannerSites } from '#mocks/mailbox';
import { createServices } from '#sim/api';
import { badgeHosts } from './badge-host.ts';
import type { Credentials } from './credentials-of-scheme.ts';
import { furnishAccess } from './furnished-access.ts';
import { furnishBadges } from './furnished-badges.ts';
import { furnishConnections } from './furnished-connections.ts';
import { furnishIssuance } from './furnished-issuance.ts';
import { furnishPresentations } from './furnished-presentations.ts';
import { type FurnishedWorld, furnishedWorld } from './furnished-world.ts';
import type { Known } from './schema-value.ts';

/** A furnished world whose interfaces are furnished too, each on every step of its protocol. */
export interface FuzzedWorld extends FurnishedWorld {
  readonly known: Known;
  /** By security scheme. */
  readonly credentials: Readonly<Record<string, Credentials>>;
}

export async function fuzzedWorld(): Promise<FuzzedWorld> {
  const furnished = await furnishedWorld();
  const { fetch } = createServices(furnished.world, { sites: scannerSites, outward: badgeHosts });
  const connected = { ...furnished, play: { ...furnished.play, fetch } };
  const known = new Map<string, readonly unknown[]>();
  let credentials: FuzzedWorld['credentials'] = {};
  // Issuance comes last: a nonce lives for minutes, and it lets some pass.
  for (const furnish of [furnishAccess, furnishConnections, furnishBadges, furnishPresentations, furnishIssuance]) {
    const more = await furnish(connected);
    for (const [name, values] of more.known) known.set(name, [...(known.get(name) ?? []), ...values]);
    credentials = { ...credentials, ...more.credentials };
  }
  return { ...connected, known, credentials };
}
