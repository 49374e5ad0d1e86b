import { realDomain, type World } from '#sim/kernel';

/**
 * What name servers answer in this world. Names are the real ones; a question for `docomo.ne.jp.test` is answered as
 * one for `docomo.ne.jp`. FAIL stands for name servers that do not answer for
 * a name, KEY for the sender's own key, which is no record and only kept to be published again.
 */
export const zoneTable = `
  CREATE TABLE dns_record (
    name TEXT NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (name, type, value)
  ) STRICT, WITHOUT ROWID;`;

export type RecordType = 'A' | 'AAAA' | 'MX' | 'TXT' | 'FAIL' | 'KEY';

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
  return world.store
    .all<{ value: string }>('SELECT value FROM dns_record WHERE name = ? AND type = ?', zoneName(name), type)
    .map(({ value }) => value);
}

/** Whether mail can be sent to a domain: it has an A, AAAA or MX record. */
export function domainExists(world: World, domain: string): boolean {
  const found = world.store.get(
    "SELECT 1 FROM dns_record WHERE name = ? AND type IN ('A', 'AAAA', 'MX', 'FAIL')",
    zoneName(domain),
  );
  return found !== undefined;
}

/** Whether anything at all is known under a name: what makes NXDOMAIN of an empty answer. */
export function nameExists(world: World, name: string): boolean {
  const wanted = zoneName(name);
  const sql = 'SELECT 1 FROM dns_record WHERE name = ? OR substr(name, -length(?)) = ?';
  return world.store.get(sql, wanted, `.${wanted}`, `.${wanted}`) !== undefined;
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
