import { type BadgeCheck, fails, holds, notApplicable } from '../../check.ts';
import { asObject, type JsonObject, listOf } from '../../json-object.ts';

const name = { id: 'identity-hash', clause: 'https://www.imsglobal.org/spec/ob/v3p0/#identityhash' };

/** OB 3.0 IdentityHash: an algorithm, `$`, and as many hexadecimal digits as it gives. The official schema takes any text. */
export const identityHashForm = /^(?:sha256\$[0-9a-f]{64}|md5\$[0-9a-f]{32})$/i;

export function checkIdentityHash(credential: JsonObject): BadgeCheck {
  const identities = listOf(asObject(credential.credentialSubject)?.identifier).map(asObject);
  const hashed = identities.filter((identity) => identity?.hashed === true);
  if (hashed.length === 0) {
    return notApplicable(name, { ja: 'ハッシュ化された識別子はありません。', en: 'It has no hashed identifier.' });
  }
  const wrong = hashed.find(
    (identity) => typeof identity?.identityHash !== 'string' || !identityHashForm.test(identity.identityHash),
  );
  if (wrong === undefined) {
    return holds(name, {
      ja: 'ハッシュ化された識別子の形式が正しいです。',
      en: 'The hashed identifiers are well-formed.',
    });
  }
  const pointer = `/credentialSubject/identifier/${identities.indexOf(wrong)}/identityHash`;
  return fails(name, 'identity-hash-form', {
    ja: `${pointer} が「sha256$」または「md5$」に続く 16 進数ではありません。発行元に修正を依頼してください。`,
    en: `${pointer} is not "sha256$" or "md5$" with hexadecimal digits behind it. Ask the issuer to mend it.`,
  });
}
