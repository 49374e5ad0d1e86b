import { idOf, type JsonObject, listOf, objectOf, textOf } from '../json-object.ts';

/** What a badge says, as far as it can be shown: texts of a stranger. Who holds it is told only by kind. */
export interface BadgeSummary {
  readonly id?: string;
  readonly achievement?: string;
  /** Of the achievement. */
  readonly description?: string;
  readonly achievementType?: string;
  readonly issuer: { readonly id?: string; readonly name?: string };
  /** `emailAddress (hashed)`, `id`: nobody's address or name. */
  readonly holder: readonly string[];
  /** When it was awarded, or issued: https://www.imsglobal.org/spec/ob/v3p0/#achievementcredential */
  readonly issuedOn?: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
  /** Where its picture is: a URL, or `data:image/png` for one that stands in the badge itself. */
  readonly image?: string;
}

export function summaryOf(credential: JsonObject): BadgeSummary {
  const subject = objectOf(credential.credentialSubject);
  const achievement = objectOf(subject?.achievement);
  const identities = listOf(subject?.identifier).map(objectOf);
  const kinds = identities.slice(0, 20).map((identity) => {
    const kind = shown(identity?.identityType) ?? '?';
    return identity?.hashed === true ? `${kind} (hashed)` : kind;
  });
  return withoutUndefined({
    id: shown(credential.id),
    achievement: shown(achievement?.name) ?? shown(credential.name),
    description: shown(achievement?.description) ?? shown(credential.description),
    achievementType: shown(achievement?.achievementType),
    issuer: withoutUndefined({ id: shown(idOf(credential.issuer)), name: shown(objectOf(credential.issuer)?.name) }),
    holder: [...(textOf(subject?.id) === undefined ? [] : ['id']), ...kinds],
    issuedOn: shown(credential.awardedDate ?? credential.validFrom ?? credential.issuanceDate),
    validFrom: shown(credential.validFrom ?? credential.issuanceDate),
    validUntil: shown(credential.validUntil ?? credential.expirationDate),
    image: placeOfImage(idOf(achievement?.image) ?? idOf(credential.image)),
  });
}

function placeOfImage(image: string | undefined): string | undefined {
  return shown(/^data:/i.test(image ?? '') ? image?.split(/[;,]/, 1)[0] : image);
}

/** A text, or the Japanese or first one of several languages. */
function shown(value: unknown): string | undefined {
  const languages = objectOf(value);
  const text = textOf(value) ?? textOf(languages?.ja) ?? textOf(Object.values(languages ?? {})[0]);
  return text?.slice(0, 300);
}

type Defined<Members> = { readonly [Name in keyof Members]: Exclude<Members[Name], undefined> };

function withoutUndefined<Members extends object>(members: Members): Defined<Members> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Defined<Members>;
}
