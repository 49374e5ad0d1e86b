/**
 * Where the browser goes back to. The registered URI stays as it is written, with the query that it may have
 * (https://www.rfc-editor.org/rfc/rfc6749#section-3.1.2); members without a value are left out.
 */
export function redirectLocation(redirectUri: string, members: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(members)) if (value !== undefined) query.append(name, value);
  return `${redirectUri}${redirectUri.includes('?') ? '&' : '?'}${query}`;
}
