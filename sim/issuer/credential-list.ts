import { formatInstant, type World } from '../kernel/index.ts';
import { mailState } from '../mail/index.ts';
import { type CredentialRecord, type CredentialState, credentialColumns, credentialOf } from './credential-record.ts';
import type { NoticeCause } from './notice.ts';
import { schoolOf } from './school.ts';
import { suspendedSince } from './status-entry.ts';

/** What a clerk sees of a mail: what the sending host was told, and no more. */
export interface ListedMail {
  readonly message: string;
  readonly kind: string;
  readonly cause: NoticeCause;
  readonly state: string;
  readonly forwardPath: string;
  readonly replyCode?: number;
  readonly replyText?: string;
  readonly reason?: string;
  /** Why the receiving host did not take it, as far as its words tell: `userunknown`, `filtered`, `mailboxfull` … */
  readonly reasonClass?: string;
  readonly queuedAt: string;
}

export interface ListedCredential {
  readonly credential: string;
  readonly studentNumber: string;
  readonly period: string;
  readonly state: CredentialState;
  /** RFC 3339; absent when it is not suspended. */
  readonly suspendedSince?: string;
  readonly issuedAt: string;
  readonly validUntil: string;
  readonly address: string;
  readonly mails: readonly ListedMail[];
}

/** The school's credentials, or those of one student, oldest first. Throws ServiceError `school-unknown`. */
export function credentialsOf(world: World, school: string, studentNumber?: string): ListedCredential[] {
  schoolOf(world, school);
  return world.store
    .all<CredentialRecord>(
      `SELECT ${credentialColumns} FROM issuer_credential
       WHERE school = ? AND (?2 IS NULL OR student_number = ?2) ORDER BY issued_at, length(credential), credential`,
      school,
      studentNumber ?? null,
    )
    .map((record) => listed(world, record));
}

function listed(world: World, record: CredentialRecord): ListedCredential {
  const since = suspendedSince(world, record);
  return {
    credential: record.credential,
    studentNumber: record.studentNumber,
    period: record.period,
    state: record.state,
    ...(since !== undefined && { suspendedSince: formatInstant(since) }),
    issuedAt: formatInstant(record.issuedAt),
    validUntil: formatInstant(record.validUntil),
    address: record.address,
    mails: mailsAbout(world, record.credential),
  };
}

function mailsAbout(world: World, credential: string): ListedMail[] {
  return world.store
    .all<{ message: string; cause: NoticeCause }>(
      'SELECT message, cause FROM issuer_link WHERE credential = ? ORDER BY length(message), message',
      credential,
    )
    .map(({ message, cause }) => {
      const { kind, state, forwardPath, replyCode, replyText, reason, reasonClass, queuedAt } = mailState(
        world,
        message,
      );
      return {
        message,
        kind,
        cause,
        state,
        forwardPath,
        ...(replyCode !== undefined && { replyCode }),
        ...(replyText !== undefined && { replyText }),
        ...(reason !== undefined && { reason }),
        ...(reasonClass !== undefined && { reasonClass }),
        queuedAt: formatInstant(queuedAt),
      };
    });
}

export interface CredentialStatus {
  readonly credential: string;
  readonly status: 'active' | 'suspended' | 'revoked' | 'superseded' | 'expired';
  /** When it ended, or was suspended. */
  readonly since?: string;
}

/** What anyone may ask of a credential. Throws ServiceError `credential-unknown`. */
export function credentialStatus(world: World, credential: string): CredentialStatus {
  const record = credentialOf(world, credential);
  const { state, since, validUntil } = record;
  const now = world.clock.now();
  if (state === 'revoked' || state === 'superseded') return { credential, status: state, since: formatInstant(since) };
  if (state === 'unclaimed-expired') return { credential, status: 'expired', since: formatInstant(since) };
  if (now >= validUntil) return { credential, status: 'expired', since: formatInstant(validUntil) };
  const suspended = suspendedSince(world, record);
  if (suspended !== undefined) return { credential, status: 'suspended', since: formatInstant(suspended) };
  return { credential, status: 'active' };
}
