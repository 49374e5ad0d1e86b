import { Type } from 'typebox';
import { extensible, noun, oneType, text } from './value-form.ts';

/** OB 3.0 §IdentifierTypeEnum. */
const identifierType = extensible(
  ...['name', 'sourcedId', 'systemId', 'productId', 'userName', 'accountId', 'emailAddress'],
  ...['nationalIdentityNumber', 'isbn', 'issn', 'lisSourcedId', 'oneRosterSourcedId', 'sisSourcedId'],
  ...['ltiContextId', 'ltiDeploymentId', 'ltiToolId', 'ltiPlatformId', 'ltiUserId', 'identifier'],
);

export const identityObject = noun(
  'IdentityObject',
  { type: oneType('IdentityObject'), hashed: Type.Boolean(), identityHash: text, identityType: identifierType },
  { salt: text },
  true,
);

export const identifierEntry = noun(
  'IdentifierEntry',
  { type: oneType('IdentifierEntry'), identifier: text, identifierType },
  {},
  true,
);
