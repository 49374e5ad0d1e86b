/**
 * Codes, numbers, tokens and nonces stand here as SHA-256 only; a number, which has few digits, hashed together with its
 * code. Instants are epoch milliseconds.
 */
export const openid4vciTables = `
  -- An offer of a clerk, or a mail link whose number was asked for: before that, a link is an offer without a row.
  CREATE TABLE openid4vci_offer (
    code_hash TEXT PRIMARY KEY, credential TEXT NOT NULL, source TEXT NOT NULL CHECK (source IN ('link', 'counter')),
    number_hash TEXT NOT NULL, expires_at INTEGER NOT NULL, numbers INTEGER NOT NULL, tries INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'redeemed', 'dead'))
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX openid4vci_offer_credential ON openid4vci_offer (credential);
  CREATE TABLE openid4vci_access (
    token_hash TEXT PRIMARY KEY, credential TEXT NOT NULL, school TEXT NOT NULL, client TEXT,
    by_identifier INTEGER NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE openid4vci_nonce (
    nonce_hash TEXT PRIMARY KEY, school TEXT NOT NULL, expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- One that waits for each access: asking again begins anew.
  CREATE TABLE openid4vci_transaction (
    transaction_hash TEXT PRIMARY KEY, token_hash TEXT NOT NULL UNIQUE, did TEXT NOT NULL, thumbprint TEXT NOT NULL,
    due_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE openid4vci_notification (
    notification_hash TEXT PRIMARY KEY, token_hash TEXT NOT NULL, credential TEXT NOT NULL, event TEXT
  ) STRICT, WITHOUT ROWID;`;
