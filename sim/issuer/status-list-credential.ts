import { hash } from 'node:crypto';
import { ServiceError } from '../errors/index.ts';
import { formatInstant, type Instant, remembered, type World } from '../kernel/index.ts';
import { encodeStatusList, multikeyOf, secureWithDataIntegrity, signingKeyOf } from '../proof/index.ts';
import { startOfDay } from './academic-year.ts';
import { issuerDefaults } from './parameters.ts';
import { profileId } from './school.ts';
import { statusKey } from './school-key.ts';
import { type StatusPurpose, statusListUrl } from './status-entry.ts';

/** A list of a school, as its address names it. */
export interface StatusListName {
  readonly school: string;
  readonly list: number;
  readonly purpose: StatusPurpose;
}

/** https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistcredential */
export interface StatusListCredential {
  readonly '@context': readonly ['https://www.w3.org/ns/credentials/v2'];
  readonly id: string;
  readonly type: readonly ['VerifiableCredential', 'BitstringStatusListCredential'];
  readonly issuer: string;
  /** When it last changed. */
  readonly validFrom: string;
  readonly validUntil: string;
  readonly credentialSubject: {
    readonly id: string;
    readonly type: 'BitstringStatusList';
    readonly statusPurpose: StatusPurpose;
    readonly encodedList: string;
    /** Milliseconds. */
    readonly ttl: number;
  };
}

/** What a list says, until the next change: the same for who asks ten times a second, and so encoded once. */
interface Content {
  readonly encodedList: string;
  readonly changedAt: Instant;
}

const contentOf = remembered(['issuer_status_list', 'issuer_status_change'], (world: World, key): Content => {
  const [purpose = '', list = '', school = ''] = key.split('/');
  const opened = world.store.get<{ openedAt: number }>(
    'SELECT opened_at AS openedAt FROM issuer_status_list WHERE school = ? AND list = ?',
    school,
    Number(list),
  );
  if (opened === undefined) throw new ServiceError('status-list-unknown');
  const changes = world.store.all<{ entry: number; isSet: number; changedAt: number }>(
    `SELECT entry, is_set AS isSet, changed_at AS changedAt FROM issuer_status_change
     WHERE school = ? AND list = ? AND purpose = ?`,
    school,
    Number(list),
    purpose,
  );
  return {
    encodedList: encodeStatusList(changes.filter(({ isSet }) => isSet === 1).map(({ entry }) => entry)),
    changedAt: changes.reduce((latest, { changedAt }) => Math.max(latest, changedAt), opened.openedAt),
  };
});

/** A list as it is now, before it is signed. Throws ServiceError `status-list-unknown`. */
export function statusListCredential(world: World, { school, list, purpose }: StatusListName): StatusListCredential {
  const { encodedList, changedAt } = contentOf(world, `${purpose}/${list}/${school}`);
  const { statusListTtlMs, statusListDays } = world.parameters('issuer', issuerDefaults);
  const id = statusListUrl(world, school, list, purpose);
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: profileId(world, school),
    validFrom: formatInstant(changedAt),
    // By whole days, so that it is the same list for all who ask on one day.
    validUntil: formatInstant(startOfDay(world.clock.now()) + statusListDays * 86_400_000),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList,
      ttl: statusListTtlMs,
    },
  };
}

/** A list with its proof, as JSON, and the name of this very text (RFC 9110 §8.8.3). */
export interface SignedStatusList {
  readonly json: string;
  readonly etag: string;
  /** How long it may be gone by; milliseconds. */
  readonly ttlMs: number;
}

/**
 * The list as anyone may read it. Nothing in the world changes: it is signed when somebody asks, and remembered until
 * the list changes or the day is over. Throws ServiceError `status-list-unknown`.
 */
export async function signedStatusList(world: World, name: StatusListName): Promise<SignedStatusList> {
  const unsigned = statusListCredential(world, name);
  return signed(world, JSON.stringify({ ...unsigned, school: name.school }));
}

/** Keyed by all that is signed, so that it is right whatever became of the rows. */
const signed = remembered(['issuer_status_list', 'issuer_status_change'], async (world: World, key) => {
  const { school, ...unsigned } = JSON.parse(key) as StatusListCredential & { readonly school: string };
  const pair = statusKey(world, school);
  const { secured } = await secureWithDataIntegrity(unsigned, signingKeyOf(pair), {
    verificationMethod: `${unsigned.issuer}#${multikeyOf(pair.publicKey)}`,
    // Whole seconds in UTC: the one spelling that every verifier reads.
    created: new Date(unsigned.validFrom).toISOString().replace(/\.\d+Z$/, 'Z'),
  });
  const json = JSON.stringify(secured);
  return { json, etag: `"${hash('sha256', json, 'base64url')}"`, ttlMs: unsigned.credentialSubject.ttl };
});
