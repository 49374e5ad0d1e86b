import { ServiceError } from '../errors/index.ts';
import type { RunningWorld } from '../kernel/index.ts';
import { configurationIdOfSchool } from './configuration.ts';
import { preAuthorizedCode } from './offer.ts';
import { redeemCode } from './redeem-code.ts';

/** https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#section-6.1 */
export interface TokenRequest {
  readonly grant_type: string;
  readonly 'pre-authorized_code'?: string;
  readonly tx_code?: string;
  readonly client_id?: string;
  /** JSON. */
  readonly authorization_details?: string;
}

/** §6.2 */
export interface TokenResponse {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly authorization_details?: {
    readonly type: 'openid_credential';
    readonly credential_configuration_id: string;
    readonly credential_identifiers: string[];
  }[];
}

/**
 * Throws ServiceError `openid4vci-grant-unsupported`, `request-invalid`, `openid4vci-number-missing`,
 * `openid4vci-details-invalid`, `openid4vci-code-invalid`, `openid4vci-number-wrong`, `school-unknown`.
 */
export async function requestToken(world: RunningWorld, school: string, request: TokenRequest): Promise<TokenResponse> {
  const { grant_type: grant, 'pre-authorized_code': code, tx_code: number } = request;
  if (grant !== preAuthorizedCode) throw new ServiceError('openid4vci-grant-unsupported');
  if (code === undefined) {
    throw new ServiceError('request-invalid', { pointer: '/pre-authorized_code', reason: 'is missing' });
  }
  // Every offer of ours has a number, so one without is no try: §6.3.
  if (number === undefined) throw new ServiceError('openid4vci-number-missing');
  const configuration = configurationIdOfSchool(world, school);
  const byIdentifier = request.authorization_details !== undefined;
  if (byIdentifier) checkDetails(request.authorization_details ?? '', configuration);
  const redeemed = await world.perform(redeemCode, {
    school,
    code,
    number,
    client: request.client_id ?? null,
    byIdentifier,
  });
  if ('triesLeft' in redeemed) throw new ServiceError('openid4vci-number-wrong', { triesLeft: redeemed.triesLeft });
  return {
    access_token: redeemed.accessToken,
    token_type: 'Bearer',
    expires_in: Math.floor(redeemed.expiresInMs / 1_000),
    ...(byIdentifier && {
      authorization_details: [
        {
          type: 'openid_credential',
          credential_configuration_id: configuration,
          credential_identifiers: [redeemed.credential],
        },
      ],
    }),
  };
}

/** https://www.rfc-editor.org/rfc/rfc9396#section-5 */
function checkDetails(text: string, configuration: string): void {
  let details: unknown;
  try {
    details = JSON.parse(text);
  } catch (cause) {
    throw new ServiceError('openid4vci-details-invalid', {}, { cause });
  }
  const [detail, ...others]: readonly unknown[] = Array.isArray(details) ? details : [];
  const { type, credential_configuration_id: id } = (detail ?? {}) as { readonly [member: string]: unknown };
  if (others.length > 0 || type !== 'openid_credential' || id !== configuration) {
    throw new ServiceError('openid4vci-details-invalid');
  }
}
