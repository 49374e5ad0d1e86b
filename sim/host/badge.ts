import { type Instant, parseInstant } from '../kernel/index.ts';
import { objectOf, type SecuredCredential, unverifiedCredential } from '../proof/index.ts';
import { comparableId } from './equality.ts';

/** A badge in the words that tell one from another, and a newer one from an older one. */
export interface Badge extends SecuredCredential {
  /** {@link comparableId} of `issuer.id` and of `id`: badges with the same ones are one badge. */
  readonly issuer: string;
  readonly id: string;
  readonly validFrom: Instant;
}

const idLengthMax = 2_000;

/** What a secured credential is to be compared by; undefined when it does not say who issued what, and when. */
export function badgeOf(given: SecuredCredential): Badge | undefined {
  const { secured, mediaType } = given;
  const payload = unverifiedCredential(secured);
  if (payload === undefined) return undefined;
  // Data model 1.1 in a JWT: https://www.w3.org/TR/vc-data-model-1.1/#jwt-encoding
  const vc = objectOf(payload.vc);
  const credential = vc ?? payload;
  const issuer = credential.issuer ?? (vc === undefined ? undefined : payload.iss);
  const issuerId = objectOf(issuer)?.id ?? issuer;
  const id = credential.id ?? (vc === undefined ? undefined : payload.jti);
  const validFrom = instantOf(credential.validFrom ?? credential.issuanceDate ?? secondsOf(vc && payload.nbf));
  if (typeof issuerId !== 'string' || typeof id !== 'string' || validFrom === undefined) return undefined;
  if (issuerId.length > idLengthMax || id.length > idLengthMax) return undefined;
  return { secured, mediaType, issuer: comparableId(issuerId), id: comparableId(id), validFrom };
}

function secondsOf(value: unknown): string | undefined {
  if (typeof value !== 'number') return undefined;
  const date = new Date(value * 1_000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** RFC 3339 knows fractions of any length; a millisecond is as fine as the world's clock goes. */
function instantOf(value: unknown): Instant | undefined {
  return typeof value === 'string' ? parseInstant(value.replace(/(\.\d{3})\d+/, '$1')) : undefined;
}

export function isSameBadge(one: Badge, other: Badge): boolean {
  return one.issuer === other.issuer && one.id === other.id;
}

/** Each badge once, in its newest version, where its first version stood. */
export function newestOf(badges: readonly Badge[]): readonly Badge[] {
  const newest = new Map<string, Badge>();
  for (const badge of badges) {
    const key = JSON.stringify([badge.issuer, badge.id]);
    const known = newest.get(key);
    if (known === undefined || known.validFrom < badge.validFrom) newest.set(key, badge);
  }
  return [...newest.values()];
}
