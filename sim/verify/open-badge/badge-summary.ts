import { asObject, idOf, type JsonObject, listOf, textOf } from '../json-object.ts';

/** What a badge says, as far as it can be shown: texts of a stranger. Who holds it is told only by kind. */
export interface BadgeSummary {
  readonly id?: string;
  readonly achievement?: string;
  readonly achievementType?: string;
  readonly issuer: { readonly id?: string; readonly name?: string };
  /** `emailAddress (hashed)`, `id`: nobody's address or name. */
  readonly holder: readonly string[];
  readonly validFrom?: string;
  readonly validUntil?: string;
}

export function summaryOf(credential: JsonObject): BadgeSummary {
  const subject = asObject(credential.credentialSubject);
  const achievement = asObject(subject?.achievement);
  const identities = listOf(subject?.identifier).map(asObject);
  const kinds = identities.slice(0, 20).map((identity) => {
    const kind = shown(identity?.identityType) ?? '?';
    return identity?.hashed === true ? `${kind} (hashed)` : kind;
  });
  return withoutUndefined({
    id: shown(credential.id),
    achievement: shown(achievement?.name) ?? shown(credential.name),
    achievementType: shown(achievement?.achievementType),
    issuer: withoutUndefined({ id: shown(idOf(credential.issuer)), name: shown(asObject(credential.issuer)?.name) }),
    holder: [...(textOf(subject?.id) === undefined ? [] : ['id']), ...kinds],
    validFrom: shown(credential.validFrom ?? credential.issuanceDate),
    validUntil: shown(credential.validUntil ?? credential.expirationDate),
  });
}

/** A text, or the Japanese or first one of several languages. */
function shown(value: unknown): string | undefined {
  const languages = asObject(value);
  const text = textOf(value) ?? textOf(languages?.ja) ?? textOf(Object.values(languages ?? {})[0]);
  return text?.slice(0, 300);
}

type Defined<Members> = { readonly [Name in keyof Members]: Exclude<Members[Name], undefined> };

function withoutUndefined<Members extends object>(members: Members): Defined<Members> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Defined<Members>;
}
