import { ServiceError } from '../errors/index.ts';
import { type Instant, parseInstant } from '../kernel/index.ts';
import { decodeStatusList, isStatusSet } from '../proof/index.ts';
import { idOf, type JsonObject, listOf, objectOf, textOf, typesOf } from './json-object.ts';

/** Where a credential says that its status stands: https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistentry */
export interface StatusEntry {
  /** `revocation`, `suspension`, or another word. */
  readonly purpose: string;
  readonly index: number;
  /** The address of the list. */
  readonly list: string;
}

/** What a list says, once its proof held. JSON, so that it can be kept. */
export type StatusList = {
  readonly purposes: readonly string[];
  readonly encodedList: string;
  /** How long it may be gone by before a newer one is asked for; milliseconds. */
  readonly ttlMs?: number;
  /** From when on it no longer counts; epoch milliseconds. */
  readonly validUntil?: number;
};

export interface ExpectedList {
  /** The address that it was asked for at. */
  readonly id: string;
  /** Ids of the issuers that may speak for the credential: its own, as a rule. */
  readonly issuers: readonly string[];
  readonly purpose: string;
  readonly now: Instant;
}

/**
 * The entries of a credential that are of Bitstring Status List; those of other kinds are left out. Throws ServiceError
 * `status-entry` with the member that is not right.
 */
export function statusEntriesOf({ credentialStatus }: JsonObject): readonly StatusEntry[] {
  return listOf(credentialStatus).flatMap((value) => {
    const entry = objectOf(value);
    if (entry === undefined) throw new ServiceError('status-entry', { member: 'type' });
    return typesOf(entry).includes('BitstringStatusListEntry') ? [entryOf(entry)] : [];
  });
}

function entryOf(entry: JsonObject): StatusEntry {
  const refuse = (member: string): never => {
    throw new ServiceError('status-entry', { member });
  };
  const { id, statusPurpose, statusListIndex, statusListCredential, statusSize = 1 } = entry;
  if (typeof statusPurpose !== 'string' || statusPurpose === '') return refuse('statusPurpose');
  // "an arbitrary size integer greater than or equal to 0, expressed as a string in base 10"
  if (typeof statusListIndex !== 'string' || !/^(0|[1-9]\d{0,15})$/.test(statusListIndex)) {
    return refuse('statusListIndex');
  }
  if (typeof statusListCredential !== 'string' || !URL.canParse(statusListCredential)) {
    return refuse('statusListCredential');
  }
  if (id === statusListCredential) return refuse('id');
  // Of larger entries nobody has said what their values mean here.
  if (statusSize !== 1) return refuse('statusSize');
  return { purpose: statusPurpose, index: Number(statusListIndex), list: statusListCredential };
}

/**
 * Reads a list credential whose proof held, once it is the list that was asked for. Throws ServiceError
 * `status-list-invalid` with the member that is not right, `status-list-over`, and as {@link decodeStatusList}.
 * https://www.w3.org/TR/vc-bitstring-status-list/#validate-algorithm
 */
export function readStatusList(credential: JsonObject, expected: ExpectedList): StatusList {
  const refuse = (member: string): never => {
    throw new ServiceError('status-list-invalid', { member });
  };
  if (!typesOf(credential).includes('BitstringStatusListCredential')) return refuse('type');
  // It MAY have an id; one that it has must be the one that was asked for, or a list would stand in for another.
  if (credential.id !== undefined && credential.id !== expected.id) return refuse('id');
  const issuer = idOf(credential.issuer);
  if (issuer === undefined || !expected.issuers.includes(issuer)) return refuse('issuer');
  const validUntil = checkTimes(credential, expected.now);
  const subject = objectOf(credential.credentialSubject);
  if (subject === undefined || !typesOf(subject).includes('BitstringStatusList')) return refuse('credentialSubject');
  const purposes = listOf(subject.statusPurpose).filter((purpose) => typeof purpose === 'string');
  if (!purposes.includes(expected.purpose)) return refuse('credentialSubject.statusPurpose');
  const { ttl, encodedList, statusSize = 1 } = subject;
  if (statusSize !== 1) return refuse('credentialSubject.statusSize');
  if (ttl !== undefined && !(typeof ttl === 'number' && ttl >= 0)) return refuse('credentialSubject.ttl');
  bitsOf(encodedList);
  return {
    purposes,
    encodedList: String(encodedList),
    ...(typeof ttl === 'number' && { ttlMs: ttl }),
    ...(validUntil !== undefined && { validUntil }),
  };
}

/** The end of its time, if it has one: "ttl does not override or replace the validity period". */
function checkTimes({ validFrom, validUntil }: JsonObject, now: Instant): Instant | undefined {
  const [from, until] = [instantOf('validFrom', validFrom), instantOf('validUntil', validUntil)];
  if ((from !== undefined && now < from) || (until !== undefined && now >= until)) {
    throw new ServiceError('status-list-over');
  }
  return until;
}

function instantOf(member: string, value: unknown): Instant | undefined {
  if (value === undefined) return undefined;
  const instant = parseInstant(textOf(value) ?? '');
  if (instant === undefined) throw new ServiceError('status-list-invalid', { member });
  return instant;
}

/**
 * The entries to look at: those of the credential, and beside a list of revocations that of suspensions, under the same
 * index, when the address is of the form that our issuer gives its lists: OB 3.0 leaves room for one entry only.
 */
export function withSuspensions(entries: readonly StatusEntry[]): readonly StatusEntry[] {
  return entries.flatMap((entry) => {
    const [, base] =
      /^((?:https:\/\/|http:\/\/localhost:\d{1,5}\/)[^?#]+\/status-lists\/\d+)\/revocation$/.exec(entry.list) ?? [];
    if (base === undefined || entry.purpose !== 'revocation') return [entry];
    return [entry, { ...entry, purpose: 'suspension', list: `${base}/suspension` }];
  });
}

/** Whether the entry is set in the list. Throws ServiceError `status-index`. */
export function isEntrySet({ encodedList }: StatusList, { index }: Pick<StatusEntry, 'index'>): boolean {
  return isStatusSet(bitsOf(encodedList), index);
}

/** Lists by their text, oldest first: a gate asks the same few for every student, and unpacking takes its time. */
const unpacked = new Map<string, Uint8Array>();
const unpackedMax = 8;

function bitsOf(encodedList: unknown): Uint8Array {
  const known = typeof encodedList === 'string' ? unpacked.get(encodedList) : undefined;
  if (known !== undefined) return known;
  const bits = decodeStatusList(encodedList);
  unpacked.set(String(encodedList), bits);
  const [oldest] = unpacked.keys();
  if (unpacked.size > unpackedMax && oldest !== undefined) unpacked.delete(oldest);
  return bits;
}
