import { type Instant, remembered, type World } from '../kernel/index.ts';
import { addressKey } from '../mail/index.ts';

export type AccountState = 'pending' | 'active';

export interface Account {
  readonly account: string;
  readonly state: AccountState;
  readonly name: string;
  readonly passwordHash: string;
  readonly passwordSalt: string;
}

export const accountTables = `
  CREATE TABLE wallet_account (
    id TEXT PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('pending', 'active')), name TEXT NOT NULL,
    password_hash TEXT NOT NULL, password_salt TEXT NOT NULL, registered_at INTEGER NOT NULL, activated_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE wallet_address (
    address_key TEXT PRIMARY KEY, address TEXT NOT NULL, account TEXT NOT NULL, confirmed_at INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX wallet_address_account ON wallet_address (account);
  CREATE TABLE wallet_consent (
    account TEXT NOT NULL, document TEXT NOT NULL, version TEXT NOT NULL, given_at INTEGER NOT NULL,
    PRIMARY KEY (account, document, version)
  ) STRICT, WITHOUT ROWID;`;

/** An account found by one of its addresses. */
export interface AccountAtAddress extends Account {
  /** As it was spelled when it was kept, which is how mail goes there. */
  readonly address: string;
}

const columns = 'a.id AS account, a.state, a.name, a.password_hash AS passwordHash, a.password_salt AS passwordSalt';

/** The account that an address belongs to, pending or active. */
export function accountAt(world: World, address: string): AccountAtAddress | undefined {
  return world.store.get<AccountAtAddress>(
    `SELECT ${columns}, d.address FROM wallet_address d JOIN wallet_account a ON a.id = d.account
       WHERE d.address_key = ?`,
    addressKey(address),
  );
}

/** Throws TypeError for an id that no account has. */
export function accountOf(world: World, account: string): Account {
  const found = world.store.get<Account>(`SELECT ${columns} FROM wallet_account a WHERE a.id = ?`, account);
  if (found === undefined) throw new TypeError(`there is no account ${account}`);
  return found;
}

/** As they were spelled, in the order in which they were confirmed. */
export const confirmedAddresses = remembered(['wallet_address'], (world: World, account): readonly string[] =>
  world.store
    .all<{ address: string }>(
      'SELECT address FROM wallet_address WHERE account = ? AND confirmed_at IS NOT NULL ORDER BY confirmed_at, address_key',
      account,
    )
    .map((row) => row.address),
);

/** What a student agreed to, and when. */
export function consentsOf(
  world: World,
  account: string,
): { readonly document: string; readonly version: string; readonly givenAt: Instant }[] {
  return world.store.all(
    'SELECT document, version, given_at AS givenAt FROM wallet_consent WHERE account = ? ORDER BY given_at, document',
    account,
  );
}
