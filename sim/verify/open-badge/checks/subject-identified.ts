import { type Check, fails, holds } from '../../check.ts';
import { asObject, type JsonObject, listOf, textOf } from '../../json-object.ts';

const name = { id: 'subject-identified', clause: 'https://www.imsglobal.org/spec/ob/v3p0/#verification' };

/** "Check that the credentialSubject is identified by an id and/or an identifier." The official schema does not. */
export function checkSubjectIdentified(credential: JsonObject): Check {
  const subject = asObject(credential.credentialSubject);
  const isIdentified = (textOf(subject?.id) ?? '') !== '' || listOf(subject?.identifier).length > 0;
  return isIdentified
    ? holds(name, { ja: '誰のバッジかを示す情報があります。', en: 'It says to whom it was issued.' })
    : fails(name, 'subject-unidentified', {
        ja: '誰のバッジかを示す情報（id または identifier）がありません。発行元に再発行を依頼してください。',
        en: 'It does not say to whom it was issued: neither id nor identifier. Ask the issuer for a new one.',
      });
}
