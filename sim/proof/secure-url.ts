/**
 * Whether what is read at a URL may be believed for the connection alone: https; and http at a port of `localhost`,
 * which never leaves the machine (https://www.rfc-editor.org/rfc/rfc6761#section-6.3). A world that is served there has
 * no certificate that everyone trusts.
 */
export function isSecureUrl(url: string): boolean {
  return /^(?:https:\/\/|http:\/\/localhost:\d{1,5}\/)/.test(url) && URL.canParse(url);
}
