import { ServiceError } from '../errors/index.ts';
import type { World } from '../kernel/index.ts';
import {
  type AchievementCredential,
  type JwkSet,
  type VerificationMethod,
  verifyEmbeddedProof,
} from '../proof/index.ts';
import { publishedMethod, unpublished } from './checks/credential-signature.ts';
import type { Looked } from './evidence.ts';
import { objectOf } from './json-object.ts';
import type { LookUp } from './look-up.ts';
import { verifyParameters } from './parameters.ts';
import { readStatusList, type StatusEntry, type StatusList, statusEntriesOf, withSuspensions } from './status-list.ts';

/** An entry of a credential, and the list that it stands in as far as that could be had. */
export interface AskedStatus {
  readonly entry: StatusEntry;
  readonly list: Looked<StatusList>;
}

/** The issuer's keys, asked for anew when `isEnough` says that those known are not. */
export type AskKeys = (isEnough: (keys: JwkSet) => boolean) => Promise<Looked<JwkSet>>;

/**
 * Looks at every list that a credential of a trusted issuer names, once its signature held: the lists must be signed by
 * the same issuer. None when it does not say, or not as it should, where to look.
 */
export async function askStatus(
  world: World,
  lookUp: LookUp,
  credential: AchievementCredential,
  askKeys: AskKeys,
): Promise<readonly AskedStatus[]> {
  const asked: AskedStatus[] = [];
  for (const entry of entriesOf(credential)) {
    asked.push({ entry, list: await askList(world, lookUp, { entry, issuer: credential.issuer.id, askKeys }) });
  }
  return asked;
}

function entriesOf(credential: AchievementCredential): readonly StatusEntry[] {
  try {
    return withSuspensions(statusEntriesOf(credential));
  } catch (error) {
    if (error instanceof ServiceError) return [];
    throw error;
  }
}

function askList(
  world: World,
  lookUp: LookUp,
  { entry, issuer, askKeys }: { readonly entry: StatusEntry; readonly issuer: string; readonly askKeys: AskKeys },
): Promise<Looked<StatusList>> {
  const now = world.clock.now();
  return lookUp.ask<StatusList>({
    url: entry.list,
    // The issuer may let its list count for less time than this verifier would, not for more.
    ttlMs: ({ ttlMs = Number.POSITIVE_INFINITY }) => Math.min(ttlMs, verifyParameters(world).statusTtlMs),
    async read(body) {
      const document = objectOf(body);
      if (document === undefined) return undefined;
      await verifyEmbeddedProof(document, (id) => askMethod(issuer, id, askKeys));
      return readStatusList(document, { id: entry.list, issuers: [issuer], purpose: entry.purpose, now });
    },
    isEnough: ({ validUntil = Number.POSITIVE_INFINITY }) => now < validUntil,
  });
}

/**
 * A key whose name is `issuer#multikey` proves only that its name is right, which anybody can write: it counts when the
 * issuer publishes it. Throws ServiceError `key-unresolved`.
 */
async function askMethod(issuer: string, id: string, askKeys: AskKeys): Promise<VerificationMethod> {
  const keys = await askKeys((known) => publishedMethod(id, issuer, known) !== undefined);
  return (keys.state === 'found' ? publishedMethod(id, issuer, keys.value) : undefined) ?? unpublished(id);
}
