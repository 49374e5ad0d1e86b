import { type ErrorCode, ServiceError } from '../errors/index.ts';
import { tokenHash, type World } from '../kernel/index.ts';
import { accountAt } from './account.ts';
import { newForm } from './form-session.ts';
import { createIssuerClient, type LinkedOffer, type OfferedAchievement, type OfferedSchool } from './issuer-client.ts';
import { maskAddress } from './mask-address.ts';
import { walletParameters } from './parameters.ts';
import type { WalletPorts } from './ports.ts';

export interface OfferPage {
  /** Where the student goes on: to the terms, or to the log-in when the offer's address has an account. */
  readonly screen: 'terms' | 'login';
  readonly credential: string;
  readonly school: OfferedSchool;
  readonly achievement: OfferedAchievement;
  /** Masked. */
  readonly address: string;
  /** Until when it may be received with this link. */
  readonly expiresAt: string;
  readonly terms: { readonly version: string };
  readonly privacyPolicy: { readonly version: string };
  /** Of the registration that begins here; sent back with it, so that one that lay too long is refused. */
  readonly form?: string;
  /** By which protocols a wallet of someone else may receive it; none when it can only be received here. */
  readonly protocols?: Protocols;
}

/** https://w3c-ccg.github.io/vcalm/#interaction-url-format : protocol → where it begins. */
interface Protocols {
  readonly OID4VCI: string;
}

/**
 * Registrations that went to the issuer to use up a link: written before, so that a link whose answer was lost on the
 * way back still registers the one who holds it.
 */
export const registrationTable =
  'CREATE TABLE wallet_registration (token_hash TEXT PRIMARY KEY, begun_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;';

export interface OpenOffer extends LinkedOffer {
  /** False when the link is used up already, by a registration with this very link that broke off. */
  readonly isLive: boolean;
  readonly hasAccount: boolean;
}

const tokenLengthMax = 200;

const dead = {
  used: 'link-used',
  superseded: 'link-superseded',
  expired: 'link-expired',
} as const satisfies Record<string, ErrorCode>;

/**
 * The offer behind a mail link that can still be followed. Changes nothing. Throws ServiceError `link-unknown`,
 * `link-used`, `link-superseded`, `link-expired`, `issuer-unreachable`.
 */
export async function openOffer(world: World, ports: WalletPorts, token: string): Promise<OpenOffer> {
  // The issuer takes no longer text for a token, and would not say that the link is wrong.
  if (token.length > tokenLengthMax) throw new ServiceError('link-unknown');
  const offer = await createIssuerClient(world, ports.fetch).find(token);
  const hasAccount = accountAt(world, offer.address) !== undefined;
  if (offer.state === 'live') return { ...offer, isLive: true, hasAccount };
  if (offer.state === 'used' && !hasAccount && hasBegun(world, token)) return { ...offer, isLive: false, hasAccount };
  throw new ServiceError(dead[offer.state]);
}

function hasBegun(world: World, token: string): boolean {
  const row = world.store.get('SELECT 1 FROM wallet_registration WHERE token_hash = ?', tokenHash(token));
  return row !== undefined;
}

/** What the link of the issue mail shows. Changes nothing: a scanner may open it. Throws as {@link openOffer}. */
export async function showOffer(world: World, ports: WalletPorts, token: string): Promise<OfferPage> {
  const { hasAccount, isLive, credential, school, achievement, address, expiresAt } = await openOffer(
    world,
    ports,
    token,
  );
  const { termsVersion, privacyPolicyVersion } = walletParameters(world);
  return {
    screen: hasAccount ? 'login' : 'terms',
    credential,
    school,
    achievement,
    address: maskAddress(address),
    expiresAt,
    terms: { version: termsVersion },
    privacyPolicy: { version: privacyPolicyVersion },
    ...(!hasAccount && { form: newForm(world, token) }),
    ...(isLive && { protocols: protocolsOf(world, token) }),
  };
}

/** The issuer takes the link's token for the code of an offer; reading one changes nothing there either. */
function protocolsOf({ origins }: World, token: string): Protocols {
  const offer = `${origins.issuer}/openid4vci/offers/${encodeURIComponent(token)}`;
  return { OID4VCI: `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(offer)}` };
}
