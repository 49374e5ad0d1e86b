import { ServiceError } from '../errors/index.ts';

/** Asks for a refresh token: https://openid.net/specs/openid-connect-core-1_0.html#OfflineAccess */
export const offlineAccess = 'offline_access';

/** The scopes in a text, each once, in their order: https://www.rfc-editor.org/rfc/rfc6749#section-3.3 */
export function scopesIn(text: string): readonly string[] {
  return [...new Set(text.split(' ').filter((scope) => scope !== ''))];
}

/**
 * What is asked for, when all of it may be had; everything that may be had when nothing is asked for. Throws
 * ServiceError `scope-invalid`: a scope is never silently more, nor silently less, than what was asked for.
 */
export function narrowedScope(asked: string | undefined, had: string): string {
  if (asked === undefined) return had;
  const may = scopesIn(had);
  const scopes = scopesIn(asked);
  if (scopes.length === 0 || !scopes.every((scope) => may.includes(scope))) throw new ServiceError('scope-invalid');
  return scopes.join(' ');
}
