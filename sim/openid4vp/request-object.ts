import type { World } from '../kernel/index.ts';
import { type JsonObject, publicJwkOf, signCompactJws, thumbprintOf } from '../proof/index.ts';
import type { PresentationRequest } from './presentation-request.ts';
import { responseTokenOf, secretsOfResponse } from './request-secrets.ts';
import { verifierClient } from './verifier-client.ts';

/** https://www.rfc-editor.org/rfc/rfc9101#section-10.8 */
export const requestObjectType = 'oauth-authz-req+jwt';

export const contentEncryptions = ['A128GCM', 'A256GCM'] as const;

/** What the verifier takes: https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#appendix-B */
const formatsSupported = {
  jwt_vc_json: { alg_values: ['RS256', 'ES256', 'ES384', 'EdDSA'] },
  ldp_vc: {
    proof_type_values: ['DataIntegrityProof', 'Ed25519Signature2020'],
    cryptosuite_values: ['eddsa-rdfc-2022', 'ecdsa-sd-2023'],
  },
};

type Place = Pick<World, 'origins' | 'keys'>;

/** Where wallets fetch the request. */
export function requestUri({ origins }: Pick<World, 'origins'>, token: string): string {
  return `${origins.verifier}/openid4vp/requests/${token}`;
}

function responseUri({ origins }: Pick<World, 'origins'>, responseToken: string): string {
  return `${origins.verifier}/openid4vp/responses/${responseToken}`;
}

/** The full Client Identifier, which presentations name as their audience (§5.9, §14.8). */
export function clientIdOf(
  world: Place,
  { prefix }: Pick<PresentationRequest, 'prefix'>,
  responseToken: string,
): string {
  return prefix === 'redirect_uri'
    ? `redirect_uri:${responseUri(world, responseToken)}`
    : verifierClient(world).clientId;
}

/** The pair that answers of one request are encrypted to. */
export function encryptionKey({ keys }: Pick<World, 'keys'>, request: string) {
  return keys.ecP256(`verifier/response/${request}`);
}

/** The parameters of the request: https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#section-5 */
function requestParameters(world: Place, request: PresentationRequest, token: string): JsonObject {
  const responseToken = responseTokenOf(token);
  const { nonce, state } = secretsOfResponse(responseToken);
  return {
    response_type: 'vp_token',
    client_id: clientIdOf(world, request, responseToken),
    response_mode: request.responseMode,
    response_uri: responseUri(world, responseToken),
    nonce,
    state,
    dcql_query: request.query,
    client_metadata: { vp_formats_supported: formatsSupported, ...encryptionMetadata(world, request) },
  };
}

/** https://openid.net/specs/openid-4-verifiable-presentations-1_0.html#section-8.3 : `alg` MUST be present. */
function encryptionMetadata(world: Place, { request, responseMode }: PresentationRequest): JsonObject {
  if (responseMode !== 'direct_post.jwt') return {};
  const jwk = publicJwkOf(encryptionKey(world, request).publicKey);
  return {
    jwks: { keys: [{ ...jwk, use: 'enc', alg: 'ECDH-ES', kid: thumbprintOf(jwk) }] },
    encrypted_response_enc_values_supported: contentEncryptions,
  };
}

/**
 * The request as a signed object; the same arguments give the same text. `walletNonce` comes back in it when a wallet
 * sent one (§5.10). A request that is known by its address alone cannot be signed (§5.9.3).
 */
export async function requestObject(
  world: Place,
  request: PresentationRequest,
  { token, walletNonce }: { readonly token: string; readonly walletNonce?: string | undefined },
): Promise<string> {
  const { kid, key } = verifierClient(world);
  const payload = {
    // No `iss`: wallets ignore it (§5), and some refuse one that is not the bare DID.
    // §5.8: wallets of unknown metadata are this audience.
    aud: 'https://self-issued.me/v2',
    iat: Math.floor(request.createdAt / 1_000),
    exp: Math.ceil(request.expiresAt / 1_000),
    ...requestParameters(world, request, token),
    ...(walletNonce !== undefined && { wallet_nonce: walletNonce }),
  };
  return signCompactJws({ typ: requestObjectType, kid }, payload, key.privateKey);
}

/** What a QR code or a link says. */
export function authorizationUri(world: Place, request: PresentationRequest, token: string): string {
  const parameters =
    request.prefix === 'redirect_uri'
      ? requestParameters(world, request, token)
      : {
          client_id: verifierClient(world).clientId,
          request_uri: requestUri(world, token),
          request_uri_method: 'post',
        };
  const query = Object.entries(parameters).map(
    ([name, value]) => `${name}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`,
  );
  return `openid4vp://?${query.join('&')}`;
}
