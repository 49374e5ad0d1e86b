import { type Language, ServiceError } from '../../errors/index.ts';
import { checkSignature, type JsonObject, objectOf, parseCompactJws, verifyEmbeddedProof } from '../../proof/index.ts';
import { type BadgeCheck, type CheckName, fails, holds } from '../../verify/open-badge/index.ts';
import type { ServiceContext } from '../service-context.ts';
import { verifierPorts } from '../verifier/verify-badge.ts';
import { checkPresentationShape, checkProofShape } from './credential-shape.ts';
import { type ProblemDetail, problemDetailsOf } from './problem-details.ts';
import { type CredentialResult, verifiedCredential } from './verify-credential.ts';

export interface PresentationExpectations {
  readonly challenge?: string;
  readonly domain?: string;
}

/** https://www.w3.org/TR/vcalm/#verify-presentation */
export interface PresentationResult {
  readonly verified: boolean;
  readonly problemDetails: readonly ProblemDetail[];
  readonly results: {
    readonly presentation: { readonly proof: readonly { readonly verified: boolean; readonly input: unknown }[] };
    readonly credentials: readonly CredentialResult[];
  };
}

const credentialsMax = 8;
const name: CheckName = { id: 'holder-binding', clause: 'https://www.w3.org/TR/vc-data-integrity/#verify-proof' };

/**
 * Verifies a presentation and every credential in it; one without a proof by its credentials alone. Throws ServiceError
 * `credential-unfit` for what is no presentation.
 */
export async function verifiedPresentation(
  context: ServiceContext,
  given: JsonObject,
  options: { readonly at: string; readonly language: Language; readonly isProven: boolean } & PresentationExpectations,
): Promise<PresentationResult> {
  const { at, language, isProven } = options;
  const { presentation, jws } = readGiven(given, at);
  checkPresentationShape(presentation, at);
  if (isProven && jws === undefined) checkProofShape(presentation, at);
  const checks = isProven ? [await checkHolder(context, presentation, jws, options)] : [];
  const credentials: CredentialResult[] = [];
  for (const [index, credential] of credentialsOf(presentation, at).entries()) {
    const pointer = `${at}/verifiableCredential/${index}`;
    credentials.push(await verifiedCredential(context, credential, { at: pointer, language }));
  }
  const problemDetails = problemDetailsOf(checks, language);
  return {
    verified: problemDetails.length === 0 && credentials.every(({ verified }) => verified),
    problemDetails,
    results: {
      presentation: {
        proof: (presentation.proof === undefined ? [] : [presentation.proof].flat()).map((input) => ({
          verified: problemDetails.length === 0,
          input,
        })),
      },
      credentials,
    },
  };
}

/** https://www.w3.org/TR/vc-data-model-2.0/#enveloped-verifiable-presentations */
function readGiven(given: JsonObject, at: string): { readonly presentation: JsonObject; readonly jws?: string } {
  if (![given.type].flat().includes('EnvelopedVerifiablePresentation')) return { presentation: given };
  const [, jws] = /^data:application\/vp\+jwt[;,]([\w.-]+)$/.exec(String(given.id)) ?? [];
  if (jws === undefined) {
    throw new ServiceError('credential-unfit', { pointer: `${at}/id`, reason: 'must be data:application/vp+jwt,…' });
  }
  const { payload } = parseCompactJws(jws);
  return { presentation: objectOf(payload.vp) ?? payload, jws };
}

function credentialsOf({ verifiableCredential: value }: JsonObject, at: string): JsonObject[] {
  const list = value === undefined ? [] : [value].flat();
  const refuse = (reason: string): never => {
    throw new ServiceError('credential-unfit', { pointer: `${at}/verifiableCredential`, reason });
  };
  if (list.length > credentialsMax) refuse(`must be ${credentialsMax} at most`);
  return list.map((one) => objectOf(one) ?? refuse('must be objects'));
}

/** The proof of the presentation, bound to what was asked for; whose it is, is its holder. */
async function checkHolder(
  context: ServiceContext,
  presentation: JsonObject,
  jws: string | undefined,
  { challenge, domain }: PresentationExpectations,
): Promise<BadgeCheck> {
  const { resolveKey } = verifierPorts(context);
  try {
    const expected = { ...(challenge !== undefined && { challenge }), ...(domain !== undefined && { domain }) };
    const now = context.world.clock.now();
    const controller =
      jws === undefined
        ? (await verifyEmbeddedProof(presentation, resolveKey, { now, purpose: 'authentication', ...expected }))
            .controller
        : await signerOf(jws, context, expected);
    const holder = typeof presentation.holder === 'string' ? presentation.holder : objectOf(presentation.holder)?.id;
    if (holder !== undefined && holder !== controller) {
      return fails(name, 'holder-differs', {
        ja: '署名した人が、提示データの holder と異なります。',
        en: 'Who signed it is not its holder.',
      });
    }
    return holds(name, { ja: '本人の署名です。', en: 'Its holder signed it.' });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return fails(name, error.code, error.detail);
  }
}

/** https://www.w3.org/TR/vc-jose-cose/#securing-vps-with-jose ; `nonce` and `aud` are what challenge and domain are. */
async function signerOf(
  text: string,
  context: ServiceContext,
  { challenge, domain }: PresentationExpectations,
): Promise<string> {
  const jws = parseCompactJws(text);
  const { kid } = jws.header;
  if (typeof kid !== 'string') throw new ServiceError('proof-header', { member: 'kid' });
  const { publicKey, controller } = await verifierPorts(context).resolveKey(kid, 'authentication');
  await checkSignature(jws, publicKey);
  const { nonce, aud, iss, exp, nbf } = jws.payload;
  if (challenge !== undefined && nonce !== challenge) throw new ServiceError('proof-claim', { claim: 'nonce' });
  if (domain !== undefined && ![aud].flat().includes(domain)) throw new ServiceError('proof-claim', { claim: 'aud' });
  if (iss !== undefined && iss !== controller) throw new ServiceError('proof-claim', { claim: 'iss' });
  const seconds = context.world.clock.now() / 1_000;
  if (typeof exp === 'number' && seconds >= exp) throw new ServiceError('proof-expired');
  // https://www.rfc-editor.org/rfc/rfc7519#section-4.1.5
  if (typeof nbf === 'number' && seconds < nbf) throw new ServiceError('proof-claim', { claim: 'nbf' });
  return controller;
}
