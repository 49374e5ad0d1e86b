import type { Bilingual } from '../errors/index.ts';
import { formatInstant, type World } from '../kernel/index.ts';
import { addressKey } from '../mail/index.ts';
import { achievementName } from './achievement.ts';
import { type CredentialRecord, type CredentialState, credentialColumns } from './credential-record.ts';
import { findLink, type LinkState } from './link.ts';
import { schoolOf } from './school.ts';

interface Offered {
  readonly credential: string;
  readonly address: string;
  readonly school: { readonly slug: string; readonly name: Bilingual };
  readonly achievement: { readonly name: Bilingual };
}

export interface LinkedOffer extends Offered {
  readonly state: LinkState;
  /** Until when the link may be followed. */
  readonly expiresAt: string;
}

export interface ListedOffer extends Offered {
  readonly state: CredentialState;
  readonly issuedAt: string;
  readonly validUntil: string;
}

function offered(world: World, { credential, address, school: slug }: CredentialRecord): Offered {
  const { name } = schoolOf(world, slug);
  return { credential, address, school: { slug, name }, achievement: { name: achievementName } };
}

/** What a mail link offers; asking changes nothing. Throws ServiceError `link-unknown`. */
export function offerOfLink(world: World, token: string): LinkedOffer {
  const { state, expiresAt, record } = findLink(world, token);
  return { ...offered(world, record), state, expiresAt: formatInstant(expiresAt) };
}

/** What was issued to these addresses, oldest first; what another one took the place of is left out. */
export function offersTo(world: World, addresses: readonly string[]): ListedOffer[] {
  const keys = [...new Set(addresses.map(addressKey))];
  return keys
    .flatMap((key) =>
      world.store.all<CredentialRecord>(
        `SELECT ${credentialColumns} FROM issuer_credential WHERE address_key = ? AND state <> 'superseded'`,
        key,
      ),
    )
    .sort((a, b) => a.issuedAt - b.issuedAt || idNumber(a.credential) - idNumber(b.credential))
    .map((record) => ({
      ...offered(world, record),
      state: record.state,
      issuedAt: formatInstant(record.issuedAt),
      validUntil: formatInstant(record.validUntil),
    }));
}

/** Of `cred_10000`: ids have no fixed width, so as text it comes before `cred_9999`. */
function idNumber(id: string): number {
  return Number(id.slice(id.lastIndexOf('_') + 1));
}
