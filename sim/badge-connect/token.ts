import { ServiceError } from '../errors/index.ts';
import type { Request } from '../kernel/index.ts';
import { askHost, type BadgeConnectPorts, jsonOf, refused, unfit } from './ask-host.ts';
import type { Client } from './client.ts';

/** What the token endpoint gave. */
export interface Tokens {
  readonly accessToken: string;
  /** None when the host gave no (new) one. */
  readonly refreshToken: string | null;
  /** As the host says, else as was asked for. */
  readonly scope: string;
  readonly expiresInMs: number;
}

/** https://www.imsglobal.org/spec/ob/v3p0/#acg-token-response : recommended; taken where the host says nothing. */
const expiresInSeconds = 3_600;
const expiresInSecondsMax = 366 * 86_400;

/** https://www.rfc-editor.org/rfc/rfc6750#section-2.1 : what may stand in a header field. */
const bearerToken = /^[\w.~+/-]{1,8192}=*$/;

/** https://www.imsglobal.org/spec/ob/v3p0/#acg-token-request . Throws as {@link askForTokens}. */
export function exchangeCode(
  ports: BadgeConnectPorts,
  client: Client,
  { code, verifier, scope }: { readonly code: string; readonly verifier: string; readonly scope: string },
): Promise<Tokens> {
  return askForTokens(ports, client, client.service.tokenUrl, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: client.redirectUri,
    scope,
    code_verifier: verifier,
  });
}

/** https://www.imsglobal.org/spec/ob/v3p0/#token-refresh-request . Throws as {@link askForTokens}. */
export function refreshTokens(
  ports: BadgeConnectPorts,
  client: Client,
  { refreshToken, scope }: { readonly refreshToken: string; readonly scope: string },
): Promise<Tokens> {
  const parameters = { grant_type: 'refresh_token', refresh_token: refreshToken, scope };
  return askForTokens(ports, client, client.service.refreshUrl, parameters);
}

/**
 * Revokes a token: https://www.imsglobal.org/spec/ob/v3p0/#revocation-request . False when the host told no way to.
 * Throws what asking throws.
 */
export async function revokeToken(
  ports: BadgeConnectPorts,
  client: Client,
  { token, hint }: { readonly token: string; readonly hint: 'access_token' | 'refresh_token' },
): Promise<boolean> {
  const url = client.service.revocationUrl;
  if (url === null) return false;
  await askHost(ports, url, {
    request: formRequest(client, { token, token_type_hint: hint }),
    statuses: [200],
  });
  return true;
}

/** Throws ServiceError `connection-lapsed` for a grant that the host takes no more, `badge-host-unfit`, and what asking throws. */
async function askForTokens(
  ports: BadgeConnectPorts,
  client: Client,
  url: string,
  parameters: Readonly<Record<string, string>>,
): Promise<Tokens> {
  const answer = await askHost(ports, url, { request: formRequest(client, parameters), statuses: [200, 400] });
  const told = jsonOf(answer, url, 65_536);
  if (answer.status === 400 && told.error === 'invalid_grant') throw new ServiceError('connection-lapsed');
  if (answer.status === 400) throw refused(answer, url);
  const { access_token: accessToken, refresh_token: refreshToken, token_type: type, scope, expires_in: expires } = told;
  if (typeof accessToken !== 'string' || !bearerToken.test(accessToken)) throw unfit(url, 'no access_token');
  if (typeof type !== 'string' || type.toLowerCase() !== 'bearer') throw unfit(url, 'token_type is not bearer');
  const seconds =
    typeof expires === 'number' && expires > 0 ? Math.min(expires, expiresInSecondsMax) : expiresInSeconds;
  return {
    accessToken,
    refreshToken: typeof refreshToken === 'string' && /^[\x20-\x7e]{1,8192}$/.test(refreshToken) ? refreshToken : null,
    scope: typeof scope === 'string' ? scope.slice(0, 4_096) : (parameters.scope ?? ''),
    expiresInMs: Math.floor(seconds) * 1_000,
  };
}

/** https://www.rfc-editor.org/rfc/rfc6749#section-2.3.1 : both parts of Basic are form-urlencoded first. */
function formRequest({ clientId, clientSecret }: Client, parameters: Readonly<Record<string, string>>): Request {
  const [user, secret] = [clientId, clientSecret].map((part) => new URLSearchParams({ part }).toString().slice(5));
  return {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
    },
    body: new URLSearchParams(parameters).toString(),
  };
}
