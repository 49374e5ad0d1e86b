import { type TSchema, Type } from 'typebox';
import { baseContexts, type DataModel } from './data-model.ts';
import { choice, compactJws, dateTime, noun, oneOrMany, text, types } from './value-form.ts';

const context = Type.Unsafe({ if: { type: 'object' }, else: { type: 'string' } });

/** The first two contexts in their order, or (a hole of the official schema) any single one. */
function contexts(model: DataModel): TSchema {
  const openBadges = '^https:\\/\\/purl\\.imsglobal\\.org\\/spec\\/ob\\/v3p0\\/context(-3\\.\\d\\.\\d)*\\.json$';
  const first = [{ enum: [baseContexts[model]] }, { type: 'string', pattern: openBadges }];
  return choice({ type: 'array' }, { minItems: 2, prefixItems: first, items: context }, context);
}

/** An object with any members is a profile; what looks like a text in several languages is taken for the URL of one. */
const profileOrUrl = choice({ type: 'object', not: text }, { $ref: 'Profile' }, text);

function required(model: DataModel): Record<string, TSchema> {
  return {
    '@context': contexts(model),
    id: text,
    issuer: model === 'vcdm1' ? Type.Ref('Profile') : profileOrUrl,
    ...(model === 'vcdm1' ? { issuanceDate: dateTime } : { validFrom: dateTime }),
  };
}

function optional(model: DataModel): Record<string, TSchema> {
  return {
    description: text,
    awardedDate: dateTime,
    ...(model === 'vcdm1' ? { expirationDate: dateTime } : { validUntil: dateTime }),
    proof: oneOrMany(Type.Ref('Proof')),
    credentialSchema: oneOrMany(Type.Ref('CredentialSchema')),
    credentialStatus: Type.Ref('CredentialStatus'),
    refreshService: Type.Ref('RefreshService'),
    termsOfUse: oneOrMany(Type.Ref('TermsOfUse')),
    evidence: oneOrMany(Type.Ref('Evidence')),
  };
}

/** `name` is needed in the schema for VC 1.1 alone. */
export function achievementCredential(model: DataModel): TSchema {
  const members = { ...required(model), credentialSubject: Type.Ref('AchievementSubject') };
  const named = { name: text };
  return noun(
    'AchievementCredential',
    {
      ...members,
      type: types(['VerifiableCredential'], ['AchievementCredential', 'OpenBadgeCredential']),
      ...(model === 'vcdm1' && named),
    },
    {
      ...optional(model),
      ...(model === 'vcdm2' && named),
      image: Type.Ref('Image'),
      endorsement: oneOrMany(Type.Ref('EndorsementCredential')),
      endorsementJwt: oneOrMany(compactJws),
    },
  );
}

export function endorsementCredential(model: DataModel): TSchema {
  return noun(
    'EndorsementCredential',
    {
      ...required(model),
      type: types(['VerifiableCredential'], ['EndorsementCredential']),
      name: text,
      credentialSubject: Type.Ref('EndorsementSubject'),
    },
    optional(model),
  );
}
