import { ServiceError } from '../errors/index.ts';
import type { Fetch, Instant, RunningWorld, World } from '../kernel/index.ts';
import { createKeyResolver, mediaTypeOf, type SecuredCredential } from '../proof/index.ts';
import { type Badge, badgeOf, isSameBadge, newestOf } from './badge.ts';
import { hostParameters } from './parameters.ts';
import { keepBadge, type UploadVerdict, type UpsertOutcome, uploadedBadges } from './uploaded-badge.ts';

/** What the host does not hold itself. */
export interface HostPorts {
  /** What an account received in the wallet itself. */
  held(account: string): readonly SecuredCredential[];
  /** Reaches issuers, for their keys and status lists. */
  readonly fetch: Fetch;
}

/** Every badge of an account, each once and in its newest version: the student IDs first. `since`: valid from later on. */
export function badgesOf(
  world: World,
  ports: Pick<HostPorts, 'held'>,
  { account, since }: { readonly account: string; readonly since?: Instant },
): readonly Badge[] {
  const badges = newestOf([...heldBadges(ports, account), ...uploadedBadges(world, account)]);
  return since === undefined ? badges : badges.filter(({ validFrom }) => validFrom > since);
}

function heldBadges({ held }: Pick<HostPorts, 'held'>, account: string): Badge[] {
  return held(account).flatMap((secured) => badgeOf(secured) ?? []);
}

export interface Upload {
  readonly account: string;
  /** Who sends it. */
  readonly client: string;
  /** A compact JWS, or JSON with a proof inside. */
  readonly bytes: Uint8Array;
}

/**
 * Keeps a badge of any issuer, text for text, unless the account has a newer version of it. It is verified first. One
 * whose issuer cannot be asked is kept and marked: a network that is down must not lose a student's badge, and whoever
 * relies on it verifies it again. Throws ServiceError `badge-refused`, `badges-full`.
 */
export async function upsertBadge(
  world: RunningWorld,
  ports: HostPorts,
  { account, client, bytes }: Upload,
): Promise<UpsertOutcome> {
  const verdict = await verified(world, ports.fetch, bytes);
  const secured = textOf(bytes);
  const badge = badgeOf({ secured, mediaType: mediaTypeOf(secured) });
  if (badge === undefined) throw new ServiceError('badge-refused', { checks: 'format' });
  const own = heldBadges(ports, account).find((held) => isSameBadge(held, badge));
  if (own !== undefined && own.validFrom >= badge.validFrom) return own.secured === secured ? 'replaced' : 'kept';
  const outcome = await world.perform(keepBadge, { account, client, ...badge, verdict });
  if (outcome === 'full') throw new ServiceError('badges-full', { max: hostParameters(world).badgesMax });
  return own === undefined ? outcome : 'replaced';
}

async function verified(world: RunningWorld, fetch: Fetch, bytes: Uint8Array): Promise<UploadVerdict> {
  // Loaded when a badge comes: it brings the schema of other people's badges, and pictures.
  const { hasFailed, verifyOpenBadge } = await import('../verify/open-badge/index.ts');
  const ports = { fetch, resolveKey: createKeyResolver({ fetch }) };
  const { verdict, checks } = await verifyOpenBadge(bytes, ports, { now: world.clock.now() });
  if (verdict !== 'refused') return verdict;
  const failed = checks.filter(hasFailed).map((check) => ('code' in check && check.code) || check.id);
  throw new ServiceError('badge-refused', { checks: failed.join(', ') });
}

/** Exactly what came, but for what surrounds it. Throws ServiceError `badge-refused` for what is no UTF-8. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    throw new ServiceError('badge-refused', { checks: 'utf-8' });
  }
}
