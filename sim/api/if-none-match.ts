/**
 * Whether a client that sends this If-None-Match has the representation already. Tags are compared weakly:
 * https://www.rfc-editor.org/rfc/rfc9110#section-13.1.2
 */
export function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  const opaque = (tag: string): string => tag.trim().replace(/^W\//, '');
  return ifNoneMatch.split(',').some((tag) => opaque(tag) === opaque(etag));
}
