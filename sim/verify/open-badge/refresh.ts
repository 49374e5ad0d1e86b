import type { Fetch } from '../../kernel/index.ts';
import type { ResolveKey } from '../../proof/index.ts';
import { type BadgeCheck, holds, notApplicable } from '../check.ts';
import { asObject, idOf, type JsonObject, textOf, typesOf } from '../json-object.ts';
import { checkIssuerKey } from './checks/issuer-key.ts';
import { checkSchema } from './checks/schema.ts';
import { lookUp } from './looked-up.ts';
import { type Proven, prove } from './prove.ts';
import { credentialLengthMax, readUnproven, type UnprovenCredential } from './unproven-credential.ts';

const name = { id: 'refresh', clause: 'https://www.imsglobal.org/spec/vccr/v1p0/' };

export interface Refreshed {
  readonly check: BadgeCheck;
  /** The newer one, when there is one that holds. */
  readonly newer?: { readonly secured: UnprovenCredential; readonly proven: Proven };
}

/**
 * Asks once for the credential as it is today; "if the refresh is not successful, continue the verification process
 * using the original". Only when the proof of the original held, so that no stranger's address is asked.
 */
export async function refresh(
  credential: JsonObject,
  ports: { readonly fetch?: Fetch | undefined; readonly resolveKey: ResolveKey },
): Promise<Refreshed> {
  const service = asObject(credential.refreshService);
  if (!typesOf(service).includes('1EdTechCredentialRefresh')) {
    return { check: notApplicable(name, { ja: '更新の仕組みのないバッジです。', en: 'It names no refresh service.' }) };
  }
  const answer = await lookUp(ports.fetch, textOf(service?.id) ?? '', credentialLengthMax);
  if (answer.state === 'offline') {
    const sentence = {
      ja: '更新されたバッジがないかは確認していません（接続していないため）。手元のもので確認します。',
      en: 'Whether there is a newer copy was not asked; this one is judged.',
    };
    return { check: notApplicable(name, sentence) };
  }
  const newer = answer.state === 'found' ? await heldCopy(answer.text, credential, ports) : undefined;
  if (newer === undefined) {
    const sentence = {
      ja: '更新されたバッジを受け取れませんでした。手元のもので確認します。',
      en: 'No newer copy that holds could be had; this one is judged.',
    };
    return { check: notApplicable(name, sentence) };
  }
  return {
    check: holds(name, { ja: '発行元の最新のもので確認します。', en: 'The issuer’s latest copy is judged.' }),
    newer,
  };
}

/** The same credential by the rule of OB 3.0 "Equality": issuer and id are the same. */
async function heldCopy(
  text: string,
  original: JsonObject,
  ports: { readonly fetch?: Fetch | undefined; readonly resolveKey: ResolveKey },
): Promise<Refreshed['newer']> {
  const secured = readUnproven(text);
  if (secured === undefined) return undefined;
  const { credential, model } = secured;
  if (credential.id !== original.id || idOf(credential.issuer) !== idOf(original.issuer)) return undefined;
  const isFit = checkSchema(credential, 'AchievementCredential', model).valid;
  if (!isFit) return undefined;
  try {
    const proven = await prove(secured.secured, ports.resolveKey);
    const key = await checkIssuerKey({ secured: secured.secured, ...proven }, ports);
    return 'valid' in key && key.valid ? { secured, proven } : undefined;
  } catch {
    // Whatever is wrong with the copy, the original is there.
    return undefined;
  }
}
