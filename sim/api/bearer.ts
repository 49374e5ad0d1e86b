/** The token of an Authorization header: https://www.rfc-editor.org/rfc/rfc6750#section-2.1 ; undefined when it carries none. */
export function bearerOf(authorization: string | undefined): string | undefined {
  const [, token] = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization ?? '') ?? [];
  return token;
}
