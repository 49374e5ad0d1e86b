import { realDomain, type World } from '#sim/kernel';

/**
 * What name servers answer in this world. Names are the real ones; a question for `docomo.ne.jp.test` is answered as
 * one for `docomo.ne.jp`. FAIL stands for name servers that do not answer for
 * a name, GONE for a domain that nobody holds any more: neither it nor anything below it has a record, whatever rows there
 * are. KEY is the sender's own key, which is no record and only kept to be published again.
 */
export const zoneTable = `
  CREATE TABLE dns_record (
    name TEXT NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (name, type, value)
  ) STRICT, WITHOUT ROWID;`;

export type RecordType = 'A' | 'AAAA' | 'MX' | 'TXT' | 'PTR' | 'FAIL' | 'GONE' | 'KEY';

export interface ZoneRecord {
  readonly name: string;
  readonly type: RecordType;
  /** As in a zone file: `10 mail.openbadge.net` for MX, the whole text for TXT. */
  readonly value: string;
}

const haveZone = new WeakMap<World['store'], boolean>();

/** False in a world that was made without this module: nobody's mail is authenticated there. */
export function hasZone(world: World): boolean {
  let isThere = haveZone.get(world.store);
  if (isThere === undefined) {
    isThere = world.store.get("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'dns_record'") !== undefined;
    haveZone.set(world.store, isThere);
  }
  return isThere;
}

/** The values of a name's records of one type; none when it has no such record. */
export function recordsOf(world: World, name: string, type: RecordType): readonly string[] {
  if (isGone(world, name)) return [];
  return world.store
    .all<{ value: string }>('SELECT value FROM dns_record WHERE name = ? AND type = ?', zoneName(name), type)
    .map(({ value }) => value);
}

/** Whether a name has a record of one of the types; of any type when none is named. A silent name server is no proof that it has none. */
export function hasRecord(world: World, name: string, types?: readonly RecordType[]): boolean {
  if (isGone(world, name)) return false;
  return world.store
    .all<{ type: RecordType }>('SELECT DISTINCT type FROM dns_record WHERE name = ?', zoneName(name))
    .some(({ type }) => type === 'FAIL' || (types === undefined ? type !== 'KEY' : types.includes(type)));
}

/** Whether anything at all is known under a name: what makes NXDOMAIN of an empty answer. */
export function nameExists(world: World, name: string): boolean {
  const wanted = zoneName(name);
  const sql = 'SELECT 1 FROM dns_record WHERE name = ? OR substr(name, -length(?)) = ?';
  return !isGone(world, name) && world.store.get(sql, wanted, `.${wanted}`, `.${wanted}`) !== undefined;
}

/** Whether the address of a client has a name, and the name that address: RFC 8601 §2.7.3 calls it `iprev`. */
export function hasReverseName(world: World, address: string): boolean {
  return recordsOf(world, reverseName(address), 'PTR').some((name) =>
    [...recordsOf(world, name, 'A'), ...recordsOf(world, name, 'AAAA')].includes(address),
  );
}

/** Where the name of an address stands: `25.2.0.192.in-addr.arpa`. For IPv6 the address as it is written stands for its nibbles. */
export function reverseName(address: string): string {
  return address.includes(':')
    ? `${address.toLowerCase()}.ip6.arpa`
    : `${address.split('.').toReversed().join('.')}.in-addr.arpa`;
}

function isGone(world: World, name: string): boolean {
  const wanted = zoneName(name);
  const sql =
    "SELECT 1 FROM dns_record WHERE type = 'GONE' AND (name = ? OR substr(?, -length(name) - 1) = '.' || name)";
  return world.store.get(sql, wanted, wanted) !== undefined;
}

/** Puts records in the place of all of the same name and type. Only inside a command. */
export function putRecords(world: World, name: string, type: RecordType, values: readonly string[]): void {
  world.store.run('DELETE FROM dns_record WHERE name = ? AND type = ?', zoneName(name), type);
  for (const value of new Set(values)) {
    world.store.run('INSERT INTO dns_record (name, type, value) VALUES (?, ?, ?)', zoneName(name), type, value);
  }
}

function zoneName(name: string): string {
  return realDomain(name.replace(/\.$/, ''));
}
