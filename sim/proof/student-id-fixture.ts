import type { AchievementCredential } from './credential-schema.ts';
import { hashedAddress, plainIdentity } from './identity.ts';

export const addressOfTests = 'hanako@docomo.ne.jp.test';

/** For tests: a student ID as our issuer issues it. */
export const studentIdOfTests: AchievementCredential = {
  '@context': ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  id: 'urn:uuid:6a5f1a94-9c52-4c3c-8a0b-0f8fca23e001',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'スマート学生証',
  description: '試験用',
  issuer: {
    id: 'https://issuer.openbadge.test/schools/mihon',
    type: ['Profile'],
    name: '見本大学',
    description: '模擬',
  },
  validFrom: '2026-04-01T09:00:00.000+09:00',
  validUntil: '2027-03-31T23:59:59.000+09:00',
  credentialSubject: {
    id: 'urn:uuid:6a5f1a94-9c52-4c3c-8a0b-0f8fca23e002',
    type: ['AchievementSubject'],
    identifier: [
      plainIdentity('sisSourcedId', 'A0012'),
      plainIdentity('name', '髙﨑 𠮷子'),
      plainIdentity('ext:nameKana', 'タカサキ ヨシコ'),
      hashedAddress(addressOfTests, 'salt-of-16-bytes'),
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
  credentialStatus: {
    id: 'https://issuer.openbadge.test/schools/mihon/status-lists/1/revocation#94567',
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '94567',
    statusListCredential: 'https://issuer.openbadge.test/schools/mihon/status-lists/1/revocation',
  },
};
