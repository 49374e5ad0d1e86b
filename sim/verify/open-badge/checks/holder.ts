import { type BadgeCheck, fails, holds, notApplicable } from '../../check.ts';
import { asObject, type JsonObject, listOf } from '../../json-object.ts';
import { diagnose, isKnownBy } from '../known-holder.ts';

const name = { id: 'holder', clause: 'https://www.imsglobal.org/spec/ob/v3p0/#verify-identifier' };
const identitiesMax = 50;

/** The badge is about whom the caller knows: by id, or by an identifier, hashed or not, spelt as it was hashed. */
export function checkHolder(credential: JsonObject, known: string | undefined): BadgeCheck {
  if (known === undefined) {
    return notApplicable(name, {
      ja: '誰のバッジかは確認していません（本人のメールアドレスや ID の指定がないため）。',
      en: 'Whose it is was not checked: no address or id of the holder was given.',
    });
  }
  const subject = asObject(credential.credentialSubject);
  const identities = listOf(subject?.identifier)
    .map(asObject)
    .filter((identity) => identity !== undefined)
    .slice(0, identitiesMax);
  if (subject?.id === known || identities.some((identity) => isKnownBy(identity, known))) {
    return holds(name, { ja: '指定された人のバッジです。', en: 'It was issued to the holder that was given.' });
  }
  for (const identity of identities) {
    const hint = diagnose(identity, known);
    if (hint !== undefined) {
      return fails(name, 'holder-spelling', {
        ja: `指定された人のバッジとは確認できません。ただし「${hint.ja}」と一致します。発行元が規格と違う形で計算したか、登録の表記が異なります。発行元に再発行を相談してください。`,
        en: `It does not match the holder that was given, but would match ${hint.en}. The issuer computed or spelt it otherwise: ask the issuer to issue it again.`,
      });
    }
  }
  return fails(name, 'holder-differs', {
    ja: '指定された人のバッジではありません。発行時に登録したメールアドレスや ID を本人に確かめてください。',
    en: 'It was not issued to the holder that was given. Ask which address or id was registered when it was issued.',
  });
}
