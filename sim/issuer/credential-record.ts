import { ServiceError } from '../errors/index.ts';
import { type Instant, remembered, type World } from '../kernel/index.ts';
import type { SecuredCredential } from '../proof/index.ts';

export type CredentialState =
  | 'issued'
  | 'notified'
  | 'claimed'
  | 'unclaimed-expired'
  | 'expired'
  | 'revoked'
  | 'superseded';

/** A credential as the issuer keeps it. */
export interface CredentialRecord {
  /** `cred_0001`. */
  readonly credential: string;
  /** The id inside the credential, `urn:uuid:…`. */
  readonly urn: string;
  readonly school: string;
  readonly studentNumber: string;
  readonly period: string;
  readonly recipientName: string;
  readonly address: string;
  readonly state: CredentialState;
  /** When it came into its state. */
  readonly since: Instant;
  readonly issuedAt: Instant;
  readonly validUntil: Instant;
  /** Until when it may be received. */
  readonly claimUntil: Instant;
  /** Counts the claim windows: a resend opens another one, and timers of earlier ones no longer count. */
  readonly round: number;
  readonly account: string | null;
  /** Where its status stands: the school's list, from 1, and the entry there. */
  readonly statusList: number;
  readonly statusIndex: number;
}

export const credentialColumns = `credential, urn, school, student_number AS studentNumber, period,
  recipient_name AS recipientName, address, state, since, issued_at AS issuedAt, valid_until AS validUntil,
  claim_until AS claimUntil, round, account, status_list AS statusList, status_index AS statusIndex`;

/** Throws ServiceError `credential-unknown`. */
export const credentialOf = remembered(['issuer_credential'], (world: World, credential): CredentialRecord => {
  const record = world.store.get<CredentialRecord>(
    `SELECT ${credentialColumns} FROM issuer_credential WHERE credential = ?`,
    credential,
  );
  if (record === undefined) throw new ServiceError('credential-unknown');
  return record;
});

/** The credential with its proof. Throws TypeError when there is none. */
export function securedOf(world: World, credential: string): SecuredCredential {
  const row = world.store.get<SecuredCredential>(
    'SELECT secured, media_type AS mediaType FROM issuer_secured WHERE credential = ?',
    credential,
  );
  if (row === undefined) throw new TypeError(`no secured credential was kept of ${credential}`);
  return row;
}

/** The credential of a school, as its clerk may name it. Throws ServiceError `credential-unknown` for others' too. */
export function credentialOfSchool(world: World, school: string, credential: string): CredentialRecord {
  const record = credentialOf(world, credential);
  if (record.school !== school) throw new ServiceError('credential-unknown');
  return record;
}

/** Our name of a credential of the school that is named by the id inside of it, or by ours. Throws as {@link credentialOfSchool}. */
export function credentialNamed(world: World, school: string, id: string): string {
  const row = world.store.get<{ credential: string }>('SELECT credential FROM issuer_credential WHERE urn = ?', id);
  return credentialOfSchool(world, school, row?.credential ?? id).credential;
}

/** The one credential of a student and a period that was neither replaced nor revoked. */
export function standingCredential(
  world: World,
  key: { readonly school: string; readonly studentNumber: string; readonly period: string },
): CredentialRecord | undefined {
  return world.store.get<CredentialRecord>(
    `SELECT ${credentialColumns} FROM issuer_credential
     WHERE school = ? AND student_number = ? AND period = ? AND state NOT IN ('superseded', 'revoked')`,
    key.school,
    key.studentNumber,
    key.period,
  );
}

export function setState(world: World, credential: string, state: CredentialState): void {
  world.store.run(
    'UPDATE issuer_credential SET state = ?, since = ? WHERE credential = ?',
    state,
    world.clock.now(),
    credential,
  );
}

/** Neither received nor ended: what a mail may still invite to. */
export function isOpen(record: CredentialRecord): boolean {
  return record.state === 'issued' || record.state === 'notified';
}
