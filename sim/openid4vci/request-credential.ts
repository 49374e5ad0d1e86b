import { ServiceError } from '../errors/index.ts';
import type { RunningWorld } from '../kernel/index.ts';
import { tokenHash } from '../kernel/index.ts';
import type { AccessGrant } from './access.ts';
import { configurationIdOfSchool } from './configuration.ts';
import { credentialIssuerOf } from './endpoints.ts';
import { verifyKeyProof } from './key-proof.ts';
import { openid4vciParameters } from './parameters.ts';
import { type Handover, outcomeOf, takeCredential } from './take-credential.ts';

/** https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0.html#section-8.2 ; what is not known is ignored. */
export interface CredentialRequest {
  readonly credential_configuration_id?: string;
  readonly credential_identifier?: string;
  readonly proofs?: { readonly [type: string]: unknown };
  readonly credential_response_encryption?: unknown;
}

/**
 * Hands the credential of the access to the key that the request proves, or tells when to come again. Throws
 * ServiceError `openid4vci-request-invalid`, `openid4vci-configuration-unknown`, `openid4vci-identifier-unknown`,
 * `openid4vci-encryption`, `openid4vci-proof-invalid`, `openid4vci-nonce-invalid`, `openid4vci-denied`.
 */
export async function requestCredential(
  world: RunningWorld,
  access: AccessGrant,
  request: CredentialRequest,
): Promise<Handover> {
  checkWhat(world, access, request);
  if (request.credential_response_encryption !== undefined) throw new ServiceError('openid4vci-encryption');
  const { proofAgeMsMax: ageMsMax, proofAheadMsMax: aheadMsMax } = openid4vciParameters(world);
  const { holder, nonce } = await verifyKeyProof(proofOf(request), {
    audience: credentialIssuerOf(world, access.school),
    client: access.client,
    now: world.clock.now(),
    ageMsMax,
    aheadMsMax,
  });
  return outcomeOf(
    await world.perform(takeCredential, {
      tokenHash: access.tokenHash,
      nonceHash: tokenHash(nonce),
      did: holder.did,
      thumbprint: holder.thumbprint,
    }),
  );
}

function checkWhat(world: RunningWorld, access: AccessGrant, request: CredentialRequest): void {
  const { credential_configuration_id: configuration, credential_identifier: identifier } = request;
  if ((configuration === undefined) === (identifier === undefined)) throw invalid('/credential_configuration_id');
  // §8.2: the one way that the token response named, and no other.
  if (access.byIdentifier !== (identifier !== undefined)) throw invalid('/credential_identifier');
  if (configuration !== undefined && configuration !== configurationIdOfSchool(world, access.school)) {
    throw new ServiceError('openid4vci-configuration-unknown');
  }
  if (identifier !== undefined && identifier !== access.credential) {
    throw new ServiceError('openid4vci-identifier-unknown');
  }
}

/** One proof: no batches are issued, as a student has one ID. */
function proofOf({ proofs }: CredentialRequest): string {
  if (proofs === undefined) throw new ServiceError('openid4vci-proof-invalid', { member: 'proofs' });
  const [type, ...others] = Object.keys(proofs);
  if (type !== 'jwt' || others.length > 0) throw new ServiceError('openid4vci-proof-invalid', { member: 'proofs' });
  const list: unknown = proofs.jwt;
  const [jwt, ...more]: readonly unknown[] = Array.isArray(list) ? list : [];
  if (typeof jwt !== 'string' || more.length > 0) throw new ServiceError('openid4vci-proof-invalid', { member: 'jwt' });
  return jwt;
}

function invalid(pointer: string): ServiceError {
  return new ServiceError('openid4vci-request-invalid', { pointer, reason: 'must stand alone, as the token said' });
}
