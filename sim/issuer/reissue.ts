import { ServiceError } from '../errors/index.ts';
import { emit } from '../events/index.ts';
import { command, type World } from '../kernel/index.ts';
import { liftSuppression } from '../mail/index.ts';
import { type CredentialRecord, credentialOfSchool, setState } from './credential-record.ts';
import { issueCredential } from './issue-credential.ts';
import { endLinks } from './link.ts';
import { openClaimWindow, sendNotice } from './notice.ts';
import { issuerDefaults } from './parameters.ts';
import { endForGood, revoke } from './revoke.ts';
import { readAddress } from './roster-address.ts';
import { changeAddress, type Student, studentOf } from './student.ts';

/**
 * `resend`: the same credential, a new mail. `new-address`: not yet received; another one takes its place.
 * `revoke-and-issue`: received; revoked, and another one issued.
 */
export type ReissueMode = 'resend' | 'new-address' | 'revoke-and-issue';

type Asked = {
  readonly school: string;
  readonly credential: string;
  readonly mode: ReissueMode;
  /** Where the new one goes; what the roster says when null. Not for `resend`. */
  readonly address: string | null;
};

/**
 * Issues once more, in one of three ways; all mails before lose their links. Returns the credential that stands then.
 * Throws ServiceError `credential-unknown`, `credential-revoked`, `credential-superseded`, `credential-expired`,
 * `reissue-received`, `reissue-not-received`, `reissue-address-needless`, `reissue-address-invalid`.
 */
export const reissueCredential = command<Asked, { readonly credential: string }>(
  'issuer.reissue',
  async (world, { school, credential, mode, address }) => {
    const record = credentialOfSchool(world, school, credential);
    checkMode(world, record, mode);
    if (mode === 'resend') {
      if (address !== null) throw new ServiceError('reissue-address-needless');
      resend(world, record);
      return { credential };
    }
    const into = await replace(world, record, {
      mode,
      student: withAddress(world, studentOf(world, school, record.studentNumber), address),
    });
    return { credential: into };
  },
);

function checkMode(world: World, { state, validUntil }: CredentialRecord, mode: ReissueMode): void {
  if (state === 'revoked') throw new ServiceError('credential-revoked');
  if (state === 'superseded') throw new ServiceError('credential-superseded');
  if (state === 'expired' || world.clock.now() >= validUntil) throw new ServiceError('credential-expired');
  const isReceived = state === 'claimed';
  if (isReceived && mode !== 'revoke-and-issue') throw new ServiceError('reissue-received', { mode });
  if (!isReceived && mode === 'revoke-and-issue') throw new ServiceError('reissue-not-received', { mode });
}

function resend(world: World, record: CredentialRecord): void {
  const { credential } = record;
  endLinks(world, credential, 'superseded');
  liftSuppression(world, record.address);
  // A window that closed unused opens again.
  if (record.state === 'unclaimed-expired') setState(world, credential, 'issued');
  emit(world, 'credential.reissued', { credential, mode: 'resend', into: credential });
  sendNotice(world, openClaimWindow(world, record), 'reissue');
}

async function replace(
  world: World,
  record: CredentialRecord,
  { mode, student }: { readonly mode: 'new-address' | 'revoke-and-issue'; readonly student: Student },
): Promise<string> {
  const { credential, period } = record;
  // The old one goes first: at no time do two of a student and a period stand.
  if (mode === 'revoke-and-issue') revoke(world, record, 'reissue');
  else endForGood(world, record, 'superseded');
  endLinks(world, credential, 'superseded');
  liftSuppression(world, student.address);
  const issued = await issueCredential(world, student, period);
  if (mode === 'new-address') emit(world, 'credential.superseded', { credential, by: issued.credential });
  emit(world, 'credential.reissued', { credential, mode, into: issued.credential });
  sendNotice(world, issued, 'reissue');
  return issued.credential;
}

/** The student with the address that the clerk gave, which the roster keeps too. Throws ServiceError `reissue-address-invalid`. */
function withAddress(world: World, student: Student, given: string | null): Student {
  if (given === null) return student;
  const { addressTypos } = world.parameters('issuer', issuerDefaults);
  const read = readAddress({ line: 1, column: 'address' }, given, addressTypos);
  if ('code' in read) {
    throw new ServiceError('reissue-address-invalid', { reasonJa: read.reason.ja, reasonEn: read.reason.en });
  }
  changeAddress(world, student, read.text);
  return { ...student, address: read.text };
}
