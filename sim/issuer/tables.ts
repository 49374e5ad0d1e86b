/**
 * The issuer's rows. Instants are epoch milliseconds; tokens are only here as SHA-256.
 * Student numbers that differ in letter case only are one number.
 */
export const issuerTables = `
  CREATE TABLE issuer_school (
    slug TEXT PRIMARY KEY, name_ja TEXT NOT NULL, name_en TEXT NOT NULL, url TEXT, email TEXT,
    mechanism TEXT NOT NULL, interrupt_after INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE issuer_key (
    name TEXT PRIMARY KEY, school TEXT NOT NULL, key_id TEXT NOT NULL, generation INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('rsa', 'p256', 'ed25519')),
    UNIQUE (school, generation)
  ) STRICT, WITHOUT ROWID;
  -- The faculties whose members were issued an achievement of their own: its URL answers whatever became of the roster.
  CREATE TABLE issuer_achievement (school TEXT NOT NULL, faculty TEXT NOT NULL, PRIMARY KEY (school, faculty))
    STRICT, WITHOUT ROWID;
  CREATE TABLE issuer_roster (
    roster TEXT PRIMARY KEY, school TEXT NOT NULL, period TEXT NOT NULL, imported_at INTEGER NOT NULL,
    encoding TEXT NOT NULL, accepted INTEGER NOT NULL, rejected INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE issuer_student (
    school TEXT NOT NULL, student_number TEXT NOT NULL COLLATE NOCASE, roster TEXT NOT NULL, period TEXT NOT NULL,
    subject TEXT NOT NULL, name TEXT NOT NULL, name_kana TEXT, address TEXT NOT NULL,
    faculty TEXT, department TEXT, grade TEXT,
    PRIMARY KEY (school, student_number)
  ) STRICT, WITHOUT ROWID;
  -- Who is on the rosters of a period; what is known of a student stands once, as the latest roster says.
  CREATE TABLE issuer_roster_member (
    school TEXT NOT NULL, period TEXT NOT NULL, student_number TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (school, period, student_number)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE issuer_issuance (
    issuance TEXT PRIMARY KEY, school TEXT NOT NULL, period TEXT NOT NULL, at INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('scheduled', 'running', 'interrupted', 'finished')),
    student_numbers TEXT, interrupt_after INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE issuer_issuance_row (
    issuance TEXT NOT NULL, position INTEGER NOT NULL, student_number TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('waiting', 'issued', 'skipped', 'failed')), code TEXT,
    PRIMARY KEY (issuance, position)
  ) STRICT, WITHOUT ROWID;
  -- A turn of a large batch looks for the next students without passing those that are done.
  CREATE INDEX issuer_issuance_waiting ON issuer_issuance_row (issuance, position) WHERE outcome = 'waiting';
  CREATE TABLE issuer_credential (
    credential TEXT PRIMARY KEY, urn TEXT NOT NULL UNIQUE, school TEXT NOT NULL,
    student_number TEXT NOT NULL COLLATE NOCASE, period TEXT NOT NULL, recipient_name TEXT NOT NULL, address TEXT NOT NULL, address_key TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN
      ('issued', 'notified', 'claimed', 'unclaimed-expired', 'expired', 'revoked', 'superseded')),
    since INTEGER NOT NULL, key_id TEXT NOT NULL, issued_at INTEGER NOT NULL,
    valid_until INTEGER NOT NULL, claim_until INTEGER NOT NULL, round INTEGER NOT NULL, account TEXT,
    status_list INTEGER NOT NULL, status_index INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  -- Apart from the row that is read at every step and changes with every state.
  CREATE TABLE issuer_secured (credential TEXT PRIMARY KEY, secured TEXT NOT NULL, media_type TEXT NOT NULL) STRICT;
  -- At most one credential of a student and a period that was neither replaced nor revoked.
  CREATE UNIQUE INDEX issuer_credential_one ON issuer_credential (school, student_number, period)
    WHERE state NOT IN ('superseded', 'revoked');
  CREATE INDEX issuer_credential_address ON issuer_credential (address_key);
  -- Lists of a school, numbered from 1; the secret shuffles the entries of one.
  CREATE TABLE issuer_status_list (
    school TEXT NOT NULL, list INTEGER NOT NULL, secret TEXT NOT NULL, opened_at INTEGER NOT NULL,
    PRIMARY KEY (school, list)
  ) STRICT, WITHOUT ROWID;
  -- How many entries of all its lists a school has given away. Apart: what is served of a list does not change with it.
  CREATE TABLE issuer_status_use (school TEXT PRIMARY KEY, used INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  -- The entries that were ever changed; the others are 0.
  CREATE TABLE issuer_status_change (
    school TEXT NOT NULL, list INTEGER NOT NULL, purpose TEXT NOT NULL CHECK (purpose IN ('revocation', 'suspension')),
    entry INTEGER NOT NULL, is_set INTEGER NOT NULL, changed_at INTEGER NOT NULL,
    PRIMARY KEY (school, list, purpose, entry)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE issuer_link (
    token_hash TEXT PRIMARY KEY, credential TEXT NOT NULL, message TEXT NOT NULL, cause TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('live', 'used', 'superseded', 'withdrawn')), expires_at INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX issuer_link_credential ON issuer_link (credential);`;
