import { type Check, fails, holds } from '../../check.ts';
import { asObject, type JsonObject, listOf, typesOf } from '../../json-object.ts';

const name = { id: 'types', clause: 'https://www.imsglobal.org/spec/ob/v3p0/#data-model' };

/** The official schema takes any text for a type that stands alone, and a profile that has nothing but an id. */
export function checkTypes(credential: JsonObject): Check {
  for (const [pointer, value, ...wanted] of typed(credential)) {
    const isRight = wanted.every((names) => typesOf(value).some((type) => names.includes(type)));
    if (!isRight) {
      const expected = wanted.map((names) => names.join(' / ')).join(' + ');
      return fails(name, 'type-wrong', {
        ja: `${pointer}/type が ${expected} ではありません。発行元に修正を依頼してください。`,
        en: `${pointer}/type is not ${expected}. Ask the issuer to mend it.`,
      });
    }
  }
  return holds(name, { ja: '各部の種類（type）が正しく書かれています。', en: 'Each part says of what type it is.' });
}

type Typed = readonly [pointer: string, value: JsonObject | undefined, ...wanted: readonly (readonly string[])[]];

/** Where a type stands, and what it must be, over the parts that a verdict rests on. */
function typed(credential: JsonObject): Typed[] {
  const subject = asObject(credential.credentialSubject);
  const issuer = asObject(credential.issuer);
  const each = (pointer: string, values: unknown, type: string): Typed[] =>
    listOf(values).map((value, index) => [`${pointer}/${index}`, asObject(value), [type]]);
  const isEndorsement = typesOf(credential).includes('EndorsementCredential');
  const kind = isEndorsement ? ['EndorsementCredential'] : ['OpenBadgeCredential', 'AchievementCredential'];
  return [
    ['', credential, ['VerifiableCredential'], kind],
    ...(issuer === undefined ? [] : ([['/issuer', issuer, ['Profile']]] as const)),
    ['/credentialSubject', subject, [isEndorsement ? 'EndorsementSubject' : 'AchievementSubject']],
    ...(isEndorsement ? [] : achievementTypes(subject)),
    ...each('/credentialSubject/identifier', subject?.identifier, 'IdentityObject'),
    ...each('/credentialSubject/result', subject?.result, 'Result'),
    ...each('/evidence', credential.evidence, 'Evidence'),
  ];
}

function achievementTypes(subject: JsonObject | undefined): Typed[] {
  return [['/credentialSubject/achievement', asObject(subject?.achievement), ['Achievement']]];
}
