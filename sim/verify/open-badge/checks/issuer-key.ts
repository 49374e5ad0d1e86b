import type { KeyObject } from 'node:crypto';
import type { Fetch } from '../../../kernel/index.ts';
import { type HeldProof, isSameKey, isSecureUrl, keyOfJwk, type ResolveKey } from '../../../proof/index.ts';
import { type BadgeCheck, fails, holds, unknown } from '../../check.ts';
import { jwtPart } from '../../evidence.ts';
import { idOf, type JsonObject } from '../../json-object.ts';
import { askPublishedKeys } from '../published-keys.ts';

const name = { id: 'issuer-key', clause: 'https://www.imsglobal.org/spec/ob/v3p0/#lds-verify' };

export interface Signed {
  readonly secured: string | JsonObject;
  readonly credential: JsonObject;
  readonly proof: HeldProof;
}

/**
 * The key belongs to the issuer that the credential names: anybody can sign with a key of one's own and write another's
 * name above it. A key that came along (in a JOSE header, or behind the `#` of an https URL) is only believed when the
 * issuer itself publishes it; a DID of the key is the key.
 */
export async function checkIssuerKey(
  { secured, credential, proof }: Signed,
  ports: { readonly fetch?: Fetch | undefined; readonly resolveKey: ResolveKey },
): Promise<BadgeCheck> {
  const issuer = idOf(credential.issuer) ?? '';
  const { controller } = proof;
  const isJwt = typeof secured === 'string';
  // OB 3.0 §8.3: the controller of the verification method must be the issuer. Of `kid` it says nothing of the kind.
  if (controller !== undefined && controller !== issuer && !isJwt) return otherController(controller);
  if (controller !== undefined && isIssuers(controller, issuer) && !isKeyItself(proof)) return authentic();
  if (issuer.startsWith('did:key:') || issuer.startsWith('did:jwk:')) return isControlled(controller, issuer);
  const key = await keyOf(secured, proof, ports.resolveKey);
  const published = await askPublishedKeys(issuer, ports.fetch);
  switch (published.state) {
    case 'found':
      return published.keys.some((one) => key !== undefined && isSameKey(key, one)) ? authentic() : unpublished();
    case 'silent':
      return unknown(name, 'issuer-keys-unpublished', {
        ja: '発行元のページに公開鍵が載っていないため、発行元の鍵かどうかを確認できません。発行元に直接お問い合わせください。',
        en: 'The issuer’s page lists no keys, so whether this key is the issuer’s cannot be known. Ask the issuer directly.',
      });
    case 'offline':
      return unknown(name, 'issuer-key-offline', offlineSentence(issuer));
    case 'failed':
      return unknown(name, 'issuer-unreachable', {
        ja: `発行元に問い合わせできないため、発行元の鍵かどうかを確認できません（${published.reason}）。`,
        en: `The issuer cannot be asked whether this key is its own (${published.reason}).`,
      });
  }
}

/** A key set of the issuer's own lies below its id. */
function isIssuers(controller: string, issuer: string): boolean {
  return controller === issuer || (isSecureUrl(issuer) && controller.startsWith(`${issuer}/`));
}

/** `https://issuer#z6Mk…`: whoever writes the key writes the issuer in front of it. */
function isKeyItself({ verificationMethod = '' }: HeldProof): boolean {
  return isSecureUrl(verificationMethod) && /#z[1-9A-HJ-NP-Za-km-z]+$/.test(verificationMethod);
}

/** For an issuer that is its key, another key is another issuer; one in a header that has no name is not compared. */
function isControlled(controller: string | undefined, issuer: string): BadgeCheck {
  if (controller === issuer) return authentic();
  return controller === undefined ? unpublished() : otherController(controller);
}

async function keyOf(secured: string | JsonObject, proof: HeldProof, resolveKey: ResolveKey) {
  if (proof.verificationMethod !== undefined) return (await resolveKey(proof.verificationMethod)).publicKey;
  const header = typeof secured === 'string' ? jwtPart(secured, 0) : undefined;
  return keyOfJwk(header?.jwk) as KeyObject | undefined;
}

function authentic(): BadgeCheck {
  return holds(name, { ja: '署名に使われた鍵は発行元のものです。', en: 'The key that signed it is the issuer’s.' });
}

function unpublished(): BadgeCheck {
  return fails(name, 'issuer-key-unknown', {
    ja: '発行元が公開していない鍵で署名されています。発行元をかたる偽物のおそれがあります。',
    en: 'The key that signed it is not one that the issuer publishes. It may be a forgery in the issuer’s name.',
  });
}

function otherController(controller: string): BadgeCheck {
  const whose = controller.slice(0, 200);
  return fails(name, 'controller-differs', {
    ja: `署名した鍵は発行元ではなく ${whose} のものです。発行元をかたる偽物のおそれがあります。`,
    en: `The key that signed it belongs to ${whose}, not to the issuer. It may be a forgery in the issuer’s name.`,
  });
}

function offlineSentence(issuer: string) {
  const host = URL.parse(issuer)?.hostname || issuer.slice(0, 100);
  return {
    ja: `署名した鍵が発行元（${host}）のものかどうかは、まだ確認していません。誰でも自分の鍵で署名し、他人の名を書けます。発行元に接続すると確認できます。`,
    en: `Whether the key is that of the issuer (${host}) was not looked up: anybody can sign with a key of one’s own and write another’s name. Connect to the issuer to find out.`,
  };
}
