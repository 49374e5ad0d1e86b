import { type IssuerForm, issuerIdOf } from './school.ts';
import type { Members } from './tampering.ts';

export const listUrl = 'https://issuer.openbadge.test/schools/mihon/status-lists/1/revocation';

/** Entries of the list: everybody's, and the one that is revoked. */
export const entries = { valid: 4_712, revoked: 4_711 } as const;

/** A student ID whose times hold at whatever time the outsiders read from the machine. */
export function studentIdFrom(form: IssuerForm, entry: number = entries.valid): Members {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
    id: 'urn:uuid:6a5f1a94-9c52-4c3c-8a0b-0f8fca23e001',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'スマート学生証',
    description: '見本 "大学" の\n学生証',
    issuer: { id: issuerIdOf(form), type: ['Profile'], name: '見本大学', description: '模擬' },
    validFrom: '2020-04-01T09:00:00.000+09:00',
    validUntil: '9999-03-31T23:59:59.000+09:00',
    credentialStatus: {
      id: `${listUrl}#${entry}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(entry),
      statusListCredential: listUrl,
    },
    credentialSubject: {
      id: 'urn:uuid:6a5f1a94-9c52-4c3c-8a0b-0f8fca23e002',
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', hashed: false, identityHash: 'A0012', identityType: 'sisSourcedId' },
        { type: 'IdentityObject', hashed: false, identityHash: '髙﨑 𠮷子', identityType: 'name' },
        { type: 'IdentityObject', hashed: false, identityHash: 'タカサキ ヨシコ', identityType: 'ext:nameKana' },
        {
          type: 'IdentityObject',
          hashed: true,
          identityHash: `sha256$${'5a'.repeat(32)}`,
          identityType: 'emailAddress',
          salt: 'salt-of-16-bytes',
        },
      ],
      term: '2026',
      achievement: {
        id: 'https://issuer.openbadge.test/schools/mihon/achievements/student-id',
        type: ['Achievement'],
        achievementType: 'Membership',
        name: '在籍',
        description: '在籍していること',
        criteria: { narrative: '在籍者' },
        fieldOfStudy: '工学部',
      },
    },
  };
}
