import { type Bilingual, ServiceError } from '../../../errors/index.ts';
import type { HeldProof, ResolveKey } from '../../../proof/index.ts';
import { type BadgeCheck, fails, holds, unknown } from '../../check.ts';
import { type Proven, prove } from '../prove.ts';
import type { UnprovenCredential } from '../unproven-credential.ts';

const name = { id: 'proof', clause: 'https://www.imsglobal.org/spec/ob/v3p0/#proof-formats' };

/** The signature holds: nothing was altered since whoever has the key signed it. */
export async function checkProof(
  { secured }: Pick<UnprovenCredential, 'secured'>,
  resolveKey: ResolveKey,
  { withHashes }: { readonly withHashes: boolean },
): Promise<{ readonly check: BadgeCheck; readonly proven?: Proven }> {
  if (typeof secured !== 'string' && secured.proof === undefined) {
    return {
      check: fails(name, 'proof-missing', {
        ja: '署名がありません。改ざんされていないことを確かめられないため、署名付きのバッジを発行元から受け取ってください。',
        en: 'It has no signature, so nobody can tell whether it was altered. Get the signed badge from the issuer.',
      }),
    };
  }
  try {
    const proven = await prove(secured, resolveKey);
    return { check: holds(name, heldSentence(proven.proof), withHashes ? proven.proof.hashes : undefined), proven };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const sentence = { ja: error.detail.ja, en: error.detail.en };
    return { check: isUndecided(error) ? unknown(name, error.code, sentence) : fails(name, error.code, sentence) };
  }
}

function heldSentence({ mechanism, verificationMethod }: HeldProof): Bilingual {
  const key = verificationMethod?.slice(0, 200);
  return {
    ja: `署名が正しく、発行後に書き換えられていません（${mechanism}、${key === undefined ? '同封の鍵' : `鍵 ${key}`}）。`,
    en: `The signature holds, and nothing was altered since (${mechanism}, ${key === undefined ? 'a key that came along' : `key ${key}`}).`,
  };
}

/** Nobody could be asked for the key, or what a word means; a name that is itself the key says all there is to say. */
function isUndecided({ code, parameters }: ServiceError): boolean {
  if (code === 'context-unknown') return true;
  return code === 'key-unresolved' && ['key-resolution-offline', 'unreachable'].includes(String(parameters.reason));
}
