import { type Language, ServiceError } from '../../errors/index.ts';
import { type JsonObject, objectOf, unverifiedCredential } from '../../proof/index.ts';
import { type BadgeCheck, hasFailed, isUnknown, verifyCredential } from '../../verify/open-badge/index.ts';
import type { ServiceContext } from '../service-context.ts';
import { verifierPorts } from '../verifier/verify-badge.ts';
import { checkCredentialShape, checkProofShape } from './credential-shape.ts';
import { type ProblemDetail, problemDetailsOf } from './problem-details.ts';

interface Result {
  readonly verified: boolean;
  readonly input: unknown;
}

/** https://www.w3.org/TR/vcalm/#verify-credential */
export interface CredentialResult {
  readonly verified: boolean;
  readonly credential: JsonObject;
  readonly problemDetails: readonly ProblemDetail[];
  readonly results: {
    readonly validFrom?: Result;
    readonly validUntil?: Result;
    readonly credentialStatus: readonly Result[];
    readonly proof: readonly Result[];
  };
}

/**
 * Verifies a credential as an API for programs is given it: an object with a proof, or an envelope around a VC-JWT. `at`
 * is its JSON Pointer. Throws ServiceError `credential-unfit` for what is none.
 */
export async function verifiedCredential(
  context: ServiceContext,
  given: JsonObject,
  { at, language }: { readonly at: string; readonly language: Language },
): Promise<CredentialResult> {
  const { text, credential } = readGiven(given, at);
  const verification = await verifyCredential(text, verifierPorts(context), { now: context.world.clock.now() });
  if (verification === undefined) throw new ServiceError('credential-unfit', { pointer: at, reason: 'cannot be read' });
  const { verdict, checks } = verification;
  return {
    verified: verdict === 'accepted',
    credential: given,
    problemDetails: problemDetailsOf(checks, language),
    results: resultsOf(credential, checks),
  };
}

/** https://www.w3.org/TR/vc-data-model-2.0/#enveloped-verifiable-credentials */
function readGiven(given: JsonObject, at: string): { readonly text: string; readonly credential: JsonObject } {
  const isEnvelope = [given.type].flat().includes('EnvelopedVerifiableCredential');
  if (!isEnvelope) {
    checkCredentialShape(given, at);
    checkProofShape(given, at);
    return { text: JSON.stringify(given), credential: given };
  }
  const [, jws] = /^data:application\/vc\+jwt[;,]([\w.-]+)$/.exec(String(given.id)) ?? [];
  const payload = jws === undefined ? undefined : unverifiedCredential(jws);
  if (jws === undefined || payload === undefined) {
    throw new ServiceError('credential-unfit', { pointer: `${at}/id`, reason: 'must be data:application/vc+jwt,…' });
  }
  const credential = objectOf(payload.vc) ?? payload;
  checkCredentialShape(credential, `${at}/id`);
  return { text: jws, credential };
}

function resultsOf(credential: JsonObject, checks: readonly BadgeCheck[]): CredentialResult['results'] {
  const isHeld = (id: string): boolean => {
    const found = checks.filter((check) => check.id === id);
    return found.length > 0 && !found.some((check) => hasFailed(check) || isUnknown(check));
  };
  const of = (member: string, id: string): Result[] =>
    credential[member] === undefined
      ? []
      : [credential[member]].flat().map((input) => ({ verified: isHeld(id), input }));
  const [validFrom] = of('validFrom', 'validity-period');
  const [validUntil] = of('validUntil', 'validity-period');
  return {
    ...(validFrom !== undefined && { validFrom }),
    ...(validUntil !== undefined && { validUntil }),
    credentialStatus: of('credentialStatus', 'status'),
    proof: of('proof', 'proof'),
  };
}
