const prefix = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/';

/** https://www.imsglobal.org/spec/ob/v3p0/#scopes */
export const scopes = {
  readCredentials: `${prefix}credential.readonly`,
  upsertCredential: `${prefix}credential.upsert`,
  readProfile: `${prefix}profile.readonly`,
  updateProfile: `${prefix}profile.update`,
} as const;

export type Scope = (typeof scopes)[keyof typeof scopes];

/** Asks for a refresh token: https://www.imsglobal.org/spec/ob/v3p0/#acg-auth-request */
export const offlineAccess = 'offline_access';

/** The scope tokens of a text (https://www.rfc-editor.org/rfc/rfc6749#section-3.3), those alone that the API knows. */
export function knownScopes(text: string): Scope[] {
  const given = new Set(text.slice(0, 4_096).split(' '));
  return Object.values(scopes).filter((scope) => given.has(scope));
}
