import { type School, schoolOf } from '../issuer/index.ts';
import type { World } from '../kernel/index.ts';
import { proofAlgorithms } from './key-proof.ts';

/** What a wallet is told of a claim: its place in the credential, and its name. */
const claims = [
  claim(['credentialSubject', 'achievement', 'name'], '証明する内容', 'What it attests'),
  claim(['credentialSubject', 'term'], '年度', 'Academic year'),
  claim(['credentialSubject', 'identifier'], '学籍番号・氏名', 'Student number and name'),
  claim(['validUntil'], '有効期限', 'Valid until'),
];

function claim(path: readonly string[], ja: string, en: string) {
  return { path, mandatory: true, display: both(ja, en) };
}

function both(ja: string, en: string) {
  return [
    { name: ja, locale: 'ja' },
    { name: en, locale: 'en' },
  ];
}

const context = ['https://www.w3.org/ns/credentials/v2', 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'];
const type = ['VerifiableCredential', 'OpenBadgeCredential'];

/** The one configuration of a school: its student ID, in the format that the school's securing mechanism gives. */
export function configurationIdOf({ mechanism }: School): string {
  return mechanism === 'eddsa-rdfc-2022' ? 'StudentID_ldp_vc' : 'StudentID_jwt_vc_json';
}

/** https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#appendix-A.1 */
export function configurationOf(school: School) {
  const format =
    school.mechanism === 'eddsa-rdfc-2022'
      ? {
          format: 'ldp_vc' as const,
          credential_signing_alg_values_supported: ['eddsa-rdfc-2022'],
          credential_definition: { '@context': context, type },
        }
      : {
          format: 'jwt_vc_json' as const,
          credential_signing_alg_values_supported: [school.mechanism.replace('VC-JWT ', '')],
          credential_definition: { type },
        };
  return {
    ...format,
    scope: configurationIdOf(school),
    // A key that comes as `jwk` gets the name that did:jwk gives it.
    cryptographic_binding_methods_supported: ['did:key', 'did:jwk', 'jwk'],
    proof_types_supported: { jwt: { proof_signing_alg_values_supported: [...proofAlgorithms] } },
    credential_metadata: {
      display: [
        {
          name: 'スマート学生証',
          locale: 'ja',
          description: `${school.name.ja}の学生証（シミュレーション）`,
          background_color: '#0b4f8a',
          text_color: '#ffffff',
        },
        {
          name: 'Smart student ID',
          locale: 'en',
          description: `Student ID of ${school.name.en} (simulation)`,
          background_color: '#0b4f8a',
          text_color: '#ffffff',
        },
      ],
      claims,
    },
  };
}

/** Throws ServiceError `school-unknown`. */
export function configurationIdOfSchool(world: World, school: string): string {
  return configurationIdOf(schoolOf(world, school));
}
