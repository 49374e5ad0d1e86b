import { hash } from 'node:crypto';
import { type Instant, remembered, type World } from '../kernel/index.ts';
import type { AchievementCredential } from '../proof/index.ts';
import type { CredentialRecord } from './credential-record.ts';
import { issuerDefaults } from './parameters.ts';
import { profileId } from './school.ts';

export type StatusPurpose = 'revocation' | 'suspension';

/** An entry of a list of a school; the same one in its list of revocations and in that of suspensions. */
export interface StatusEntry {
  /** The school's lists count from 1. */
  readonly list: number;
  /** 0 to 131,071. */
  readonly index: number;
}

/** What a credential says of where its status stands: https://www.w3.org/TR/vc-bitstring-status-list/#bitstringstatuslistentry */
export function credentialStatusOf(
  world: World,
  school: string,
  { list, index }: StatusEntry,
): AchievementCredential['credentialStatus'] {
  const statusListCredential = statusListUrl(world, school, list, 'revocation');
  return {
    id: `${statusListCredential}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential,
  };
}

/** Credentials name the list of revocations; that of suspensions stands beside it. */
export function statusListUrl(world: World, school: string, list: number, purpose: StatusPurpose): string {
  return `${profileId(world, school)}/status-lists/${list}/${purpose}`;
}

/**
 * The next free entry of the school, in an order that tells an outsider nothing of when a credential was issued or how
 * many there are ("SHOULD assign indexes randomly"). Another list begins before one is more than half full. Only inside
 * a command.
 */
export function takeStatusEntry(world: World, school: string): StatusEntry {
  const { entriesPerStatusList } = world.parameters('issuer', issuerDefaults);
  const used =
    world.store.get<{ used: number }>('SELECT used FROM issuer_status_use WHERE school = ?', school)?.used ?? 0;
  world.store.run('INSERT OR REPLACE INTO issuer_status_use (school, used) VALUES (?, ?)', school, used + 1);
  const list = Math.floor(used / entriesPerStatusList) + 1;
  const nth = used % entriesPerStatusList;
  if (nth === 0) {
    world.store.run(
      'INSERT INTO issuer_status_list (school, list, secret, opened_at) VALUES (?, ?, ?, ?)',
      school,
      list,
      world.random.token('issuer/status-list'),
      world.clock.now(),
    );
  }
  return { list, index: shuffled(secretOf(world, `${list}/${school}`), nth) };
}

const secretOf = remembered(['issuer_status_list'], (world: World, key): string => {
  const [list = '', school = ''] = key.split('/');
  const row = world.store.get<{ secret: string }>(
    'SELECT secret FROM issuer_status_list WHERE school = ? AND list = ?',
    school,
    Number(list),
  );
  if (row === undefined) throw new TypeError(`no status list ${key}`);
  return row.secret;
});

/**
 * The n-th of the numbers 0 to 131,071 in an order that the secret decides: each comes once, without a look at those
 * given away. A Feistel network of four rounds over 8 and 9 bits (Luby and Rackoff, "How to construct pseudorandom permutations").
 */
export function shuffled(secret: string, n: number): number {
  let left = n >> 9;
  let right = n & 0x1ff;
  for (const round of [1, 2]) {
    left ^= mixed(secret, `${round}a`, right) & 0xff;
    right ^= mixed(secret, `${round}b`, left) & 0x1ff;
  }
  return (left << 9) | right;
}

function mixed(secret: string, round: string, half: number): number {
  return hash('sha256', `${secret}|${round}|${half}`, 'buffer').readUInt16BE(0);
}

/** Sets or clears the entry of a credential from now on. Only inside a command. */
export function changeStatus(
  world: World,
  { school, statusList, statusIndex }: CredentialRecord,
  { purpose, isSet }: { readonly purpose: StatusPurpose; readonly isSet: boolean },
): void {
  world.store.run(
    `INSERT OR REPLACE INTO issuer_status_change (school, list, purpose, entry, is_set, changed_at)
     VALUES (?, ?, ?, ?, ?, ?)`,
    school,
    statusList,
    purpose,
    statusIndex,
    Number(isSet),
    world.clock.now(),
  );
}

/** Since when the credential is suspended; undefined when it is not. */
export function suspendedSince(
  world: World,
  { school, statusList, statusIndex }: CredentialRecord,
): Instant | undefined {
  return world.store.get<{ since: number }>(
    `SELECT changed_at AS since FROM issuer_status_change
     WHERE school = ? AND list = ? AND purpose = 'suspension' AND entry = ? AND is_set = 1`,
    school,
    statusList,
    statusIndex,
  )?.since;
}
